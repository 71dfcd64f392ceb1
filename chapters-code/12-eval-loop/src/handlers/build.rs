//! Making containers, strings, slices and functions of what lies on the stack.

use crate::check;
use crate::regs::{Flow, Regs};
use code_objects::Code;
use containers::Set;
use frames::Function;
use objects::{Object, Slot};
use strings::Conversion;
use types::{Dict, ErrorKind, List, Name, PyResult, Raised, Thread, Tuple, as_str};

/// Takes the topmost `count` objects off the stack, in order from below.
#[inline(always)]
unsafe fn drain(r: &mut Regs, count: usize) -> impl ExactSizeIterator<Item = Object> + use<> {
    // SAFETY: verified: the objects lie there; each is taken once.
    unsafe {
        let first = r.place(count);
        r.sp = first;
        (0..count).map(move |place| Object::from_word(first.add(place).read()))
    }
}

/// `BUILD_TUPLE`
#[inline(always)]
pub unsafe fn build_tuple(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let mut items = drain(r, arg as usize);
        let tuple = check!(containers::tuple_from(t, arg as usize, || {
            items.next().unwrap_or(Object::none())
        }));
        r.push(tuple);
    }
    Flow::Next
}

/// `BUILD_LIST`
#[inline(always)]
pub unsafe fn build_list(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let mut items = drain(r, arg as usize);
        let list = check!(containers::list_from(t, arg as usize, || {
            items.next().unwrap_or(Object::none())
        }));
        r.push(list);
    }
    Flow::Next
}

/// `LIST_TO_TUPLE`
#[inline(always)]
pub unsafe fn list_to_tuple(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: a list lies on top.
    unsafe {
        let items = r.peek(1).payload_unchecked::<List>().items.to_vec();
        let tuple = check!(containers::tuple(t, items));
        r.replace_top(tuple);
    }
    Flow::Next
}

/// `BUILD_SET`
#[inline(always)]
pub unsafe fn build_set(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let set = check!(containers::set(t));
        for place in (1..=arg as usize).rev() {
            check!(containers::set_add(t, &set, r.peek(place).clone()));
        }
        r.discard(arg as usize);
        r.push(set.into_object());
    }
    Flow::Next
}

/// `BUILD_MAP`
#[inline(always)]
pub unsafe fn build_map(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let dict = check!(containers::dict(t));
        check!(dict.table.reserve(arg as usize).map_err(Raised::from));
        for pair in (1..=arg as usize).rev() {
            let (key, value) = (r.peek(2 * pair).clone(), r.peek(2 * pair - 1).clone());
            check!(containers::dict_set(t, &dict, key, value));
        }
        r.discard(2 * arg as usize);
        r.push(dict.into_object());
    }
    Flow::Next
}

/// `BUILD_CONST_KEY_MAP`
#[inline(always)]
pub unsafe fn build_const_key_map(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a tuple of keys lies above their values.
    unsafe {
        let keys = r.peek(1).clone();
        let keys = match keys.downcast::<Tuple>() {
            Some(tuple) if tuple.len() == arg as usize => tuple.items(),
            _ => return Flow::Raise(t.system_error("bad BUILD_CONST_KEY_MAP keys argument")),
        };
        let dict = check!(containers::dict(t));
        check!(dict.table.reserve(keys.len()).map_err(Raised::from));
        for (place, key) in keys.iter().enumerate() {
            let value = r.peek(arg as usize + 1 - place).clone();
            match Name::from_object(key) {
                Some(name) if dict.table.has_only_names() => {
                    check!(dict.set_name(name, value).map_err(Raised::from));
                }
                _ => check!(containers::dict_set(t, &dict, key.clone(), value)),
            }
        }
        r.discard(arg as usize + 1);
        r.push(dict.into_object());
    }
    Flow::Next
}

/// `BUILD_SLICE`
#[inline(always)]
pub unsafe fn build_slice(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let step = if arg == 3 { r.pop() } else { Object::none() };
        let (stop, start) = (r.pop(), r.pop());
        let slice = types::Slice::new(t.types.slice, start, stop, step);
        r.push(check!(slice.map_err(Raised::from)).into_object());
    }
    Flow::Next
}

