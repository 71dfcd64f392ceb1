//! How do the objects of a class lie in memory? Which base decides, what `__slots__` adds,
//! and which classes are so alike that an object can change between them.

use objects::Owned;
use types::{Added, Dict, Flags, Name, PyResult, Str, Thread, Type, as_str};

/// Do objects of this type have a variable part (`tp_itemsize`)? (Strings have one here, but
/// not in CPython, where the text of a subclass's object lies elsewhere.)
fn is_variable(t: &Thread, kind: &Type) -> bool {
    let variable = [t.types.int, t.types.bytes, t.types.tuple, t.types.type_];
    variable.iter().any(|base| kind.is_subtype(base))
}

/// Have objects of this type a `__dict__` (`tp_dictoffset`)?
pub(crate) fn has_dict(t: &Thread, kind: &Type) -> bool {
    kind.head().has_dict()
        || kind.slots.dict_place.get().is_some()
        || kind.is_subtype(t.types.type_)
}

/// Would CPython's collector watch objects of this type?
fn is_collected(kind: &Type) -> bool {
    let adds = {
        let added = kind.added.borrow();
        added.dict || added.weak || !added.slots.is_empty()
    };
    match kind.base().filter(|_| kind.has(Flags::HEAP)) {
        Some(base) => adds || is_collected(base),
        None => kind.head().layout().traverse.is_some(),
    }
}

/// The base whose layout the class takes (`best_base`).
pub(crate) fn best_base<'a>(t: &Thread, bases: &'a [Owned<Type>]) -> PyResult<&'a Owned<Type>> {
    let mut best: Option<&Owned<Type>> = None;
    for base in bases {
        if !base.has(Flags::BASE) {
            return Err(t.type_error(format!(
                "type '{}' is not an acceptable base type",
                t.full_type_name(base)
            )));
        }
        best = Some(match best {
            None => base,
            Some(old) => more_derived(t, old, base)?,
        });
    }
    best.ok_or_else(|| t.type_error("a new-style class can't have only classic bases"))
}

/// Of two bases, the one whose layout extends the other's.
fn more_derived<'a>(
    t: &Thread,
    a: &'a Owned<Type>,
    b: &'a Owned<Type>,
) -> PyResult<&'a Owned<Type>> {
    let (a_solid, b_solid) = (solid_base(t, a), solid_base(t, b));
    if a_solid.is_subtype(b_solid) {
        Ok(a)
    } else if b_solid.is_subtype(a_solid) {
        Ok(b)
    } else {
        Err(t.type_error("multiple bases have instance lay-out conflict"))
    }
}

/// The class that last added something to the layout. A `__dict__` and a place for weak
/// references do not count where the objects have no variable part (`solid_base`).
pub(crate) fn solid_base<'a>(t: &Thread, kind: &'a Type) -> &'a Type {
    let mut solid = kind;
    while let Some(base) = solid.base() {
        let same_layout = std::ptr::eq(solid.head().layout(), base.head().layout());
        let added = solid.added.borrow();
        if !same_layout || !added.slots.is_empty() || (added.dict && is_variable(t, base)) {
            break;
        }
        drop(added);
        solid = base;
    }
    solid
}

/// What a class with this namespace adds to the objects of its base (`type_new_slots`).
pub(crate) fn added(
    t: &Thread,
    name: &Str,
    base: &Type,
    bases: &[Owned<Type>],
    names: &Dict,
) -> PyResult<Added> {
    let may_dict = !has_dict(t, base);
    let may_weak = !base.has(Flags::WEAK) && !is_variable(t, base);
    let mut added = match names.get_name(&t.names.slots) {
        None => Added {
            dict: may_dict,
            weak: may_weak,
            slots: vec![],
        },
        Some(slots) => {
            let items = match as_str(&slots) {
                Some(_) => vec![slots.clone()],
                None => t.collect(&slots)?,
            };
            if !items.is_empty() && is_variable(t, base) {
                return Err(t.type_error(format!(
                    "nonempty __slots__ not supported for subtype of '{}'",
                    base.name()
                )));
            }
            let items = identifiers(t, items)?;
            named(t, name, &items, names, (may_dict, may_weak))?
        }
    };
    // What another base's objects have, objects of the class must have too.
    for other in bases.iter().filter(|other| !other.is(base)) {
        added.dict |= may_dict && has_dict(t, other);
        added.weak |= may_weak && other.has(Flags::WEAK);
    }
    Ok(added)
}

