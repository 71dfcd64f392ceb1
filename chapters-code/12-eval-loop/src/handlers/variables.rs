//! Local variables, cells, global names and the names of module and class bodies.

use crate::check;
use crate::regs::{Flow, Regs};
use frames::{Cell, frame_names, release, retain, take};
use objects::{Object, Word};
use types::{Details, Dict, ErrorKind, Name, PyResult, Raised, Thread, Version};

/// `LOAD_FAST`
#[inline(always)]
pub unsafe fn load_fast(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let word = r.local(arg).read();
        if word == 0 {
            return unbound_local(r, t, arg);
        }
        r.push_word(retain(word));
    }
    Flow::Next
}

/// `STORE_FAST`
#[inline(always)]
pub unsafe fn store_fast(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified. The old value is dropped after the new one is stored.
    unsafe {
        let value = r.pop_word();
        let old = r.local(arg).replace(value);
        if old != 0 && old & 7 == 0 {
            r.save();
        }
        release(old);
    }
    Flow::Next
}

/// `DELETE_FAST`
#[inline(always)]
pub unsafe fn delete_fast(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        match take(r.local(arg)) {
            Some(old) => drop(old),
            None => return unbound_local(r, t, arg),
        }
    }
    Flow::Next
}

#[cold]
#[inline(never)]
fn unbound_local(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    let name = frame_names(r.code().code())
        .nth(arg as usize)
        .map(Name::to_string);
    let name = name.unwrap_or_default();
    Flow::Raise(t.unbound_local_error(match t.version {
        Version::V310 => format!("local variable '{name}' referenced before assignment"),
        Version::V311 => {
            format!("cannot access local variable '{name}' where it is not associated with a value")
        }
    }))
}

/// The cell at a place among the locals.
///
/// # Safety
/// The verifier has proved that one lies there.
#[inline(always)]
pub unsafe fn cell<'a>(r: &Regs, index: u32) -> &'a Cell {
    // SAFETY: verified: a cell lies there, which the frame keeps alive while it runs.
    unsafe { Object::borrow_word(r.local(index)).payload_unchecked() }
}

/// The place of a cell: 3.10 counts cells from the end of the locals.
#[inline(always)]
pub(super) fn cell_index(r: &Regs, arg: u32) -> u32 {
    r.code().code().nlocals + arg
}

/// Pushes what the cell at a place holds.
#[inline(always)]
pub unsafe fn load_from_cell(r: &mut Regs, t: &Thread, index: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        match cell(r, index).value.get() {
            Some(value) => r.push(value),
            None => return unbound_cell(r, t, index),
        }
    }
    Flow::Next
}

/// Pops a value into the cell at a place.
#[inline(always)]
pub unsafe fn store_in_cell(r: &mut Regs, _: &Thread, index: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let value = r.pop();
        cell(r, index).value.set(value);
    }
    Flow::Next
}

/// Empties the cell at a place.
#[inline(always)]
pub unsafe fn empty_cell(r: &mut Regs, t: &Thread, index: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    match unsafe { cell(r, index) }.value.take() {
        Some(old) => drop(old),
        None => return unbound_cell(r, t, index),
    }
    Flow::Next
}

/// Pushes the cell at a place itself.
#[inline(always)]
pub unsafe fn push_cell(r: &mut Regs, _: &Thread, index: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let cell = retain(r.local(index).read());
        r.push_word(cell);
    }
    Flow::Next
}

/// Pushes what a name means in a class body: what the namespace has, else the cell's value.
#[inline(always)]
pub unsafe fn load_from_class_or_cell(r: &mut Regs, t: &Thread, index: u32) -> Flow {
    r.save();
    let Some(name) = frame_names(r.code().code()).nth(index as usize) else {
        return unbound_cell(r, t, index);
    };
    // SAFETY: the running frame is live.
    if let Some(namespace) = unsafe { namespace(r) }
        && let Some(value) = check!(find_in(t, &namespace, name))
    {
        // SAFETY: verified.
        unsafe { r.push(value) };
        return Flow::Next;
    }
    // SAFETY: verified.
    unsafe { load_from_cell(r, t, index) }
}

/// `LOAD_DEREF`
#[inline(always)]
pub unsafe fn load_deref(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { load_from_cell(r, t, cell_index(r, arg)) }
}

