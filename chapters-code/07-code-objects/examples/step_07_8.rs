//! Code objects made by hand: equal ones, unequal ones, impossible ones.

mod machine;

use code_objects::{Code, CodeFields, Variables};
use machine::with_machine;
use objects::{Object, Owned};
use types::{CompareOp, PyResult, Thread, Version};

/// `lambda: constant`, as 3.10 compiles it.
fn returning(t: &Thread, constant: Object) -> PyResult<CodeFields> {
    Ok(CodeFields {
        version: t.version,
        argcount: 0,
        posonlyargcount: 0,
        kwonlyargcount: 0,
        stacksize: 1,
        flags: 67,
        code: vec![100, 0, 83, 0], // LOAD_CONST 0, RETURN_VALUE
        consts: vec![constant],
        names: vec![],
        variables: Variables::Separate {
            nlocals: 0,
            varnames: vec![],
            freevars: vec![],
            cellvars: vec![],
        },
        filename: t.str("by hand")?,
        name: t.str("<lambda>")?,
        qualname: None,
        firstlineno: 1,
        linetable: vec![4, 0],
        exceptiontable: vec![],
    })
}

fn equal(t: &Thread, a: &Owned<Code>, b: &Owned<Code>) -> PyResult<bool> {
    t.compare_bool(a.as_object(), b.as_object(), CompareOp::Eq)
}

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let code = |constant: Object| Code::new(t, returning(t, constant)?);
        let one = code(Object::int32(1))?;
        println!("1 and 1:    {}", equal(t, &one, &code(Object::int32(1))?)?);
        println!(
            "1 and 1.0:  {}",
            equal(t, &one, &code(numbers::float(t, 1.0)?)?)?
        );
        println!(
            "1 and True: {}",
            equal(t, &one, &code(Object::bool(true))?)?
        );

        let refused = |change: fn(&mut CodeFields)| -> PyResult<()> {
            let mut fields = returning(t, Object::none())?;
            change(&mut fields);
            if let Err(raised) = Code::new(t, fields) {
                println!("{raised:?}");
            }
            Ok(())
        };
        refused(|fields| fields.argcount = 1)?;
        refused(|fields| fields.stacksize = -1)?;
        refused(|fields| fields.names = vec![Object::int32(5)])?;
        // This one is not refused: whether the bytes make sense is not asked here.
        refused(|fields| fields.code = vec![255, 255, 255])
    })?
}
