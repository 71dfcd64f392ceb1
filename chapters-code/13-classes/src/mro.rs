//! In which order are the bases of a class asked? The C3 linearization, and what a
//! metaclass's `mro()` makes of it.

use crate::layout::solid_base;
use objects::{Object, Owned};
use types::{PyResult, Raised, Thread, Type};

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
    if let Some(base) = bases.iter().find(|base| base.is_incomplete()) {
        return Err(t.type_error(format!(
            "Cannot extend an incomplete type '{}'",
            base.name()
        )));
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

fn inconsistent(t: &Thread, sequences: &[Vec<Owned<Type>>]) -> Raised {
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

/// The order that follows from the bases of a class, the class first: `type.mro()`.
pub(crate) fn default_order(t: &Thread, class: &Type) -> PyResult<Vec<Owned<Type>>> {
    let mut order = linearize(t, &class.bases())?;
    order.insert(0, class.object());
    Ok(order)
}

/// Gives a class the order that follows from its bases, or the one that its metaclass's
/// `mro()` returns (`mro_internal`).
pub(crate) fn set_order(t: &Thread, class: &Type) -> PyResult<()> {
    if t.type_of(class.object().as_object()).is(t.types.type_) {
        class.set_mro(default_order(t, class)?);
        return Ok(());
    }
    let own = class.object().into_object();
    let Some(method) = t.special_method(&own, &t.intern("mro")?)? else {
        return Err(t.attribute_error(&own, &t.intern("mro")?));
    };
    let before = class.mro();
    let order = t.collect(&t.call_found(&own, method, &[])?)?;
    let now = class.mro();
    // Has it assigned to `__bases__`? Then the order that follows from that stands.
    if before.len() != now.len() || !before.iter().zip(&now).all(|(a, b)| same(a, b)) {
        return Ok(());
    }
    if order.is_empty() {
        return Err(t.type_error("type MRO must not be empty"));
    }
    class.set_mro(checked(t, class, order)?);
    Ok(())
}

/// What `mro()` returned, as types whose layouts the class extends (`mro_check`).
fn checked(t: &Thread, class: &Type, order: Vec<Object>) -> PyResult<Vec<Owned<Type>>> {
    let mut types = Vec::with_capacity(order.len());
    for object in order {
        let base = object.into_owned::<Type>().map_err(|other| {
            let kind = t.type_name(&other);
            t.type_error(format!("mro() returned a non-class ('{kind}')"))
        })?;
        let solid = solid_base(t, &base);
        let mut own = Some(solid_base(t, class));
        while own.is_some_and(|own| !own.is(solid)) {
            own = own.and_then(Type::base);
        }
        if own.is_none() {
            return Err(t.type_error(format!(
                "mro() returned base with unsuitable layout ('{}')",
                base.name()
            )));
        }
        types.push(base);
    }
    Ok(types)
}
