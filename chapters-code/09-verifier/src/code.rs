//! How does a code object of the machine come to the verifier?

use std::fmt;

use code_objects::Code;
use objects::Object;
use types::{PyResult, Thread, Tuple, Version, as_str};

use crate::rejection::Rejection;
use crate::shape::{Constant, Shape, Variables};
use crate::verify::{Proof, verify};

/// Verifies a code object. Those among its constants are for later: they are verified
/// before they run, as this one is.
///
/// # Errors
///
/// The first thing found that does not hold.
pub fn verify_code(code: &Code) -> Result<Proof, Rejection> {
    with_shape(code, verify)
}

/// Verifies a code object for a thread that is about to run it.
///
/// # Errors
///
/// `SystemError`, with CPython's type for bytecode that it cannot run, and our reason.
pub fn verified(t: &Thread, code: &Code) -> PyResult<Proof> {
    verify_code(code).map_err(|rejection| {
        let name = code.name.to_text();
        t.system_error(format!(
            "code object {name} is not safe to run: {rejection}"
        ))
    })
}

/// Verifies a code object and all that it holds. Returns how many there are.
///
/// # Errors
///
/// The first refusal, with the name of what was refused.
pub fn verify_all(code: &Code) -> Result<usize, Refused> {
    let mut waiting = vec![code];
    let mut count = 0;
    while let Some(code) = waiting.pop() {
        verify_code(code).map_err(|rejection| Refused {
            name: code.name.to_text(),
            rejection,
        })?;
        count += 1;
        waiting.extend(code.consts.iter().filter_map(Object::downcast::<Code>));
    }
    Ok(count)
}

/// A refused code object, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// `co_name` of the code object.
    pub name: String,
    /// Where it fails, and why.
    pub rejection: Rejection,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.rejection)
    }
}

impl std::error::Error for Refused {}

/// Shows what the verifier sees of a code object.
pub fn with_shape<T>(code: &Code, see: impl FnOnce(&Shape<'_>) -> T) -> T {
    let consts: Vec<Constant> = code.consts.iter().map(constant).collect();
    let variables = match code.version {
        Version::V310 => Variables::Counted {
            locals: number(code.nlocals),
            var_names: code.varnames.len(),
            cells: code.cellvars.len(),
            free: code.freevars.len(),
        },
        Version::V311 => Variables::Kinds(&code.localspluskinds),
    };
    see(&Shape {
        version: code.version,
        code: &code.code,
        stack_size: number(code.stacksize),
        arg_count: number(code.argcount),
        posonly_arg_count: number(code.posonlyargcount),
        kwonly_arg_count: number(code.kwonlyargcount),
        flags: code.flags.0,
        names: code.names.len(),
        consts: &consts,
        variables,
        exception_table: &code.exceptiontable,
    })
}

/// A count of a code object as an `int`; what is none is refused like a negative one.
fn number(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(-1)
}

/// What a constant is. A tuple or code object too large to count is anything.
fn constant(object: &Object) -> Constant {
    let length = |items: usize| u32::try_from(items).ok();
    if as_str(object).is_some() {
        Constant::Str
    } else if let Some(code) = object.downcast::<Code>() {
        length(code.freevars.len()).map_or(Constant::Other, Constant::Code)
    } else if let Some(tuple) = object.downcast::<Tuple>() {
        let names = tuple.items().iter().all(|item| as_str(item).is_some());
        match length(tuple.len()) {
            Some(items) if names => Constant::Names(items),
            Some(items) => Constant::Tuple(items),
            None => Constant::Other,
        }
    } else {
        Constant::Other
    }
}
