//! How does the verifier take real code objects?

use std::rc::Rc;

use code_objects::{Code, CodeFields, Variables};
use instructions::op310;
use objects::{Object, Owned};
use types::{HashSeed, Interpreter, MemoryHost, Thread, Version};
use verifier::{verified, verify_all, verify_code};

fn thread() -> Thread {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(Version::V310, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    code_objects::install(&t).unwrap();
    t
}

fn code(t: &Thread, name: &str, code: &[u8], consts: Vec<Object>) -> Owned<Code> {
    let text = |text: &str| t.intern(text).unwrap().object().clone();
    let fields = CodeFields {
        version: Version::V310,
        argcount: 0,
        posonlyargcount: 0,
        kwonlyargcount: 0,
        stacksize: 2,
        flags: 67,
        code: code.to_vec(),
        consts,
        names: Vec::new(),
        variables: Variables::Separate {
            nlocals: 0,
            varnames: Vec::new(),
            freevars: Vec::new(),
            cellvars: Vec::new(),
        },
        filename: text("file.py"),
        name: text(name),
        qualname: None,
        firstlineno: 1,
        linetable: Vec::new(),
        exceptiontable: Vec::new(),
    };
    Code::new(t, fields).unwrap()
}

const RETURN_FIRST: [u8; 4] = [op310::LOAD_CONST, 0, op310::RETURN_VALUE, 0];

#[test]
fn code_that_returns_its_constant_is_safe() {
    let t = thread();
    let code = code(&t, "f", &RETURN_FIRST, vec![Object::none()]);
    assert_eq!(verify_code(&code).unwrap().depth(), 1);
    assert!(verified(&t, &code).is_ok());
}

#[test]
fn a_thread_is_told_which_code_object_it_cannot_run_and_where() {
    let t = thread();
    let code = code(&t, "f", &RETURN_FIRST, vec![]);
    let raised = verified(&t, &code).unwrap_err();
    assert_eq!(
        format!("{raised:?}"),
        "SystemError: code object f is not safe to run: offset 0, LOAD_CONST: constant 0 of 0"
    );
}

#[test]
fn code_objects_among_the_constants_are_verified_too() {
    let t = thread();
    let inner = code(&t, "inner", &[op310::POP_TOP, 0], vec![]);
    let outer = code(&t, "outer", &RETURN_FIRST, vec![inner.into_object()]);
    let outermost = code(&t, "outermost", &RETURN_FIRST, vec![outer.into_object()]);
    let refused = verify_all(&outermost).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "inner: offset 0, POP_TOP: needs 1 stack entries, has 0"
    );
}

#[test]
fn nested_code_is_counted() {
    let t = thread();
    let mut nested = code(&t, "f", &RETURN_FIRST, vec![Object::none()]);
    for _ in 0..10_000 {
        nested = code(&t, "f", &RETURN_FIRST, vec![nested.into_object()]);
    }
    assert_eq!(verify_all(&nested).unwrap(), 10_001);
}