/// `BUILD_STRING`
#[inline(always)]
pub unsafe fn build_string(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let parts = Object::borrow_words(r.place(arg as usize), arg as usize);
        let text = check!(strings::build_string(t, parts));
        r.discard(arg as usize);
        r.push(text);
    }
    Flow::Next
}

/// `FORMAT_VALUE`
#[inline(always)]
pub unsafe fn format_value(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a value, below a format if the argument says so.
    unsafe {
        let depth = if arg & 4 != 0 { 2 } else { 1 };
        let spec = (depth == 2).then(|| r.peek(1));
        let conversion = Conversion::of_bits(arg);
        let text = check!(strings::format_value(t, r.peek(depth), conversion, spec));
        r.discard(depth - 1);
        r.replace_top(text);
    }
    Flow::Next
}

/// `LIST_APPEND`
#[inline(always)]
pub unsafe fn list_append(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a list that a comprehension makes lies there.
    unsafe {
        let item = r.pop();
        let list = r.peek(arg as usize).payload_unchecked::<List>();
        check!(list.push(item).map_err(Raised::from));
    }
    Flow::Next
}

/// `SET_ADD`
#[inline(always)]
pub unsafe fn set_add(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a set that a comprehension makes lies there.
    unsafe {
        let item = r.pop();
        let set = r.peek(arg as usize).payload_unchecked::<Set>();
        check!(containers::set_add(t, set, item));
    }
    Flow::Next
}

/// `MAP_ADD`
#[inline(always)]
pub unsafe fn map_add(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a dictionary that a comprehension makes lies there.
    unsafe {
        let (value, key) = (r.pop(), r.pop());
        let dict = r.peek(arg as usize).payload_unchecked::<Dict>();
        check!(containers::dict_set(t, dict, key, value));
    }
    Flow::Next
}

/// `LIST_EXTEND`
#[inline(always)]
pub unsafe fn list_extend(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a list lies there, below the iterable on top.
    unsafe {
        check!(extend(t, r.peek(arg as usize + 1), r.peek(1)));
        r.discard(1);
    }
    Flow::Next
}

fn extend(t: &Thread, object: &Object, iterable: &Object) -> PyResult<()> {
    let slots = &t.type_of(iterable).slots;
    if slots.iter.get().is_none() && slots.item.get().is_none() {
        let kind = t.type_name(iterable);
        return Err(t.type_error(format!("Value after * must be an iterable, not {kind}")));
    }
    match object.downcast::<List>() {
        Some(list) => containers::extend(t, object, list, iterable),
        None => Err(t.system_error("a list was expected")),
    }
}

/// `SET_UPDATE`
#[inline(always)]
pub unsafe fn set_update(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a set lies there, below the iterable on top.
    unsafe {
        let iterable = r.pop();
        let set = r.peek(arg as usize).payload_unchecked::<Set>();
        check!(containers::set_update(t, set, &iterable));
    }
    Flow::Next
}

/// `DICT_UPDATE`
#[inline(always)]
pub unsafe fn dict_update(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a dictionary lies there, below the mapping on top.
    unsafe {
        let mapping = r.pop();
        let dict = r.peek(arg as usize).payload_unchecked::<Dict>();
        if let Err(raised) = update(t, dict, &mapping) {
            return Flow::Raise(match raised.is(t, ErrorKind::AttributeError) {
                true => t.type_error(format!(
                    "'{}' object is not a mapping",
                    t.type_name(&mapping)
                )),
                false => raised,
            });
        }
    }
    Flow::Next
}

/// Adds what a mapping holds (`PyDict_Update`).
pub fn update(t: &Thread, dict: &Dict, mapping: &Object) -> PyResult<()> {
    if let Some(other) = mapping.downcast::<Dict>()
        && t.is_exact(mapping, t.types.dict)
    {
        return containers::dict_merge(t, dict, other);
    }
    let keys = t.call_method(mapping, &t.names.keys, &[])?;
    t.for_each(&keys, |key| {
        let value = t.get_item(mapping, &key)?;
        containers::dict_set(t, dict, key, value)
    })
}