/// `STORE_DEREF`
#[inline(always)]
pub unsafe fn store_deref(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { store_in_cell(r, t, cell_index(r, arg)) }
}

/// `DELETE_DEREF`
#[inline(always)]
pub unsafe fn delete_deref(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { empty_cell(r, t, cell_index(r, arg)) }
}

/// `LOAD_CLOSURE`
#[inline(always)]
pub unsafe fn load_closure(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { push_cell(r, t, cell_index(r, arg)) }
}

/// `LOAD_CLASSDEREF`
#[inline(always)]
pub unsafe fn load_classderef(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { load_from_class_or_cell(r, t, cell_index(r, arg)) }
}

/// The error for an empty cell, by its place among the locals (`format_exc_unbound`).
#[cold]
#[inline(never)]
fn unbound_cell(r: &mut Regs, t: &Thread, index: u32) -> Flow {
    let code = r.code().code();
    let own = r.code().locals as usize - code.freevars.len();
    if (index as usize) < own {
        return unbound_local(r, t, index);
    }
    r.save();
    Flow::Raise(match code.freevars.get(index as usize - own) {
        Some(name) => free_variable_error(t, name),
        None => t.system_error("no such free variable"),
    })
}

/// The `NameError` of a free variable that is not bound.
#[cold]
pub fn free_variable_error(t: &Thread, name: &Name) -> Raised {
    let message = match t.version {
        Version::V310 => {
            format!("free variable '{name}' referenced before assignment in enclosing scope")
        }
        Version::V311 => format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        ),
    };
    t.raise(ErrorKind::NameError, Details::Name(message, name.clone()))
}

/// `LOAD_GLOBAL`: looks in the globals and the builtins, and notes where it was.
#[inline(always)]
pub unsafe fn load_global(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified; a frame keeps its globals and builtins alive.
    unsafe {
        let name = r.name(arg);
        let (globals, builtins) = (&*(*r.frame).globals, &*(*r.frame).builtins);
        let (dict, index, is_builtin) = match globals.table.find_name(name) {
            Some(index) => (globals, index, 0),
            None => match builtins.table.find_name(name) {
                Some(index) => (builtins, index, 1),
                None => return Flow::Raise(t.name_error(name)),
            },
        };
        if let Some(cache) = r.own_cache() {
            cache.version.set(t.keys_version(&globals.table));
            cache.second.set(t.keys_version(&builtins.table));
            cache.value.set((index as Word) << 1 | is_builtin);
        }
        match dict.table.value(index) {
            Some(value) => r.push(value),
            None => return Flow::Raise(t.name_error(name)),
        }
    }
    Flow::Next
}

/// What a global name means: what the module has, else what the builtins have.
#[inline(always)]
pub unsafe fn global(r: &Regs, t: &Thread, name: &Name) -> PyResult {
    // SAFETY: a frame keeps its globals and builtins alive.
    let (globals, builtins) = unsafe { (&*(*r.frame).globals, &*(*r.frame).builtins) };
    globals
        .get_name(name)
        .or_else(|| builtins.get_name(name))
        .ok_or_else(|| t.name_error(name))
}

/// `STORE_GLOBAL`
#[inline(always)]
pub unsafe fn store_global(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified; a frame keeps its globals alive.
    unsafe {
        let value = r.pop();
        check!(
            (*(*r.frame).globals)
                .set_name(r.name(arg), value)
                .map_err(Raised::from)
        );
    }
    Flow::Next
}

/// `DELETE_GLOBAL`
#[inline(always)]
pub unsafe fn delete_global(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified; a frame keeps its globals alive.
    unsafe {
        let name = r.name(arg);
        if !(*(*r.frame).globals).remove_name(name) {
            return Flow::Raise(t.name_error(name));
        }
    }
    Flow::Next
}

/// The namespace of the running module or class body.
///
/// # Safety
/// The frame must be live.
pub unsafe fn namespace(r: &Regs) -> Option<Object> {
    // SAFETY: the frame owns its namespace.
    unsafe {
        let word = &raw const (*r.frame).namespace;
        (*word != 0).then(|| Object::borrow_word(word).clone())
    }
}

