//! Structural pattern matching (PEP 634).

use crate::check;
use crate::regs::{Flow, Regs};
use objects::Object;
use types::{ErrorKind, Flags, PyResult, Thread, Tuple, Type, as_str};

/// `GET_LEN`
#[inline(always)]
pub unsafe fn get_len(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let length = check!(t.length(r.peek(1)));
        let Some(length) = Object::small_int(length as i64) else {
            return Flow::Raise(t.overflow_error("length out of range"));
        };
        r.push(length);
    }
    Flow::Next
}

#[inline(always)]
unsafe fn push_flag(r: &mut Regs, t: &Thread, flag: Flags) -> Flow {
    // SAFETY: verified: an object lies on top.
    unsafe {
        let matches = t.type_of(r.peek(1)).has(flag);
        r.push(Object::bool(matches));
    }
    Flow::Next
}

/// `MATCH_MAPPING`
#[inline(always)]
pub unsafe fn match_mapping(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { push_flag(r, t, Flags::MAPPING) }
}

/// `MATCH_SEQUENCE`
#[inline(always)]
pub unsafe fn match_sequence(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { push_flag(r, t, Flags::SEQUENCE) }
}

/// `MATCH_KEYS` of 3.10: pushes the values or `None`, and whether they were found.
#[inline(always)]
pub unsafe fn match_keys(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: a tuple of keys above the subject.
    unsafe {
        let values = check!(keys(t, r.peek(2), r.peek(1)));
        let found = values.is_some();
        r.push(values.unwrap_or(Object::none()));
        r.push(Object::bool(found));
    }
    Flow::Next
}

/// The values of keys in a mapping, as a tuple; `None` if one is missing (`match_keys`).
pub fn keys(t: &Thread, subject: &Object, keys: &Object) -> PyResult<Option<Object>> {
    let Some(keys) = keys.downcast::<Tuple>() else {
        return Err(t.system_error("a tuple of keys was expected"));
    };
    let missing = containers::list(t, vec![])?;
    let mut values = Vec::with_capacity(keys.len());
    let get = match keys.is_empty() {
        true => None,
        false => Some(t.get_attribute(subject, &t.intern("get")?)?),
    };
    for (place, key) in keys.items().iter().enumerate() {
        for earlier in &keys.items()[..place] {
            if t.equal(earlier, key)? {
                let key = t.repr(key)?.to_text();
                return Err(t.value_error(format!("mapping pattern checks duplicate key ({key})")));
            }
        }
        let Some(get) = &get else { break };
        // A default that no mapping can hold tells a missing key from a value.
        let value = t.call(get, &[key.clone(), missing.clone()])?;
        if value.is(&missing) {
            return Ok(None);
        }
        values.push(value);
    }
    containers::tuple(t, values).map(Some)
}

/// `COPY_DICT_WITHOUT_KEYS`
#[inline(always)]
pub unsafe fn copy_dict_without_keys(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: a tuple of keys above the subject.
    unsafe {
        let rest = check!(without_keys(t, r.peek(2), r.peek(1)));
        r.replace_top(rest);
    }
    Flow::Next
}

/// A dictionary of what a mapping holds besides some keys.
pub fn without_keys(t: &Thread, subject: &Object, keys: &Object) -> PyResult {
    let rest = containers::dict(t)?;
    super::build::update(t, &rest, subject)?;
    for key in keys.downcast::<Tuple>().map_or(&[][..], Tuple::items) {
        containers::dict_remove(t, &rest, key)?;
    }
    Ok(rest.into_object())
}

/// `MATCH_CLASS` of 3.10: the subject's place gets the attributes, the class's whether it
/// matched.
#[inline(always)]
pub unsafe fn match_class(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a tuple of names above the class above the subject.
    unsafe {
        let names = r.pop();
        let attributes = check!(class(t, r.peek(2), r.peek(1), arg as usize, &names));
        r.replace_top(Object::bool(attributes.is_some()));
        if let Some(attributes) = attributes {
            let truth = r.pop();
            r.replace_top(attributes);
            r.push(truth);
        }
    }
    Flow::Next
}

/// The attributes that a class pattern names, as a tuple; `None` if it does not match
/// (`match_class`).
pub fn class(
    t: &Thread,
    subject: &Object,
    class: &Object,
    positional: usize,
    names: &Object,
) -> PyResult<Option<Object>> {
    let Some(kind) = class.downcast::<Type>() else {
        return Err(t.type_error("called match pattern must be a type"));
    };
    if !crate::builtins::is_instance(t, subject, class)? {
        return Ok(None);
    }
    let mut seen: Vec<Object> = Vec::new();
    let mut values = Vec::new();
    if positional > 0 {
        let args = match t.find_attribute(class, &t.names.match_args)? {
            Some(args) => match args.downcast::<Tuple>() {
                Some(_) => Some(args),
                None => {
                    return Err(t.type_error(format!(
                        "{}.__match_args__ must be a tuple (got {})",
                        kind.name(),
                        t.type_name(&args)
                    )));
                }
            },
            None => None,
        };
        let itself = args.is_none() && kind.has(Flags::MATCH_SELF);
        let args = args.as_ref().and_then(|args| args.downcast::<Tuple>());
        let args = args.map(Tuple::items);
        let allowed = args.map_or(usize::from(itself), <[Object]>::len);
        if allowed < positional {
            return Err(t.type_error(format!(
                "{}() accepts {allowed} positional sub-pattern{} ({positional} given)",
                kind.name(),
                if allowed == 1 { "" } else { "s" }
            )));
        }
        if itself {
            values.push(subject.clone());
        }
        for name in args.unwrap_or_default().iter().take(positional) {
            if as_str(name).is_none() {
                return Err(t.type_error(format!(
                    "__match_args__ elements must be strings (got {})",
                    t.type_name(name)
                )));
            }
            let Some(value) = attribute(t, subject, kind, name, &mut seen)? else {
                return Ok(None);
            };
            values.push(value);
        }
    }
    for name in names.downcast::<Tuple>().map_or(&[][..], Tuple::items) {
        let Some(value) = attribute(t, subject, kind, name, &mut seen)? else {
            return Ok(None);
        };
        values.push(value);
    }
    containers::tuple(t, values).map(Some)
}

/// One attribute of a class pattern (`match_class_attr`).
fn attribute(
    t: &Thread,
    subject: &Object,
    kind: &Type,
    name: &Object,
    seen: &mut Vec<Object>,
) -> PyResult<Option<Object>> {
    for earlier in seen.iter() {
        if t.equal(earlier, name)? {
            let name = t.repr(name)?.to_text();
            return Err(t.type_error(format!(
                "{}() got multiple sub-patterns for attribute {name}",
                kind.name()
            )));
        }
    }
    seen.push(name.clone());
    let Ok(text) = name.clone().into_owned() else {
        return Ok(None);
    };
    match t.get_attribute(subject, &t.intern_str(&text)?) {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised.is(t, ErrorKind::AttributeError) => Ok(None),
        Err(raised) => Err(raised),
    }
}
