//! What may change about a class, and about an object's class, after they were made?
//! Assignment to `__class__` and to `__bases__`.

use crate::layout::{best_base, check_compatible};
use crate::{mro, special};
use objects::{Object, Owned};
use types::{Flags, PyResult, Thread, Tuple, Type, writable};

/// Assignment to `__class__` (`object_set_class`).
pub(crate) fn set_class(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let Some(value) = value else {
        return Err(t.type_error("can't delete __class__ attribute"));
    };
    let Some(class) = value.downcast::<Type>() else {
        let kind = t.type_name(value);
        return Err(t.type_error(format!(
            "__class__ must be set to a class, not '{kind}' object"
        )));
    };
    let old = t.type_of(object).object();
    let modules = class.is_subtype(t.types.module) && old.is_subtype(t.types.module);
    let immutable = class.has(Flags::IMMUTABLE) || old.has(Flags::IMMUTABLE);
    let Some(header) = object.header().filter(|_| modules || !immutable) else {
        return Err(t.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    };
    check_compatible(t, &old, class, "__class__")?;
    // The values lie in the order of the old class's names.
    if let Some(instance) = header.instance() {
        t.instance_dict(object, instance)?;
    }
    match header.set_type(class.core()) {
        true => Ok(()),
        false => Err(t.type_error(format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            class.name(),
            old.name()
        ))),
    }
}

/// Assignment to `__bases__` (`type_set_bases`).
pub(crate) fn set_bases(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let Some(class) = object.downcast::<Type>() else {
        return Err(t.type_error("a type was expected"));
    };
    let value = writable(t, class, "__bases__", value)?;
    let bases = checked_bases(t, class, value)?;
    let base = best_base(t, &bases)?.clone();
    if let Some(old) = class.base() {
        check_compatible(t, old, &base, "__bases__")?;
    }
    let old = (class.bases(), class.base().map(Type::object));
    class.enter_bases(bases.clone());
    class.set_base(base);
    let mut done = Vec::new();
    let reordered = reorder(t, class, &mut done);
    // A metaclass's `mro()` may have assigned to `__bases__` itself: its word stands.
    let now = class.bases();
    let ours = now.len() == bases.len() && now.iter().zip(&bases).all(|(a, b)| a.is(b));
    if reordered.is_err() && ours {
        class.enter_bases(old.0);
        if let Some(base) = old.1 {
            class.set_base(base);
        }
        for (class, order) in done.into_iter().rev() {
            class.set_mro(order);
        }
    }
    refresh(t, class);
    reordered
}

fn checked_bases(t: &Thread, class: &Type, value: &Object) -> PyResult<Vec<Owned<Type>>> {
    let name = class.name();
    let Some(tuple) = value.downcast::<Tuple>() else {
        let kind = t.type_name(value);
        return Err(t.type_error(format!(
            "can only assign tuple to {name}.__bases__, not {kind}"
        )));
    };
    if tuple.items().is_empty() {
        return Err(t.type_error(format!(
            "can only assign non-empty tuple to {name}.__bases__, not ()"
        )));
    }
    let mut bases = Vec::with_capacity(tuple.items().len());
    for item in tuple.items() {
        let base = item.clone().into_owned::<Type>().map_err(|other| {
            let kind = t.type_name(&other);
            t.type_error(format!(
                "{name}.__bases__ must be tuple of classes, not '{kind}'"
            ))
        })?;
        // The order may not be up to date, when a metaclass's `mro()` comes here.
        let mut below = Some(&*base);
        while below.is_some_and(|below| !below.is(class)) {
            below = below.and_then(Type::base);
        }
        if base.is_subtype(class) || below.is_some() {
            return Err(t.type_error("a __bases__ item causes an inheritance cycle"));
        }
        bases.push(base);
    }
    Ok(bases)
}

/// Finds the orders of a class and of all under it anew; `done` gets the orders that they
/// had (`mro_hierarchy`).
fn reorder(
    t: &Thread,
    class: &Type,
    done: &mut Vec<(Owned<Type>, Vec<Owned<Type>>)>,
) -> PyResult<()> {
    let _guard = t.enter_native(" in __bases__")?;
    done.push((class.object(), class.mro()));
    mro::set_order(t, class)?;
    for sub in class.subclasses() {
        reorder(t, &sub, done)?;
    }
    Ok(())
}

/// Brings the slots of a class and of all under it in step.
fn refresh(t: &Thread, class: &Type) {
    let mut pending = vec![class.object()];
    while let Some(class) = pending.pop() {
        special::update_all(t, &class);
        pending.extend(class.subclasses());
    }
}