/// Looks a name up in a namespace: a dictionary, or what a metaclass prepared.
pub fn find_in(t: &Thread, namespace: &Object, name: &Name) -> PyResult<Option<Object>> {
    if let Some(dict) = namespace.downcast::<Dict>()
        && t.is_exact(namespace, t.types.dict)
    {
        return Ok(dict.get_name(name));
    }
    match t.get_item(namespace, name.object()) {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised.is(t, ErrorKind::KeyError) => Ok(None),
        Err(raised) => Err(raised),
    }
}

#[cold]
fn no_locals(t: &Thread, what: &str, name: &Name) -> Flow {
    Flow::Raise(t.system_error(format!("no locals {what} '{name}'")))
}

/// `LOAD_NAME`
#[inline(always)]
pub unsafe fn load_name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let name = r.name(arg);
        let Some(namespace) = namespace(r) else {
            return no_locals(t, "when loading", name);
        };
        if let Some(value) = check!(find_in(t, &namespace, name)) {
            note_name(r, t, &namespace, name);
            r.push(value);
            return Flow::Next;
        }
        let value = check!(global(r, t, name));
        if let (Some(cache), Some(place)) =
            (r.own_cache(), (*(*r.frame).builtins).table.find_name(name))
        {
            // What runs once needs no version.
            if cache.value.replace(place as Word) == place as Word {
                let globals = &(*(*r.frame).globals).table;
                cache.version.set(t.keys_version(globals));
            }
        }
        r.push(value);
    }
    Flow::Next
}

/// Notes where a namespace has a name, for the next time: if the name stands there then, that
/// is what a lookup would find.
fn note_name(r: &Regs, t: &Thread, namespace: &Object, name: &Name) {
    let is_plain = t.is_exact(namespace, t.types.dict);
    let names = namespace.downcast::<Dict>().filter(|_| is_plain);
    let place = names.and_then(|names| names.table.find_name(name));
    if let (Some(cache), Some(place)) = (r.own_cache(), place) {
        cache.second.set(place as u32);
    }
}

/// `STORE_NAME`
#[inline(always)]
pub unsafe fn store_name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let name = r.name(arg);
        let value = r.pop();
        let Some(namespace) = namespace(r) else {
            return no_locals(t, "found when storing", name);
        };
        match namespace
            .downcast::<Dict>()
            .filter(|_| t.is_exact(&namespace, t.types.dict))
        {
            Some(dict) => {
                check!(dict.set_name(name, value).map_err(Raised::from));
                note_name(r, t, &namespace, name);
            }
            None => check!(t.set_item(&namespace, name.object(), Some(&value))),
        }
    }
    Flow::Next
}

/// `DELETE_NAME`
#[inline(always)]
pub unsafe fn delete_name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let name = r.name(arg);
        let Some(namespace) = namespace(r) else {
            return no_locals(t, "when deleting", name);
        };
        if let Err(raised) = t.set_item(&namespace, name.object(), None) {
            return Flow::Raise(match raised.is(t, ErrorKind::KeyError) {
                true => t.name_error(name),
                false => raised,
            });
        }
    }
    Flow::Next
}

/// `LOAD_BUILD_CLASS`
#[inline(always)]
pub unsafe fn load_build_class(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified; a frame keeps its builtins alive.
    unsafe {
        match (*(*r.frame).builtins).get_name(&t.names.build_class) {
            Some(function) => r.push(function),
            None => {
                let message = "__build_class__ not found";
                return Flow::Raise(
                    t.raise(ErrorKind::NameError, Details::Message(message.into())),
                );
            }
        }
    }
    Flow::Next
}

/// `LOAD_ASSERTION_ERROR`
#[inline(always)]
pub unsafe fn load_assertion_error(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    match t.error_type(ErrorKind::AssertionError) {
        // SAFETY: verified.
        Some(class) => unsafe { r.push(class.object().into_object()) },
        None => return Flow::Raise(t.system_error("AssertionError is not installed")),
    }
    Flow::Next
}

/// `SETUP_ANNOTATIONS`
#[inline(always)]
pub unsafe fn setup_annotations(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    let name = &t.names.annotations;
    // SAFETY: the running frame is live.
    let Some(namespace) = (unsafe { namespace(r) }) else {
        return no_locals(t, "found when setting up annotations for", name);
    };
    if check!(find_in(t, &namespace, name)).is_none() {
        let dict = check!(containers::dict(t)).into_object();
        check!(t.set_item(&namespace, name.object(), Some(&dict)));
    }
    Flow::Next
}
