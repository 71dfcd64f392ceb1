//! When are two code objects equal? When they would do the same: `1`, `1.0` and `True` are
//! different constants.

use containers::Set;
use objects::Object;
use types::{Bytes, CompareOp, PyResult, Thread, Tuple, Version};

use crate::attributes::receiver;
use crate::code::Code;

/// The `compare` slot (`code_richcompare`).
pub(crate) fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(x), Some(y)) = (a.downcast::<Code>(), b.downcast::<Code>()) else {
        return Ok(Object::not_implemented());
    };
    match op {
        CompareOp::Eq => Ok(Object::bool(equal(t, x, y)?)),
        CompareOp::Ne => Ok(Object::bool(!equal(t, x, y)?)),
        _ => Ok(Object::not_implemented()),
    }
}

/// Neither the file nor the size of the stack matters; in 3.11 the positions do.
fn equal(t: &Thread, a: &Code, b: &Code) -> PyResult<bool> {
    let numbers = |code: &Code| {
        let counts = [
            code.argcount,
            code.posonlyargcount,
            code.kwonlyargcount,
            code.nlocals,
        ];
        (code.version, counts, code.flags.0, code.firstlineno)
    };
    let names = |code: &Code| -> Vec<u64> {
        let lists = [&code.names, &code.varnames, &code.cellvars, &code.freevars];
        let lists = lists.into_iter().chain([&code.localsplusnames]);
        let lengths = lists.clone().map(|names| names.len() as u64);
        lengths
            .chain(lists.flatten().map(|name| name.object().word()))
            .collect()
    };
    let tables = |code: &Code| match code.version {
        Version::V310 => None,
        Version::V311 => Some((
            code.linetable.clone(),
            code.exceptiontable.clone(),
            code.localspluskinds.clone(),
        )),
    };
    Ok(numbers(a) == numbers(b)
        && a.code == b.code
        && names(a) == names(b)
        && tables(a) == tables(b)
        && t.equal(a.name.as_object(), b.name.as_object())?
        && all_same(t, &a.consts, &b.consts)?)
}

fn all_same(t: &Thread, a: &[Object], b: &[Object]) -> PyResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    for (a, b) in a.iter().zip(b) {
        if !same_constant(t, a, b)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Could one constant stand for the other? Equal, and of the same type through and through
/// (`_PyCode_ConstantKey`).
pub fn same_constant(t: &Thread, a: &Object, b: &Object) -> PyResult<bool> {
    if a.is(b) {
        return Ok(true);
    }
    if !t.type_of(a).is(t.type_of(b)) {
        return Ok(false);
    }
    let _guard = t.enter_native(" in comparison")?;
    let types = t.types;
    let exactly = |class| t.is_exact(a, class);
    if let (Some(x), Some(y)) = (a.downcast::<Tuple>(), b.downcast::<Tuple>())
        && exactly(types.tuple)
    {
        return all_same(t, x.items(), y.items());
    }
    if let (Some(x), Some(y)) = (a.downcast::<Set>(), b.downcast::<Set>())
        && exactly(types.frozenset)
    {
        return same_members(t, x, y);
    }
    if exactly(types.float) || exactly(types.complex) {
        return Ok(signs(a) == signs(b) && t.equal(a, b)?);
    }
    if let (Some(x), Some(y)) = (a.downcast::<Bytes>(), b.downcast::<Bytes>())
        && exactly(types.bytes)
    {
        return Ok(x.as_slice() == y.as_slice());
    }
    let comparable = [types.int, types.str, types.code, types.bool];
    if comparable.into_iter().any(exactly) {
        return t.equal(a, b);
    }
    // Anything else is only the same if it is the same object.
    Ok(false)
}

/// The signs of zeros, which `==` does not see.
fn signs(object: &Object) -> (bool, bool) {
    let negative = |part: f64| part == 0.0 && part.is_sign_negative();
    match (numbers::as_f64(object), numbers::as_complex(object)) {
        (Some(value), _) => (negative(value), false),
        (_, Some((real, imaginary))) => (negative(real), negative(imaginary)),
        _ => (false, false),
    }
}

fn same_members(t: &Thread, a: &Set, b: &Set) -> PyResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    for member in crate::marshal::members(a) {
        let hash = t.hash(&member)?;
        let found = b.table.find(t, &member, hash)?;
        let found = found.and_then(|place| b.table.get(place));
        match found {
            Some((other, _)) if same_constant(t, &member, &other)? => (),
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// The `hash` slot (`code_hash`).
pub(crate) fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let code = receiver(t, object)?;
    let mut parts = vec![
        code.name.as_object().clone(),
        code.consts_tuple(t)?,
        code.names_tuple(t)?,
    ];
    parts.extend(match code.version {
        Version::V310 => [
            code.code_bytes(t)?,
            code.varnames_tuple(t)?,
            code.freevars_tuple(t)?,
            code.cellvars_tuple(t)?,
        ]
        .to_vec(),
        Version::V311 => [
            code.localsplus_tuple(t)?,
            code.linetable_bytes(t)?,
            code.exceptiontable_bytes(t)?,
        ]
        .to_vec(),
    });
    let nlocals = match code.version {
        Version::V310 => code.nlocals,
        Version::V311 => 0,
    };
    let mut hash = [
        code.argcount,
        code.posonlyargcount,
        code.kwonlyargcount,
        nlocals,
        code.flags.0,
    ]
    .into_iter()
    .fold(0, |hash, number| hash ^ i64::from(number));
    for part in parts {
        hash ^= t.hash(&part)?;
    }
    Ok(if hash == -1 { -2 } else { hash })
}
