//! What does `locals()` show? The namespace of a module or class body, or a dictionary made
//! of a function's variables.

use crate::executable::{Executable, frame_names};
use crate::function::Function;
use crate::snapshot::{FrameObject, through_cell};
use crate::stack::push_frame;
use code_objects::{Code, flags};
use objects::{Object, Owned, Word};
use types::{Dict, PyResult, Thread};

/// The `f_locals` of a frame (`PyFrame_FastToLocals`).
pub fn frame_locals(t: &Thread, frame: &FrameObject) -> PyResult {
    if let Some(namespace) = frame.namespace() {
        return Ok(namespace);
    }
    let dict = match frame
        .locals_dict
        .get()
        .and_then(|dict| dict.into_owned::<Dict>().ok())
    {
        Some(dict) => dict,
        None => {
            let dict = containers::dict(t)?;
            frame.locals_dict.set(dict.clone().into_object());
            dict
        }
    };
    let Some(code) = frame.code() else {
        return Ok(dict.into_object());
    };
    for (place, name) in frame_names(&code).enumerate() {
        match frame.local(place).and_then(through_cell) {
            Some(value) => dict.set_name(name, value)?,
            None => drop(dict.remove_name(name)),
        }
    }
    Ok(dict.into_object())
}

/// Runs the body of a module or class, or what `exec` was given: its names live in
/// `namespace`.
pub fn run_in_namespace(
    t: &Thread,
    code: Owned<Code>,
    globals: Owned<Dict>,
    namespace: Object,
) -> PyResult {
    let function = Function::new(t, code, globals, None)?;
    run_function_in_namespace(t, function, namespace)
}

/// Runs the body of a class: a function without arguments, whose names live in `namespace`.
pub fn run_function_in_namespace(
    t: &Thread,
    function: Owned<Function>,
    namespace: Object,
) -> PyResult {
    let executable = function.executable(t)?;
    let (globals, builtins) = (&raw const *function.globals, &raw const *function.builtins);
    let word: Word = function.clone().into_object().into_word();
    // SAFETY: the executable form lives as long as the function, which the frame owns. No
    // parameter is bound: a local that is read before it is set is an error at run time.
    unsafe {
        let code: &Executable = &*executable;
        if code.arguments != 0 || code.flags.any(flags::GENERATOR) {
            drop(Object::from_word(word));
            return Err(t.type_error("this code object cannot be run without a call"));
        }
        let frame = push_frame(t, code, word, globals, builtins)?;
        (*frame).locals().write_bytes(0, code.locals as usize);
        if let Err(raised) = crate::bind::make_cells(t, &function, code.code(), (*frame).locals()) {
            (*frame).clear();
            crate::stack::pop_frame(t, frame);
            return Err(raised);
        }
        if !code.flags.any(flags::OPTIMIZED) {
            (*frame).namespace = namespace.into_word();
        }
        (code.run)(t, frame, None)
    }
}

/// The globals of the running frame.
pub fn current_globals(t: &Thread) -> Option<Owned<Dict>> {
    let frame: *const crate::Frame = std::ptr::with_exposed_provenance(t.frames.current.get());
    // SAFETY: the running frame is live, and its globals are.
    (!frame.is_null()).then(|| unsafe { (*(*frame).globals).object() })
}

/// The frame object of the running frame, or of one of its callers.
pub fn current_frame(t: &Thread, depth: usize) -> PyResult<Option<Object>> {
    let mut frame: *mut crate::Frame =
        std::ptr::with_exposed_provenance_mut(t.frames.current.get());
    // SAFETY: the frames linked from the running one are live.
    unsafe {
        for _ in 0..depth {
            if frame.is_null() {
                break;
            }
            frame = (*frame).previous;
        }
        if frame.is_null() {
            Ok(None)
        } else {
            crate::frame_object(t, frame).map(Some)
        }
    }
}

/// The code that runs.
pub fn running_code(t: &Thread) -> Option<Owned<Code>> {
    let frame: *mut crate::Frame = std::ptr::with_exposed_provenance_mut(t.frames.current.get());
    // SAFETY: the running frame is live, and keeps its code alive.
    (!frame.is_null()).then(|| unsafe { Owned::from_payload((*frame).executable().code()) })
}

/// The value of a local variable, cell or free variable of the running frame, by its place.
pub fn running_local(t: &Thread, place: usize) -> Option<Object> {
    let frame: *mut crate::Frame = std::ptr::with_exposed_provenance_mut(t.frames.current.get());
    // SAFETY: the running frame is live, and the place lies among its locals.
    unsafe {
        let inside = !frame.is_null() && place < (*frame).executable().locals as usize;
        let word = inside.then(|| (*frame).locals().add(place).read())?;
        (word != 0).then(|| Object::borrow_word(&raw const word).clone())
    }
}