/// How many places are left free below those that a class adds: one, if in CPython the place
/// for weak references lies there. CPython's offsets of `__slots__` count it, and specialized
/// instructions show them.
pub(crate) fn weak_gap(base: &Type, added: &Added) -> u16 {
    if added.slots.is_empty() {
        return 0;
    }
    let mut class = base;
    loop {
        let below = class.added.borrow();
        if below.weak || !below.slots.is_empty() {
            return u16::from(below.weak);
        }
        drop(below);
        match class.base() {
            Some(base) => class = base,
            None => return 0,
        }
    }
}

/// The items of `__slots__`, which must be identifiers.
fn identifiers(t: &Thread, items: Vec<objects::Object>) -> PyResult<Vec<Name>> {
    let mut names = Vec::with_capacity(items.len());
    for item in items {
        let text = item.into_owned::<Str>().map_err(|other| {
            let kind = t.type_name(&other);
            t.type_error(format!("__slots__ items must be strings, not '{kind}'"))
        })?;
        if !strings::is_name(t.version, text.chars()) {
            return Err(t.type_error("__slots__ must be identifiers"));
        }
        names.push(t.intern_str(&text)?);
    }
    Ok(names)
}

/// What the names of `__slots__` ask for.
fn named(
    t: &Thread,
    class: &Str,
    items: &[Name],
    names: &Dict,
    (may_dict, may_weak): (bool, bool),
) -> PyResult<Added> {
    let mut added = Added::default();
    for name in items {
        if name.is(&t.names.dict) {
            if !may_dict || added.dict {
                return Err(t.type_error("__dict__ slot disallowed: we already got one"));
            }
            added.dict = true;
        } else if name.is(&t.names.weakref) {
            if !may_weak || added.weak {
                return Err(t.type_error(
                    "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0",
                ));
            }
            added.weak = true;
        }
    }
    let specials = [&t.names.dict, &t.names.weakref];
    for name in items {
        if specials.iter().any(|special| special.is(name)) {
            continue;
        }
        let place = t.intern(&mangled(&class.to_text(), &name.to_string()))?;
        let allowed = place.is(&t.names.qualname) || place.is(&t.names.classcell);
        if names.get_name(&place).is_some() && !allowed {
            return Err(t.value_error(format!(
                "'{place}' in __slots__ conflicts with class variable"
            )));
        }
        added.slots.push(place);
    }
    added.slots.sort_by_key(Name::to_string);
    Ok(added)
}

/// A private name as the compiler writes it in the class's methods (`_Py_Mangle`).
fn mangled(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    match private && !class.is_empty() {
        true => format!("_{class}{name}"),
        false => name.to_owned(),
    }
}

/// Adds a class nothing to its base's layout (`compatible_with_tp_base`)?
fn like_its_base(kind: &Type) -> bool {
    let added = kind.added.borrow();
    kind.base().is_some_and(|base| {
        std::ptr::eq(kind.head().layout(), base.head().layout())
            && !(added.dict || added.weak)
            && added.slots.is_empty()
            && (kind.has(Flags::HEAP)
                || kind.slots.dict_place.get().is_some() == base.slots.dict_place.get().is_some())
    })
}

/// Do two classes add the same to the same base (`same_slots_added`)? Behind a variable part
/// a `__dict__` has no place that could be compared.
fn add_the_same(t: &Thread, a: &Type, b: &Type) -> bool {
    let (Some(a_base), Some(b_base)) = (a.base(), b.base()) else {
        return false;
    };
    let (a_added, b_added) = (a.added.borrow(), b.added.borrow());
    let same_slots = a_added.slots.len() == b_added.slots.len()
        && (a_added.slots.iter().zip(&b_added.slots)).all(|(a, b)| a.is(b));
    a_base.is(b_base)
        && std::ptr::eq(a.head().layout(), b.head().layout())
        && (a_added.dict, a_added.weak) == (b_added.dict, b_added.weak)
        && same_slots
        && !(a_added.dict && is_variable(t, a_base))
}

/// Checks that objects of one class can be taken for objects of another
/// (`compatible_for_assignment`); `attribute` is what is assigned to.
pub(crate) fn check_compatible(
    t: &Thread,
    old: &Type,
    new: &Type,
    attribute: &str,
) -> PyResult<()> {
    let refuse = |what: &str| {
        let (new, old) = (new.name(), old.name());
        Err(t.type_error(format!(
            "{attribute} assignment: '{new}' {what} differs from '{old}'"
        )))
    };
    if is_collected(old) != is_collected(new) {
        return refuse("deallocator");
    }
    let root = |kind: &'_ Type| {
        let mut kind = kind.object();
        while like_its_base(&kind) {
            let Some(base) = kind.base().map(Type::object) else {
                break;
            };
            kind = base;
        }
        kind
    };
    let (new_root, old_root) = (root(new), root(old));
    if !new_root.is(&old_root) && !add_the_same(t, &new_root, &old_root) {
        return refuse("object layout");
    }
    Ok(())
}
