//! Which name was meant? The known name that is nearest to the one that was not found
//! ("Did you mean: 'x'?").
#![forbid(unsafe_code)]

use crate::exception::Exception;
use crate::fields;
use crate::print::entries;
use objects::Object;
use types::{ErrorKind, PyResult, Str, Thread, Type, as_str};

/// With more names than this nothing is suggested.
const MAX_CANDIDATES: usize = 750;
/// Longer names are not compared.
const MAX_LENGTH: usize = 40;
/// What it costs to change, add or leave out a letter, and to change its case.
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// The repr of the name to suggest for an exception (`_Py_Offer_Suggestions`). Errors on
/// the way are forgotten: the exception itself is what matters.
pub(crate) fn suggestion(t: &Thread, exception: &Object) -> Option<Object> {
    let exactly = |kind: ErrorKind| {
        let class: Option<&Type> = t.error_type(kind);
        class.is_some_and(|class| t.is_exact(exception, class))
    };
    let candidate = if exactly(ErrorKind::AttributeError) {
        for_attribute(t, exception)
    } else if exactly(ErrorKind::NameError) {
        for_name(t, exception)
    } else {
        None
    };
    Some(t.repr(&candidate?).ok()?.into_object())
}

/// The name that was not found.
fn wanted(t: &Thread, exception: &Object) -> Option<Object> {
    let name = exception.downcast::<Exception>()?.fields[fields::NAME].get()?;
    t.is_exact(&name, t.types.str).then_some(name)
}

fn for_attribute(t: &Thread, exception: &Object) -> Option<Object> {
    let name = wanted(t, exception)?;
    let object = exception.downcast::<Exception>()?.fields[fields::OBJ].get()?;
    let names = t.collect(&directory(t, &object).ok()??).ok()?;
    nearest(&names, &name)
}

/// `dir(object)`, sorted.
fn directory(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    match t.builtins.get_name(&t.intern("dir")?) {
        Some(dir) => t.call(&dir, std::slice::from_ref(object)).map(Some),
        None => Ok(None),
    }
}

/// The variables of the frame that raised, then the globals, then the builtins.
fn for_name(t: &Thread, exception: &Object) -> Option<Object> {
    let name = wanted(t, exception)?;
    let traceback = exception.downcast::<Exception>()?.traceback.get()?;
    let frame = entries(&traceback).pop()?.frame.clone();
    let code = frame.code()?;
    let variables: Vec<Object> = code
        .varnames
        .iter()
        .map(|name| name.object().clone())
        .collect();
    if let Some(found) = nearest(&variables, &name) {
        return Some(found);
    }
    let function = frame.function()?;
    for namespace in [&function.globals, &function.builtins] {
        let keys = t.collect(namespace.as_object()).ok()?;
        if let Some(found) = nearest(&keys, &name) {
            return Some(found);
        }
    }
    None
}

/// The nearest of some names, if one is near enough; the first of several
/// (`calculate_suggestions`).
pub fn nearest(names: &[Object], name: &Object) -> Option<Object> {
    if names.len() >= MAX_CANDIDATES {
        return None;
    }
    let name = as_str(name)?.to_utf8()?;
    let mut best: Option<(usize, &Object)> = None;
    for candidate in names {
        let text = as_str(candidate).and_then(Str::to_utf8)?;
        if text == name {
            continue;
        }
        // No more than a third of the letters may differ.
        let mut limit = (name.len() + text.len() + 3) * MOVE_COST / 6;
        if let Some((distance, _)) = best {
            limit = limit.min(distance.saturating_sub(1));
        }
        let distance = distance(name.as_bytes(), text.as_bytes(), limit);
        if distance <= limit {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.clone())
}

fn substitution_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// How many changes make one name of the other, weighted; more than `limit` if it is more
/// (Levenshtein's distance, one row of the table at a time).
fn distance(a: &[u8], b: &[u8], limit: usize) -> usize {
    let prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let ends = a.iter().rev().zip(b.iter().rev());
    let suffix = ends.take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE_COST;
    }
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return limit + 1;
    }
    let (short, long) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (long.len() - short.len()) * MOVE_COST > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (1..=short.len()).map(|count| count * MOVE_COST).collect();
    let mut result = 0;
    for (count, &letter) in long.iter().enumerate() {
        result = count * MOVE_COST;
        let mut diagonal = result;
        let mut least = usize::MAX;
        for (place, &other) in row.iter_mut().zip(short) {
            let substitute = diagonal + substitution_cost(letter, other);
            diagonal = *place;
            result = substitute.min(result.min(diagonal) + MOVE_COST);
            *place = result;
            least = least.min(result);
        }
        if least > limit {
            return limit + 1;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_change_costs_two_and_a_change_of_case_one() {
        for (a, b, expected) in [
            ("nam", "name", 2),
            ("name", "Name", 1),
            ("value", "vlaue", 4),
            ("abc", "xyz", 6),
            ("same", "same", 0),
        ] {
            assert_eq!(
                distance(a.as_bytes(), b.as_bytes(), 100),
                expected,
                "{a} {b}"
            );
        }
    }

    #[test]
    fn a_distance_beyond_the_limit_is_only_known_to_be_beyond_it() {
        assert!(distance(b"abcdef", b"uvwxyz", 3) > 3);
        assert!(distance(&[b'a'; 50], &[b'b'; 50], 3) > 3);
    }
}
