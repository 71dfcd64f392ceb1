//! What must lie on the stack to make a function, or to call one with named arguments?

use crate::frame::Frame;
use crate::kind::Kind;
use crate::rejection::Reason;

pub(crate) fn call_named(arguments: u32, frame: &mut Frame) -> Result<(), Reason> {
    let names = pop_names(frame)?;
    if names > arguments {
        return Err(Reason::TooManyNames { names, arguments });
    }
    frame.pop_objects(u64::from(arguments) + 1)?;
    frame.push(Kind::Object)
}

/// The parts lie in the order defaults, keyword-only defaults, annotations, closure,
/// code, name; every part that the argument names has the type that the function
/// object takes for granted.
pub(crate) fn make(parts: u32, named: bool, frame: &mut Frame) -> Result<(), Reason> {
    let has = |part: u32| parts & part != 0;
    if named {
        frame.pop(Kind::Str)?;
    }
    let free = pop_code(frame)?;
    let cells = if has(8) { pop_cells(frame, free)? } else { 0 };
    if cells != free {
        return Err(Reason::Closure { cells, free });
    }
    if has(4) {
        pop_annotations(frame)?;
    }
    if has(2) {
        frame.pop(Kind::Dict)?;
    }
    if has(1) {
        frame.pop(Kind::Tuple)?;
    }
    frame.push(Kind::Object)
}

/// Removes a tuple of names; returns how many.
pub(crate) fn pop_names(frame: &mut Frame) -> Result<u32, Reason> {
    match frame.pop(Kind::Tuple)? {
        Kind::Names(names) => Ok(names),
        found => Err(Reason::Entry {
            place: 1,
            found,
            wanted: Kind::Names(0),
        }),
    }
}

/// Removes a code object; returns how many free variables it has.
fn pop_code(frame: &mut Frame) -> Result<u32, Reason> {
    match frame.pop(Kind::Object)? {
        Kind::Code(free) => Ok(free),
        found => Err(Reason::Entry {
            place: 1,
            found,
            wanted: Kind::Code(0),
        }),
    }
}

/// Removes a tuple of cells; returns how many.
fn pop_cells(frame: &mut Frame, free: u32) -> Result<u32, Reason> {
    match frame.pop(Kind::Tuple)? {
        Kind::Cells(cells) => Ok(cells),
        found => Err(Reason::Entry {
            place: 1,
            found,
            wanted: Kind::Cells(free),
        }),
    }
}

/// Removes a tuple of names and annotations in turn.
fn pop_annotations(frame: &mut Frame) -> Result<(), Reason> {
    let found = frame.pop(Kind::Tuple)?;
    match items(found) {
        Some(items) if items % 2 == 0 => Ok(()),
        Some(items) => Err(Reason::Annotations(items)),
        None => Err(Reason::Entry {
            place: 1,
            found,
            wanted: Kind::TupleOf(0),
        }),
    }
}

/// How many items a tuple has, if it is known.
fn items(kind: Kind) -> Option<u32> {
    match kind {
        Kind::TupleOf(items) | Kind::Names(items) | Kind::Cells(items) => Some(items),
        _ => None,
    }
}
