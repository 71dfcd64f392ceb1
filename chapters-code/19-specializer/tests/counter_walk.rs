//! One addition, call by call: its counters are those of CPython 3.11.7.

mod machine;

use frames::Function;
use machine::machine;
use objects::{Object, Owned};
use types::{Dict, PyResult, Thread};

/// The addition of a function of the corpus: its operation and its counter.
fn addition(function: &Object) -> (String, u16) {
    let code = function.downcast::<Function>().unwrap().code();
    let units = specializer::units_of(&code).unwrap();
    let at = units
        .iter()
        .position(|unit| instructions::deoptimized(*unit as u8) == instructions::op311::BINARY_OP)
        .unwrap();
    let operation = units[at] as u8;
    let name = instructions::specialization(operation).map_or("BINARY_OP", |row| row.name);
    (name.to_owned(), units[at + 1])
}

/// A function of a module that is run with this `__name__`.
fn function(t: &Thread, bytes: &[u8], module: &str, name: &str) -> PyResult {
    let code = code_objects::Pyc::read(t, bytes)?.code;
    let globals: Owned<Dict> = containers::dict(t)?;
    globals.set_name(&t.names.name, t.str(module)?)?;
    let names = globals.clone().into_object();
    frames::run_in_namespace(t, code, globals.clone(), names)?;
    Ok(globals.get_name(&t.intern(name)?).unwrap())
}

/// `def add(a, b): return a + b`, from the corpus, which has called it three times.
fn add(t: &Thread) -> PyResult {
    let bytes = include_bytes!("corpus/311/numbers.pyc");
    function(t, bytes, "__main__", "too_short")
}

fn call(t: &Thread, function: &Object, count: usize, value: &Object) {
    for _ in 0..count {
        t.call(function, &[value.clone(), value.clone()]).unwrap();
    }
}

#[test]
fn the_walk_of_an_addition_from_ints_to_floats() {
    let t = machine();
    t.enter(machine::STACK, |t| {
        let add = add(t).unwrap();
        let (int, float) = (Object::int32(1), Object::small_float(1.5).unwrap());
        let is = |name: &str, counter| assert_eq!(addition(&add), (name.to_owned(), counter));
        call(t, &add, 4, &int);
        is("BINARY_OP", 0);
        // The eighth call quickens, and specializes at once.
        call(t, &add, 1, &int);
        is("BINARY_OP_ADD_INT", 53);
        call(t, &add, 100, &int);
        is("BINARY_OP_ADD_INT", 53);
        call(t, &add, 52, &float);
        is("BINARY_OP_ADD_INT", 1);
        call(t, &add, 1, &float);
        is("BINARY_OP_ADAPTIVE", 501);
        call(t, &add, 31, &float);
        is("BINARY_OP_ADAPTIVE", 5);
        call(t, &add, 1, &float);
        is("BINARY_OP_ADD_FLOAT", 53);
    });
}

#[test]
fn one_call_quickens_at_its_seventh_jump_back() {
    let after = |turns: usize| {
        let t = machine();
        t.enter(machine::STACK, |t| {
            let bytes = include_bytes!("../../../programs/311/long_call.pyc");
            let total = function(t, bytes, "long_call", "total").unwrap();
            let items = containers::list(t, vec![Object::int32(1); turns]).unwrap();
            t.call(&total, &[items]).unwrap();
            addition(&total)
        })
    };
    assert_eq!(after(6), ("BINARY_OP".to_owned(), 0));
    assert_eq!(after(7), ("BINARY_OP_ADAPTIVE".to_owned(), 0));
    assert_eq!(after(8), ("BINARY_OP_ADD_INT".to_owned(), 53));
}
