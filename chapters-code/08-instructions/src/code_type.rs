//! What does Python see of a code object's tables? `co_lines`, `co_positions`, `co_lnotab`.

use std::cell::Cell;

use code_objects::Code;
use objects::{Object, Owned, Payload, heap, payload};
use types::Version;
use types::{AccessorDef, Flags, NativeCode, NativeDef, NextFn, PyResult, Raised, Thread, Type};

use crate::lines::{Cursor, Lines, TableError};
use crate::lnotab::lnotab;
use crate::location_table::{LocationTable, Position};

/// `line_iterator`: what `co_lines()` returns.
pub struct LineIterator {
    code: Owned<Code>,
    cursor: Cell<Cursor>,
}

payload!(LineIterator, "line_iterator");

/// `positions_iterator`: what `co_positions()` returns. It gives an entry of the table once
/// for each code unit.
pub struct PositionsIterator {
    code: Owned<Code>,
    cursor: Cell<Cursor>,
    /// The entry at hand, and for how many more code units it stands.
    position: Cell<(Position, usize)>,
}

payload!(PositionsIterator, "positions_iterator");

fn malformed(t: &Thread, error: TableError) -> Raised {
    t.value_error(format!("code: co_linetable is malformed: {error}"))
}

fn code(t: &Thread, object: &Object) -> PyResult<Owned<Code>> {
    let code = object.clone().into_owned::<Code>();
    code.map_err(|_| t.type_error("a code object was expected"))
}

fn receiver<'a, T: Payload>(t: &Thread, object: &'a Object) -> PyResult<&'a T> {
    object
        .downcast::<T>()
        .ok_or_else(|| t.system_error("bad argument to internal function"))
}

fn co_lines(t: &Thread, object: &Object) -> PyResult {
    let code = code(t, object)?;
    let cursor = Cell::new(Cursor::new(code.firstlineno));
    let lines = LineIterator { code, cursor };
    Ok(heap()
        .make(t.types.line_iterator.core(), lines)?
        .into_object())
}

fn co_positions(t: &Thread, object: &Object) -> PyResult {
    let code = code(t, object)?;
    let cursor = Cell::new(Cursor::new(code.firstlineno));
    let position = Cell::new((Position::default(), 0));
    let positions = PositionsIterator {
        code,
        cursor,
        position,
    };
    Ok(heap()
        .make(t.types.positions_iterator.core(), positions)?
        .into_object())
}

/// A line or a column: `None` where there is none.
fn number(t: &Thread, number: Option<i32>) -> PyResult {
    match number {
        Some(number) => offset(t, i64::from(number)),
        None => Ok(Object::none()),
    }
}

fn offset(t: &Thread, number: i64) -> PyResult {
    let too_large = || t.overflow_error("Python int too large to convert to C int");
    Object::small_int(number).ok_or_else(too_large)
}

fn next_line(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let this = receiver::<LineIterator>(t, object)?;
    let code = &this.code;
    let mut lines = Lines::resume(code.version, &code.linetable, this.cursor.get());
    let item = lines.next();
    this.cursor.set(lines.cursor());
    let Some(range) = item.transpose().map_err(|error| malformed(t, error))? else {
        return Ok(None);
    };
    // Offsets are less than the length of a table in memory.
    let (start, end) = (offset(t, range.start as i64)?, offset(t, range.end as i64)?);
    t.tuple([start, end, number(t, range.line)?]).map(Some)
}

fn next_position(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let this = receiver::<PositionsIterator>(t, object)?;
    let (mut position, mut units) = this.position.get();
    if units == 0 {
        let mut table = LocationTable::resume(&this.code.linetable, this.cursor.get());
        let item = table.next();
        this.cursor.set(table.cursor());
        let Some(location) = item.transpose().map_err(|error| malformed(t, error))? else {
            return Ok(None);
        };
        position = location.position;
        units = (location.end - location.start) / 2;
    }
    this.position.set((position, units - 1));
    let Position {
        line,
        end_line,
        column,
        end_column,
    } = position;
    let numbers = [line, end_line, column, end_column].map(|part| number(t, part));
    let numbers: PyResult<Vec<Object>> = numbers.into_iter().collect();
    t.tuple(numbers?).map(Some)
}

fn co_lnotab(t: &Thread, object: &Object) -> PyResult {
    let code = code(t, object)?;
    let table = lnotab(code.version, &code.linetable, code.firstlineno);
    t.bytes(&table.map_err(|error| malformed(t, error))?)
}

static METHODS: &[NativeDef] = &[NativeDef {
    name: "co_lines",
    code: NativeCode::NoArgs(co_lines),
    doc: "",
}];

static METHODS_311: &[NativeDef] = &[NativeDef {
    name: "co_positions",
    code: NativeCode::NoArgs(co_positions),
    doc: "",
}];

static ACCESSORS: &[AccessorDef] = &[AccessorDef::new("co_lnotab", co_lnotab)];

fn itself(_: &Thread, object: &Object) -> PyResult {
    Ok(object.clone())
}

fn iterator<T: Payload>(t: &Thread, class: &'static Type, next: NextFn) -> PyResult<()> {
    class.declare::<T>();
    class.set_flags(Flags::NO_NEW);
    class.slots.iter.set(Some(itself));
    class.slots.next.set(Some(next));
    t.ready(class)
}

/// Adds to the type `code` what reads its tables.
///
/// # Errors
///
/// `MemoryError`.
pub fn install(t: &Thread) -> PyResult<()> {
    let types = t.types;
    iterator::<LineIterator>(t, types.line_iterator, next_line)?;
    iterator::<PositionsIterator>(t, types.positions_iterator, next_position)?;
    t.add_methods(types.code, METHODS)?;
    t.add_accessors(types.code, ACCESSORS)?;
    match t.version {
        Version::V310 => Ok(()),
        Version::V311 => t.add_methods(types.code, METHODS_311),
    }
}
