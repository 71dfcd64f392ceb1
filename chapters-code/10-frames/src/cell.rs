//! How do nested functions share a variable? Through a [`Cell`].
#![forbid(unsafe_code)]

use objects::{Object, OutOfMemory, Owned, Slot, Visit, heap, make_builtin_at_hand, payload};
use types::{AccessorDef, CompareOp, PyResult, Thread, check_count, no_keywords};

/// A variable that several functions see; empty while it is not bound.
pub struct Cell {
    /// What the variable is bound to.
    pub value: Slot,
}

payload!(Cell, "cell", traverse);

impl Cell {
    /// A new cell.
    pub fn new(t: &Thread, value: Option<Object>) -> Result<Owned<Cell>, OutOfMemory> {
        heap().make(
            t.types.cell.core(),
            Cell {
                value: Slot::from_option(value),
            },
        )
    }

    /// As [`Cell::new`], if that is short; see [`objects::make_builtin_at_hand`]. The value is
    /// asked for only then.
    #[inline(always)]
    pub fn make_at_hand(t: &Thread, value: impl FnOnce() -> Option<Object>) -> Option<Object> {
        let made = make_builtin_at_hand(t.types.cell.core(), || Cell {
            value: Slot::from_option(value()),
        });
        made.map(Owned::into_object)
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.value.traverse(visit);
    }

    fn clear(&self) {
        self.value.clear();
    }
}

fn cell<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Cell> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a cell was expected"))
}

static ACCESSORS: &[AccessorDef] = &[AccessorDef::settable(
    "cell_contents",
    |t, object| {
        cell(t, object)?
            .value
            .get()
            .ok_or_else(|| t.value_error("Cell is empty"))
    },
    |t, object, value| {
        drop(cell(t, object)?.value.replace(value.cloned()));
        Ok(())
    },
)];

fn repr(t: &Thread, object: &Object) -> PyResult {
    let contents = match cell(t, object)?.value.get() {
        None => "empty".to_owned(),
        Some(value) => format!("{} object at {:#x}", t.type_name(&value), value.identity()),
    };
    t.str(&format!("<cell at {:#x}: {contents}>", object.identity()))
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (a.downcast::<Cell>(), b.downcast::<Cell>()) else {
        return Ok(Object::not_implemented());
    };
    match (a.value.get(), b.value.get()) {
        (Some(a), Some(b)) => t.compare(&a, &b, op),
        // An empty cell is less than one that holds something.
        (a, b) => Ok(Object::bool(op.holds(a.is_some().cmp(&b.is_some())))),
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.cell;
    kind.declare::<Cell>();
    kind.slots.repr.set(Some(repr));
    kind.slots.compare.set(Some(compare));
    kind.slots.new.set(Some(|t, class, args| {
        no_keywords(t, "cell", args)?;
        check_count(t, "cell", args.plain().len(), 0, 1)?;
        let cell = Cell {
            value: Slot::from_option(args.plain().first().cloned()),
        };
        Ok(heap().make(class.core(), cell)?.into_object())
    }));
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)
}
