//! `list.sort`: which comparison to use, and what a key function or a meddling `__lt__`
//! may do meanwhile.

use super::merge_sort::sorted_order;
use crate::support::this;
use objects::{Object, Objects};
use std::cmp::Ordering;
use types::{Args, Chars, CompareOp, ErrorKind, List, Parameters, PyResult, Str, Thread};

/// `list.sort(*, key=None, reverse=False)`
pub(super) fn sort(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
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
    let mut items = list.items.take().into_vec();
    let result = sort_items(t, &mut items, key, reverse);
    let meddled = list.items.capacity() != 0;
    let sorted = Objects::with_capacity(items.len())?;
    for item in items {
        sorted.push(item)?;
    }
    // What was put there meanwhile is dropped last.
    let _strangers = list.items.take();
    list.items.put(sorted);
    if meddled && result.is_ok() {
        return Err(t.value_error("list modified during sort"));
    }
    result
}

/// Sorts a row of items; when something raises, it holds the same items in some order.
fn sort_items(
    t: &Thread,
    items: &mut Vec<Object>,
    key: Option<&Object>,
    reverse: bool,
) -> PyResult<()> {
    let keys = key
        .map(|key| {
            let of_item = |item| t.call(key, std::slice::from_ref(item));
            items.iter().map(of_item).collect::<PyResult<Vec<Object>>>()
        })
        .transpose()?;
    if keys.is_none() && sort_uniform(t, items, reverse) {
        return Ok(());
    }
    let by = keys.as_deref().unwrap_or(items);
    // Equal items keep their order: a reversed sort is a sort of the reversed row, reversed.
    let place = |number: u32| match reverse {
        true => by.len() - 1 - number as usize,
        false => number as usize,
    };
    let (mut order, result) = match uniform(t, by) {
        Some(compare) => {
            let mut order: Vec<u32> = (0..by.len() as u32).collect();
            order.sort_by(|&a, &b| compare(&by[place(a)], &by[place(b)]));
            (order, Ok(()))
        }
        None => sorted_order(by.len(), &mut |a, b| {
            t.is_true(&t.compare(&by[place(a)], &by[place(b)], CompareOp::Lt)?)
        }),
    };
    if reverse {
        order.reverse();
    }
    let length = items.len();
    let mut old: Vec<Option<Object>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|number| {
        let place = if reverse {
            length - 1 - number as usize
        } else {
            number as usize
        };
        old[place].take()
    }));
    result
}

/// Sorts items of one of the types that need no call; false if they are not.
fn sort_uniform(t: &Thread, items: &mut [Object], reverse: bool) -> bool {
    let Some(compare) = uniform(t, items) else {
        return false;
    };
    if reverse {
        items.reverse();
    }
    items.sort_by(compare);
    if reverse {
        items.reverse();
    }
    true
}

/// How to compare keys that are all small integers, all floats or all strings: consistently,
/// and without running Python.
fn uniform(t: &Thread, keys: &[Object]) -> Option<fn(&Object, &Object) -> Ordering> {
    if keys.iter().all(Object::is_small_int) {
        // The words of integers are in the order of the integers.
        return Some(|a, b| (a.word() as i64).cmp(&(b.word() as i64)));
    }
    if keys.iter().all(|key| key.as_small_float().is_some()) {
        // Floats in a word are never NaN, so that any two can be compared.
        return Some(|a, b| {
            let order = a.as_small_float().partial_cmp(&b.as_small_float());
            order.unwrap_or(Ordering::Equal)
        });
    }
    let is_str = |key: &Object| t.is_exact(key, t.types.str);
    keys.iter().all(is_str).then_some(compare_text)
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
