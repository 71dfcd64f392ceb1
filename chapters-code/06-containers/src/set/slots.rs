//! What can be done with a set by syntax? Its slots.

use super::{Set, algebra};
use crate::support::{check_items, for_new, optional_argument, owned, this};
use objects::Object;
use types::{Args, BinaryOp, CompareOp, ErrorKind, Flags, PyResult, Thread, Type};

fn repr(t: &Thread, object: &Object) -> PyResult {
    let name = t.type_name(object);
    let Some(_guard) = t.enter_repr(object) else {
        return t.str(&format!("{name}(...)"));
    };
    let set = this::<Set>(t, object)?;
    if set.is_empty() {
        return t.str(&format!("{name}()"));
    }
    check_items(set.len())?;
    let keys = crate::list(t, t.collect(object)?)?;
    let shown = t.repr(&keys)?;
    let inner = shown.len() - 1;
    let chars: Vec<u32> = shown.chars().iter().take(inner).skip(1).collect();
    let inner = t.to_str(&t.str_of(&chars)?)?;
    let (open, close) = if t.is_exact(object, t.types.set) {
        ("{".to_owned(), "}")
    } else {
        (format!("{name}({{"), "})")
    };
    let mut pieces = crate::support::Pieces::default();
    pieces.text(t, &open)?;
    pieces.string(inner);
    pieces.text(t, close)?;
    pieces.join(t)
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(x), Some(y)) = (a.downcast::<Set>(), b.downcast::<Set>()) else {
        return Ok(Object::not_implemented());
    };
    let holds = match op {
        CompareOp::Eq => equal(t, x, y)?,
        CompareOp::Ne => !equal(t, x, y)?,
        CompareOp::Le => algebra::is_subset(t, x, y)?,
        CompareOp::Ge => algebra::is_subset(t, y, x)?,
        CompareOp::Lt => x.len() < y.len() && algebra::is_subset(t, x, y)?,
        CompareOp::Gt => x.len() > y.len() && algebra::is_subset(t, y, x)?,
    };
    Ok(Object::bool(holds))
}

fn equal(t: &Thread, a: &Set, b: &Set) -> PyResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    // Hashes that are known and differ settle it.
    if let (Some(x), Some(y)) = (a.hash.get(), b.hash.get())
        && x != y
    {
        return Ok(false);
    }
    algebra::is_subset(t, a, b)
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this::<Set>(t, object)?.len())
}

pub(super) fn contains(t: &Thread, object: &Object, key: &Object) -> PyResult<bool> {
    let set = this::<Set>(t, object)?;
    let (key, hash) = hashable(t, key)?;
    set.table.contains(t, &key, hash)
}

/// A key and its hash. A set, which has none, is looked for as a frozenset of its keys.
pub(super) fn hashable(t: &Thread, key: &Object) -> PyResult<(Object, i64)> {
    match t.hash(key) {
        Ok(hash) => Ok((key.clone(), hash)),
        Err(raised) if key.downcast::<Set>().is_some() && raised.is(t, ErrorKind::TypeError) => {
            let frozen = Set::of(t, t.types.frozenset, key)?.into_object();
            let hash = t.hash(&frozen)?;
            Ok((frozen, hash))
        }
        Err(raised) => Err(raised),
    }
}

/// `hash(frozenset)`: of all keys at once, in whatever order (`frozenset_hash`).
fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let set = this::<Set>(t, object)?;
    if let Some(hash) = set.hash.get() {
        return Ok(hash);
    }
    let shuffle = |hash: u64| {
        let spread = (hash ^ 89_869_747) ^ (hash << 16);
        spread.wrapping_mul(3_644_798_167)
    };
    let mut mixed = 0u64;
    let mut place = 0;
    while let Some((_, hash)) = set.table.next(&mut place) {
        mixed ^= shuffle(hash as u64);
    }
    mixed ^= (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    mixed ^= (mixed >> 11) ^ (mixed >> 25);
    mixed = mixed.wrapping_mul(69_069).wrapping_add(907_133_923);
    let hash = match mixed as i64 {
        -1 => 590_923_713,
        hash => hash,
    };
    set.hash.set(Some(hash));
    Ok(hash)
}

