//! The methods of tuples.

use crate::support::{CLASS_GETITEM, clip_bound, int, items_equal, method, search_bound, this};
use objects::Object;
use types::{NativeCode, NativeDef, PyResult, Thread, Tuple, check_count};

/// `tuple.index(value, start=0, stop=sys.maxsize, /)`
fn index(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "index", args.len(), 1, 3)?;
    let tuple = this::<Tuple>(t, object)?;
    let start = clip_bound(search_bound(t, args, 1, 0)?, tuple.len());
    let stop = clip_bound(search_bound(t, args, 2, i64::MAX)?, tuple.len());
    for place in start..stop {
        if items_equal(t, &tuple.items()[place], &args[0])? {
            return int(t, place);
        }
    }
    Err(t.value_error("tuple.index(x): x not in tuple"))
}

/// `tuple.count(value, /)`
fn count(t: &Thread, object: &Object, value: &Object) -> PyResult {
    let mut count = 0;
    for item in this::<Tuple>(t, object)?.items() {
        count += usize::from(items_equal(t, item, value)?);
    }
    int(t, count)
}

fn getnewargs(t: &Thread, object: &Object) -> PyResult {
    let items = crate::tuple_of(t, this::<Tuple>(t, object)?.items())?;
    crate::tuple(t, vec![items])
}

/// What the tuple takes in CPython: a header of three words and a word for each item.
fn sizeof(t: &Thread, object: &Object) -> PyResult {
    int(t, 24 + 8 * this::<Tuple>(t, object)?.len())
}

static METHODS: &[NativeDef] = &[
    method("__getnewargs__", NativeCode::NoArgs(getnewargs), ""),
    method(
        "__sizeof__",
        NativeCode::NoArgs(sizeof),
        "Size of object in memory, in bytes.",
    ),
    method(
        "index",
        NativeCode::Fast(index),
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
    ),
    method(
        "count",
        NativeCode::One(count),
        "Return number of occurrences of value.",
    ),
];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    t.add_methods(t.types.tuple, METHODS)?;
    t.add_class_methods(t.types.tuple, CLASS_GETITEM)
}