/// `DICT_MERGE`: keywords of a call; the callable lies below for the messages.
#[inline(always)]
pub unsafe fn dict_merge(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: callable, positional arguments, dictionary, …, mapping on top.
    unsafe {
        let mapping = r.pop();
        let dict = r.peek(arg as usize).payload_unchecked::<Dict>();
        let callable = r.peek(arg as usize + 2);
        check!(merge(t, dict, &mapping, callable));
    }
    Flow::Next
}

/// Adds keywords, none of which may be there yet (`_PyDict_MergeEx`).
pub fn merge(t: &Thread, dict: &Dict, mapping: &Object, callable: &Object) -> PyResult<()> {
    if dict.table.is_empty()
        && let Some(other) = mapping.downcast::<Dict>()
        && containers::iterates_as_dict(t, mapping)
    {
        // What is not there cannot be there twice.
        return containers::dict_merge(t, dict, other);
    }
    if t.find_attribute(mapping, &t.names.keys)?.is_none() {
        return Err(t.type_error(format!(
            "{} argument after ** must be a mapping, not {}",
            callable_name(t, callable)?,
            t.type_name(mapping)
        )));
    }
    let keys = t.call_method(mapping, &t.names.keys, &[])?;
    t.for_each(&keys, |key| {
        if containers::dict_get(t, dict, &key)?.is_some() {
            let name = callable_name(t, callable)?;
            return Err(match as_str(&key) {
                Some(key) => t.type_error(format!(
                    "{name} got multiple values for keyword argument '{}'",
                    key.to_text()
                )),
                None => t.type_error(format!("{name} keywords must be strings")),
            });
        }
        let value = t.get_item(mapping, &key)?;
        containers::dict_set(t, dict, key, value)
    })
}

/// How messages call a callable: `module.name()` (`_PyObject_FunctionStr`).
pub fn callable_name(t: &Thread, callable: &Object) -> PyResult<String> {
    let Some(name) = t.find_attribute(callable, &t.names.qualname)? else {
        return Ok(t.to_str(callable)?.to_text());
    };
    let name = t.to_str(&name)?.to_text();
    match t.find_attribute(callable, &t.names.module)? {
        Some(module) if !module.is_none() => match t.to_str(&module)?.to_text().as_str() {
            "builtins" => Ok(format!("{name}()")),
            module => Ok(format!("{module}.{name}()")),
        },
        _ => Ok(format!("{name}()")),
    }
}

/// `MAKE_FUNCTION`: the qualified name lies on top of the code.
#[inline(always)]
pub unsafe fn make_function(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let qualname = r.pop();
        function_of_code(r, t, arg, Some(qualname))
    }
}

/// Makes a function of the code on top of the stack and what the bits of the argument ask
/// for below it.
#[inline(always)]
pub unsafe fn function_of_code(
    r: &mut Regs,
    t: &Thread,
    arg: u32,
    qualname: Option<Object>,
) -> Flow {
    r.save();
    // SAFETY: verified: all that lies there, and of the right kinds.
    unsafe {
        let code = r.pop();
        let globals = (*(*r.frame).globals).object();
        let Ok(code) = code.into_owned::<Code>() else {
            return Flow::Raise(t.system_error("MAKE_FUNCTION expects a code object"));
        };
        let function = check!(Function::new(t, code, globals, qualname));
        // The slots are empty: nothing goes.
        let mut fill = |bit, slot: &Slot| {
            if arg & bit != 0 {
                std::mem::forget(slot.replace(Some(r.pop())));
            }
        };
        fill(8, &function.closure);
        fill(4, &function.annotations);
        fill(2, &function.keyword_defaults);
        fill(1, &function.defaults);
        r.push(function.into_object());
    }
    Flow::Next
}

/// `PRINT_EXPR`
#[inline(always)]
pub unsafe fn print_expr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    let value = unsafe { r.pop() };
    check!(crate::builtins::hand_to_displayhook(t, &value));
    Flow::Next
}
