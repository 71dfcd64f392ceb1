//! What is `int | str`? A union of types (PEP 604), for `isinstance` and annotations.

use crate::generic;
use crate::members::read_only;
use objects::{Object, Slot, Visit, heap, payload};
use types::{AccessorDef, BinaryOp, CompareOp, Flags, PyResult, Thread, Tuple, Type, Version};

/// `types.UnionType`
pub(crate) struct Union {
    members: Slot,
}

payload!(Union, "types.UnionType", traverse);

impl Union {
    fn traverse(&self, visit: Visit<'_>) {
        self.members.traverse(visit);
    }

    fn clear(&self) {
        self.members.clear();
    }
}

/// What can stand in a union: a type, another union, `None`.
fn members(t: &Thread, object: &Object) -> Option<Vec<Object>> {
    if object.is_none() {
        return Some(vec![t.types.none.object().into_object()]);
    }
    if object.downcast::<Type>().is_some() || generic::is_alias(object) {
        return Some(vec![object.clone()]);
    }
    let union = object.downcast::<Union>()?.members.get()?;
    Some(union.downcast::<Tuple>()?.items().to_vec())
}

/// Types are compared by identity, aliases by what they say.
fn same(t: &Thread, a: &Object, b: &Object) -> PyResult<bool> {
    match generic::is_alias(a) && generic::is_alias(b) {
        true => t.equal(a, b),
        false => Ok(a.is(b)),
    }
}

/// `a | b` of types.
pub(crate) fn or(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (Some(mut all), Some(more)) = (members(t, a), members(t, b)) else {
        return Ok(Object::not_implemented());
    };
    for member in more {
        let mut known = false;
        for other in &all {
            known |= same(t, other, &member)?;
        }
        if !known {
            all.push(member);
        }
    }
    if let [one] = &all[..] {
        return Ok(one.clone());
    }
    let union = Union {
        members: Slot::new(containers::tuple(t, all)?),
    };
    Ok(heap().make(t.types.union.core(), union)?.into_object())
}

fn args(t: &Thread, object: &Object) -> PyResult {
    let args = object
        .downcast::<Union>()
        .and_then(|union| union.members.get());
    args.ok_or_else(|| t.type_error("a union was expected"))
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let mut names = Vec::new();
    for member in members(t, object).unwrap_or_default() {
        names.push(match member.is(t.types.none.object().as_object()) {
            true => "None".to_owned(),
            false => generic::item_repr(t, &member)?,
        });
    }
    t.str(&names.join(" | "))
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let unions = a.downcast::<Union>().is_some() && b.downcast::<Union>().is_some();
    let (Some(a), Some(b), true) = (members(t, a), members(t, b), unions) else {
        return Ok(Object::not_implemented());
    };
    let mut equal = a.len() == b.len();
    for member in &a {
        let mut found = false;
        for other in &b {
            found |= same(t, member, other)?;
        }
        equal &= found;
    }
    Ok(match op {
        CompareOp::Eq => Object::bool(equal),
        CompareOp::Ne => Object::bool(!equal),
        _ => Object::not_implemented(),
    })
}

/// The order of the members does not count.
fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let mut hash = 0;
    for member in members(t, object).unwrap_or_default() {
        hash ^= t.hash(&member)?;
    }
    Ok(if hash == -1 { -2 } else { hash })
}

/// `isinstance(object, union)` and `issubclass(kind, union)`. (3.11 has no such methods:
/// there a union counts as a tuple.)
fn any_member(
    t: &Thread,
    union: &Object,
    function: &str,
    check: impl Fn(&Object) -> PyResult<bool>,
) -> PyResult {
    let generic = members(t, union).is_some_and(|all| all.iter().any(generic::is_alias));
    if generic && t.version == Version::V310 {
        return Err(t.type_error(format!(
            "{function}() argument 2 cannot contain a parameterized generic"
        )));
    }
    for member in members(t, union).unwrap_or_default() {
        if check(&member)? {
            return Ok(Object::bool(true));
        }
    }
    Ok(Object::bool(false))
}

static METHODS: &[types::NativeDef] = &[
    types::NativeDef {
        name: "__instancecheck__",
        code: types::NativeCode::One(|t, union, object| {
            any_member(t, union, "isinstance", |member| {
                eval_loop::builtins::is_instance(t, object, member)
            })
        }),
        doc: "",
    },
    types::NativeDef {
        name: "__subclasscheck__",
        code: types::NativeCode::One(|t, union, kind| {
            any_member(t, union, "issubclass", |member| {
                eval_loop::builtins::is_subclass(t, kind, member)
            })
        }),
        doc: "",
    },
];

fn parameters(t: &Thread, object: &Object) -> PyResult {
    generic::make_parameters(t, &members(t, object).unwrap_or_default())
}

/// A union with values in the place of its type variables.
fn subscript(t: &Thread, object: &Object, item: &Object) -> PyResult {
    let args = members(t, object).unwrap_or_default();
    let args = generic::substitute(t, object, &args, &parameters(t, object)?, item)?;
    let mut args = args.into_iter();
    let first = args.next().unwrap_or(Object::none());
    args.try_fold(first, |union, more| t.binary(BinaryOp::Or, &union, &more))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable("__args__", args, read_only),
    AccessorDef {
        name: "__parameters__",
        get: parameters,
        set: None,
        doc: "Type variables in the types.UnionType.",
    },
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.union;
    kind.declare::<Union>();
    kind.set_flags(Flags::NO_NEW);
    kind.slots.repr.set(Some(repr));
    kind.slots.compare.set(Some(compare));
    kind.slots.hash.set(Some(hash));
    kind.slots.subscript.set(Some(subscript));
    for kind in [kind, t.types.type_] {
        kind.slots.binary[BinaryOp::Or as usize].set(Some(or));
    }
    t.add_methods(kind, METHODS)?;
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)?;
    t.ready(t.types.type_)
}