/// Declares an operator on two sets that makes a third.
macro_rules! operators {
    ($($name:ident = |$t:ident, $a:ident, $b:ident| $body:expr;)*) => {
        $(fn $name($t: &Thread, $a: &Object, $b: &Object) -> PyResult {
            if $a.downcast::<Set>().is_none() || $b.downcast::<Set>().is_none() {
                return Ok(Object::not_implemented());
            }
            $body
        })*
    };
}

operators! {
    or = |t, a, b| {
        let result = algebra::copy(t, a)?;
        if !a.is(b) {
            algebra::update(t, &result, b)?;
        }
        Ok(result.into_object())
    };
    and = |t, a, b| Ok(algebra::intersection(t, a, b)?.into_object());
    subtract = |t, a, b| Ok(algebra::difference(t, a, b)?.into_object());
    xor = |t, a, b| Ok(algebra::symmetric_difference(t, a, b)?.into_object());
    inplace_or = |t, a, b| {
        algebra::update(t, this(t, a)?, b)?;
        Ok(a.clone())
    };
    inplace_and = |t, a, b| {
        let result = algebra::intersection(t, a, b)?;
        this::<Set>(t, a)?.table.exchange(&result.table);
        Ok(a.clone())
    };
    inplace_subtract = |t, a, b| {
        algebra::difference_update(t, &owned(t, a)?, b)?;
        Ok(a.clone())
    };
    inplace_xor = |t, a, b| {
        algebra::symmetric_difference_update(t, &owned(t, a)?, b)?;
        Ok(a.clone())
    };
}

fn set_new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    Ok(Set::new(class)?.into_object())
}

/// `set(iterable=(), /)`
fn set_init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    let own_new = t.types.set.slots.new.get();
    let new = t.type_of(object).slots.new.get();
    let args = match (own_new, new) {
        (Some(own), Some(new)) if !std::ptr::fn_addr_eq(own, new) => Args::positional(args.plain()),
        _ => args,
    };
    let iterable = optional_argument(t, &t.type_name(object), args)?;
    let set = this::<Set>(t, object)?;
    set.hash.set(None);
    drop(set.table.take());
    match iterable {
        Some(iterable) => algebra::update(t, set, iterable),
        None => Ok(()),
    }
}

/// `frozenset(iterable=(), /)`
fn frozenset_new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    let exact = class.is(t.types.frozenset);
    let args = for_new(t, t.types.frozenset, class, args);
    match optional_argument(t, &class.name(), args)? {
        Some(same) if exact && t.is_exact(same, t.types.frozenset) => Ok(same.clone()),
        Some(iterable) => Ok(Set::of(t, class, iterable)?.into_object()),
        None => Ok(Set::new(class)?.into_object()),
    }
}

pub(super) fn install(t: &Thread, kind: &'static Type) {
    kind.set_flags(Flags::BASE.and(Flags::MATCH_SELF));
    let slots = &kind.slots;
    slots.repr.set(Some(repr));
    slots.compare.set(Some(compare));
    slots.length.set(Some(length));
    slots.contains.set(Some(contains));
    slots.iter.set(Some(super::iterator::iter));
    let operators: [(_, types::BinaryFn, types::BinaryFn); 4] = [
        (BinaryOp::Or, or, inplace_or),
        (BinaryOp::And, and, inplace_and),
        (BinaryOp::Subtract, subtract, inplace_subtract),
        (BinaryOp::Xor, xor, inplace_xor),
    ];
    let frozen = kind.is(t.types.frozenset);
    for (op, function, inplace) in operators {
        slots.binary[op as usize].set(Some(function));
        if !frozen {
            slots.inplace[op as usize].set(Some(inplace));
        }
    }
    if frozen {
        slots.hash.set(Some(hash));
        slots.new.set(Some(frozenset_new));
    } else {
        slots.new.set(Some(set_new));
        slots.init.set(Some(set_init));
    }
}
