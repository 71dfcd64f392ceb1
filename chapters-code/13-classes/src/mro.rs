//! In which order are the bases of a class asked? The C3 linearization.

use objects::{Object, Owned};
use types::{PyResult, Thread, Type};

fn same(a: &Owned<Type>, b: &Owned<Type>) -> bool {
    a.as_object().is(b.as_object())
}

/// The method resolution order of a class with these bases, without the class itself: each
/// base before its own bases, and bases in the order in which they are written.
pub fn linearize(t: &Thread, bases: &[Owned<Type>]) -> PyResult<Vec<Owned<Type>>> {
    for (place, base) in bases.iter().enumerate() {
        if bases[..place].iter().any(|earlier| same(earlier, base)) {
            return Err(t.type_error(format!("duplicate base class {}", base.name())));
        }
    }
    let mut sequences: Vec<Vec<Owned<Type>>> = bases.iter().map(|base| base.mro()).collect();
    sequences.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        sequences.retain(|sequence| !sequence.is_empty());
        if sequences.is_empty() {
            return Ok(order);
        }
        let Some(next) = next_class(&sequences) else {
            return Err(inconsistent(t, &sequences));
        };
        for sequence in &mut sequences {
            if same(&sequence[0], &next) {
                sequence.remove(0);
            }
        }
        order.push(next);
    }
}

/// The first head that stands in no other sequence's tail.
fn next_class(sequences: &[Vec<Owned<Type>>]) -> Option<Owned<Type>> {
    let heads = sequences.iter().map(|sequence| &sequence[0]);
    heads
        .into_iter()
        .find(|head| {
            !sequences
                .iter()
                .any(|sequence| sequence[1..].iter().any(|class| same(class, head)))
        })
        .cloned()
}

fn inconsistent(t: &Thread, sequences: &[Vec<Owned<Type>>]) -> types::Raised {
    let mut names: Vec<String> = Vec::new();
    let mut seen: Vec<&Owned<Type>> = Vec::new();
    for sequence in sequences {
        if !seen.iter().any(|class| same(class, &sequence[0])) {
            seen.push(&sequence[0]);
            names.push(sequence[0].name());
        }
    }
    t.type_error(format!(
        "Cannot create a consistent method resolution\norder (MRO) for bases {}",
        names.join(", ")
    ))
}

/// The bases as types, from the tuple that the class statement gave.
pub(crate) fn as_types(t: &Thread, bases: &[Object]) -> PyResult<Vec<Owned<Type>>> {
    bases
        .iter()
        .map(|base| {
            base.clone()
                .into_owned::<Type>()
                .map_err(|_| t.type_error("bases must be types"))
        })
        .collect()
}
