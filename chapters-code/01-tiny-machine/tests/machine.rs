//! What the tiny machine does, function by function.

use tiny_machine::opcode::*;
use tiny_machine::{Code, Error, Machine, Value, programs};

fn code(bytes: &[u8]) -> Code {
    Code {
        bytes: bytes.to_vec(),
        constants: vec![
            Value::None,
            Value::Int(1),
            Value::Str("a".into()),
            Value::Int(i64::MAX),
        ],
        names: vec!["print".into(), "spam".into()],
        locals: vec!["x".into()],
    }
}

fn run(bytes: &[u8]) -> Result<Value, Error> {
    Machine::new(&code(bytes)).run()
}

#[test]
fn twelve_bytes_print_hello() {
    let code = programs::hello();
    let mut machine = Machine::new(&code);
    assert_eq!(code.bytes.len(), 12);
    assert_eq!(machine.run(), Ok(Value::None));
    assert_eq!(machine.printed(), "Hello\n");
}

#[test]
fn one_and_two_are_three() {
    let code = programs::add();
    assert_eq!(code.bytes.len(), 20);
    assert_eq!(Machine::new(&code).run(), Ok(Value::Int(3)));
}

#[test]
fn the_stack_is_never_deeper_than_cpython_says() {
    for code in [programs::hello(), programs::add()] {
        let mut machine = Machine::new(&code);
        let mut deepest = 0;
        while machine.step().unwrap().is_none() {
            deepest = deepest.max(machine.stack().len());
        }
        assert_eq!(
            deepest, 2,
            "co_stacksize of both functions is 2 in CPython 3.10"
        );
    }
}

#[test]
fn print_puts_spaces_between_its_arguments() {
    let bytes = [
        LOAD_GLOBAL,
        0,
        LOAD_CONST,
        1,
        LOAD_CONST,
        2,
        CALL_FUNCTION,
        2,
        RETURN_VALUE,
        0,
    ];
    let code = code(&bytes);
    let mut machine = Machine::new(&code);
    assert_eq!(machine.run(), Ok(Value::None));
    assert_eq!(machine.printed(), "1 a\n");
}

#[test]
fn strings_are_joined_by_plus() {
    let bytes = [LOAD_CONST, 2, LOAD_CONST, 2, BINARY_ADD, 0, RETURN_VALUE, 0];
    assert_eq!(run(&bytes), Ok(Value::Str("aa".into())));
}

#[test]
fn errors_are_cpythons_word_for_word() {
    let message = |bytes: &[u8]| run(bytes).unwrap_err().to_string();
    let add = |a, b| message(&[LOAD_CONST, a, LOAD_CONST, b, BINARY_ADD, 0]);
    assert_eq!(
        add(1, 2),
        "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
    );
    assert_eq!(
        add(0, 1),
        "TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'"
    );
    assert_eq!(
        add(2, 1),
        "TypeError: can only concatenate str (not \"int\") to str"
    );
    assert_eq!(
        message(&[LOAD_CONST, 1, CALL_FUNCTION, 0]),
        "TypeError: 'int' object is not callable"
    );
    assert_eq!(
        message(&[LOAD_GLOBAL, 1]),
        "NameError: name 'spam' is not defined"
    );
    assert_eq!(
        message(&[LOAD_FAST, 0]),
        "UnboundLocalError: local variable 'x' referenced before assignment"
    );
}

#[test]
fn a_sum_that_does_not_fit_is_an_error_and_not_a_wrong_answer() {
    assert_eq!(
        run(&[LOAD_CONST, 3, LOAD_CONST, 1, BINARY_ADD, 0]),
        Err(Error::IntTooLarge)
    );
}

#[test]
fn bytes_that_make_no_sense_end_in_an_error() {
    assert_eq!(run(&[LOAD_CONST, 9]), Err(Error::NoSuchEntry(9)));
    assert_eq!(run(&[LOAD_GLOBAL, 9]), Err(Error::NoSuchEntry(9)));
    assert_eq!(run(&[LOAD_FAST, 9]), Err(Error::NoSuchEntry(9)));
    assert_eq!(
        run(&[LOAD_CONST, 0, STORE_FAST, 9]),
        Err(Error::NoSuchEntry(9))
    );
    assert_eq!(run(&[STORE_FAST, 0]), Err(Error::EmptyStack));
    assert_eq!(run(&[POP_TOP, 0]), Err(Error::EmptyStack));
    assert_eq!(run(&[CALL_FUNCTION, 200]), Err(Error::EmptyStack));
    assert_eq!(run(&[CALL_FUNCTION, 0]), Err(Error::EmptyStack));
    assert_eq!(run(&[255, 0]), Err(Error::UnknownOpcode(255)));
    assert_eq!(run(&[LOAD_CONST, 0]), Err(Error::RanOffTheEnd));
    assert_eq!(run(&[LOAD_CONST]), Err(Error::RanOffTheEnd));
    assert_eq!(run(&[]), Err(Error::RanOffTheEnd));
}

#[test]
#[cfg_attr(miri, ignore = "65,536 machines, and no unsafe in any")]
fn no_two_bytes_make_it_panic() {
    for opcode in 0..=255 {
        for argument in 0..=255 {
            let bytes = [
                LOAD_GLOBAL,
                0,
                LOAD_CONST,
                1,
                opcode,
                argument,
                opcode,
                argument,
            ];
            let _ = run(&bytes);
        }
    }
}
