//! `list.sort`: which comparison to use, and what a key function or a meddling `__lt__`
//! may do meanwhile.

use super::merge_sort::sorted_order;
use crate::support::this;
use objects::Object;
use std::cmp::Ordering;
use types::{Args, Chars, CompareOp, ErrorKind, List, Parameters, PyResult, Str, Thread, Tuple};

/// `list.sort(*, key=None, reverse=False)`
pub fn sort(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let list = this::<List>(t, object)?;
    static PARAMETERS: Parameters = Parameters {
        function: "sort",
        names: &["key", "reverse"],
        required: 0,
        positional: 0,
    };
    let [key, reverse] = t.arguments(&PARAMETERS, args)?;
    let reverse = match reverse {
        Some(reverse) => t.index_or(reverse, ErrorKind::OverflowError)? != 0,
        None => false,
    };
    let key = key.filter(|key| !key.is_none());
    sort_list(t, list, key, reverse)?;
    Ok(Object::none())
}

/// Sorts a list in place. While it is being sorted it looks empty.
pub fn sort_list(t: &Thread, list: &List, key: Option<&Object>, reverse: bool) -> PyResult<()> {
    let mut items = list.items.take();
    let result = sort_items(t, items.as_mut_slice(), key, reverse);
    let meddled = list.items.capacity() != 0;
    // What was put there meanwhile is dropped last.
    let _strangers = list.items.take();
    list.items.put(items);
    if meddled && result.is_ok() {
        return Err(t.value_error("list modified during sort"));
    }
    result
}

/// Sorts a row of items; when something raises, it holds the same items in some order.
fn sort_items(
    t: &Thread,
    items: &mut [Object],
    key: Option<&Object>,
    reverse: bool,
) -> PyResult<()> {
    let Some(key) = key else {
        return match Order::of(t, items.iter()) {
            Some(order) => {
                order.sort(items, |item| item, reverse);
                Ok(())
            }
            None => sort_by_asking(t, items, |item| item, reverse),
        };
    };
    let mut rows = Vec::with_capacity(items.len());
    for item in &*items {
        rows.push((t.call(key, std::slice::from_ref(item))?, Object::none()));
    }
    for (row, item) in rows.iter_mut().zip(&mut *items) {
        std::mem::swap(&mut row.1, item);
    }
    let result = match Order::of(t, rows.iter().map(|row| &row.0)) {
        Some(order) => {
            order.sort(&mut rows, |row| &row.0, reverse);
            Ok(())
        }
        None => sort_by_asking(t, &mut rows, |row| &row.0, reverse),
    };
    for (row, item) in rows.iter_mut().zip(items) {
        std::mem::swap(&mut row.1, item);
    }
    result
}

/// Sorts rows by keys whose comparison can run Python, and so can raise.
fn sort_by_asking<T>(
    t: &Thread,
    rows: &mut [T],
    key: impl Fn(&T) -> &Object,
    reverse: bool,
) -> PyResult<()> {
    // Equal rows keep their order: a reversed sort is a sort of the reversed rows, reversed.
    if reverse {
        rows.reverse();
    }
    let (mut order, result) = sorted_order(rows.len(), &mut |a, b| {
        let (a, b) = (key(&rows[a as usize]), key(&rows[b as usize]));
        t.is_true(&t.compare(a, b, CompareOp::Lt)?)
    });
    permute(rows, &mut order);
    if reverse {
        rows.reverse();
    }
    result
}

/// Puts rows in an order: that of their numbers, each of which is there once.
fn permute<T>(rows: &mut [T], order: &mut [u32]) {
    for start in 0..rows.len() {
        // Each place takes the row that belongs there, which leaves a place for the next.
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place as u32) as usize;
            if from == start || from == place {
                break;
            }
            rows.swap(place, from);
            place = from;
        }
    }
}

/// An order of keys that are all of one of the types that need no call to be compared:
/// consistent, and found without running Python.
enum Order {
    /// Small integers.
    Ints,
    /// Floats that fit a word, and so are no NaN.
    Floats,
    /// Strings.
    Texts,
    /// Tuples of the same length, with an order for each place.
    Tuples(Vec<Order>),
}

impl Order {
    fn of<'a>(t: &Thread, keys: impl Iterator<Item = &'a Object> + Clone) -> Option<Order> {
        match t.is_exact(keys.clone().next()?, t.types.tuple) {
            true => Order::of_tuples(t, keys),
            false => Order::of_values(t, keys),
        }
    }

    fn of_values<'a>(
        t: &Thread,
        mut keys: impl Iterator<Item = &'a Object> + Clone,
    ) -> Option<Order> {
        let first = keys.clone().next()?;
        if first.is_small_int() {
            return keys.all(Object::is_small_int).then_some(Order::Ints);
        }
        if first.as_small_float().is_some() {
            let all = keys.all(|key| key.as_small_float().is_some());
            return all.then_some(Order::Floats);
        }
        let all = keys.all(|key| t.is_exact(key, t.types.str));
        all.then_some(Order::Texts)
    }

    fn of_tuples<'a>(t: &Thread, keys: impl Iterator<Item = &'a Object> + Clone) -> Option<Order> {
        let length = items(keys.clone().next()?).len();
        let alike = |key| t.is_exact(key, t.types.tuple) && items(key).len() == length;
        if length == 0 || !keys.clone().all(alike) {
            return None;
        }
        let column = |place| Order::of_values(t, keys.clone().map(|key| &items(key)[place]));
        let columns: Option<Vec<Order>> = (0..length).map(column).collect();
        columns.map(Order::Tuples)
    }

    fn sort<T>(&self, rows: &mut [T], key: impl Fn(&T) -> &Object, reverse: bool) {
        // As in `sort_by_asking`.
        if reverse {
            rows.reverse();
        }
        match self {
            Order::Ints => rows.sort_by(|a, b| compare_ints(key(a), key(b))),
            Order::Floats => rows.sort_by(|a, b| compare_floats(key(a), key(b))),
            Order::Texts => rows.sort_by(|a, b| compare_text(key(a), key(b))),
            Order::Tuples(_) => rows.sort_by(|a, b| self.compare(key(a), key(b))),
        }
        if reverse {
            rows.reverse();
        }
    }

    fn compare(&self, a: &Object, b: &Object) -> Ordering {
        match self {
            Order::Ints => compare_ints(a, b),
            Order::Floats => compare_floats(a, b),
            Order::Texts => compare_text(a, b),
            Order::Tuples(columns) => {
                let mut pairs = columns.iter().zip(items(a).iter().zip(items(b)));
                pairs
                    .find_map(|(column, (a, b))| Some(column.compare(a, b)).filter(|o| o.is_ne()))
                    .unwrap_or(Ordering::Equal)
            }
        }
    }
}

/// The items of a tuple.
fn items(object: &Object) -> &[Object] {
    object.downcast().map_or(&[], Tuple::items)
}

fn compare_ints(a: &Object, b: &Object) -> Ordering {
    // The words of integers are in the order of the integers.
    (a.word() as i64).cmp(&(b.word() as i64))
}

fn compare_floats(a: &Object, b: &Object) -> Ordering {
    let order = a.as_small_float().partial_cmp(&b.as_small_float());
    order.unwrap_or(Ordering::Equal)
}

fn compare_text(a: &Object, b: &Object) -> Ordering {
    let (Some(a), Some(b)) = (a.downcast::<Str>(), b.downcast::<Str>()) else {
        return Ordering::Equal;
    };
    match (a.chars(), b.chars()) {
        (Chars::One(a), Chars::One(b)) => a.cmp(b),
        (a, b) => a.iter().cmp(b.iter()),
    }
}
