//! What do tracebacks and `sys._getframe()` hold on to? A [`FrameObject`]: made when
//! something asks for it, it shows the running frame, and keeps what the frame held once
//! it has ended.

use crate::cell::Cell as PyCell;
use crate::frame::{Frame, Owner};
use crate::function::Function;
use crate::generator::State;
use crate::namespace::frame_locals;
use crate::words::retain;
use code_objects::{Code, flags};
use instructions::{deoptimized, op311};
use objects::{Object, Owned, Slot, Visit, Word, heap, payload};
use std::cell::{Cell, RefCell};
use types::{AccessorDef, NativeCode, NativeDef, PyResult, Thread, Version};

/// `frame`: a frame as Python code sees it.
pub struct FrameObject {
    /// The frame, while it runs or is suspended.
    live: Cell<*mut Frame>,
    function: Slot,
    namespace: Slot,
    /// The locals of a frame that has ended.
    locals: RefCell<Vec<Slot>>,
    back: Slot,
    last_instruction: Cell<i32>,
    /// `f_trace`
    pub trace: Slot,
    /// What `f_locals` gave out: one dictionary per frame.
    pub locals_dict: Slot,
}

payload!(FrameObject, "frame", traverse);

impl FrameObject {
    /// The code object.
    pub fn code(&self) -> Option<Owned<Code>> {
        Some(self.function()?.code())
    }

    /// The function whose call this is.
    pub fn function(&self) -> Option<Owned<Function>> {
        self.function.get()?.into_owned().ok()
    }

    /// The offset of the instruction that runs or ran last, in code units; −1: none yet.
    pub fn last_instruction(&self) -> i32 {
        let live = self.live.get();
        if live.is_null() {
            self.last_instruction.get()
        } else {
            // SAFETY: a live frame is one that has not been detached from its object.
            unsafe { (*live).last_instruction() }
        }
    }

    /// The frame, while it has not ended.
    pub fn live(&self) -> *mut Frame {
        self.live.get()
    }

    /// The frame object of the caller.
    pub fn back(&self, t: &Thread) -> PyResult<Option<Object>> {
        let live = self.live.get();
        if live.is_null() {
            return Ok(self.back.get());
        }
        // SAFETY: a live frame's callers are live.
        unsafe {
            let previous = (*live).previous;
            if previous.is_null() {
                Ok(None)
            } else {
                frame_object(t, previous).map(Some)
            }
        }
    }

    /// The value of a local variable, cell or free variable by its place.
    pub fn local(&self, place: usize) -> Option<Object> {
        let live = self.live.get();
        if live.is_null() {
            return self.locals.borrow().get(place)?.get();
        }
        // SAFETY: the frame is live, and the place lies among its locals.
        unsafe {
            let count = (*live).executable().locals as usize;
            let word = (place < count).then(|| (*live).locals().add(place).read())?;
            (word != 0).then(|| Object::borrow_word(&raw const word).clone())
        }
    }

    fn traverse(&self, visit: Visit<'_>) {
        for slot in [
            &self.function,
            &self.namespace,
            &self.back,
            &self.trace,
            &self.locals_dict,
        ] {
            slot.traverse(visit);
        }
        if let Ok(locals) = self.locals.try_borrow() {
            for slot in locals.iter() {
                slot.traverse(visit);
            }
        }
    }

    fn clear(&self) {
        drop(self.locals.take());
        for slot in [&self.namespace, &self.back, &self.trace, &self.locals_dict] {
            slot.clear();
        }
    }

    /// The namespace of a module or class body.
    pub fn namespace(&self) -> Option<Object> {
        self.namespace.get()
    }
}

/// The frame object of a frame, made the first time.
///
/// # Safety
/// The frame must be live and complete.
pub unsafe fn frame_object(t: &Thread, frame: *mut Frame) -> PyResult {
    // SAFETY: by the caller's promise; the frame owns one reference to its object.
    unsafe {
        if (*frame).object == 0 {
            let copy = |word: Word| match word {
                0 => Slot::empty(),
                word => Slot::new(Object::from_word(retain(word))),
            };
            let object = FrameObject {
                live: Cell::new(frame),
                function: copy((*frame).function),
                namespace: copy((*frame).namespace),
                locals: RefCell::default(),
                back: Slot::empty(),
                last_instruction: Cell::new(-1),
                trace: Slot::empty(),
                locals_dict: Slot::empty(),
            };
            let object = heap().make(t.types.frame.core(), object)?.into_object();
            (*frame).object = object.into_word();
        }
        Ok(Object::from_word(retain((*frame).object)))
    }
}

/// Tells the object of a frame that the frame has moved.
#[cold]
pub(crate) fn moved(frame: &mut Frame) {
    // SAFETY: the word is not zero, and owns the frame's object.
    let object = unsafe { Object::borrow_word(&raw const frame.object) };
    if let Some(object) = object.downcast::<FrameObject>() {
        object.live.set(frame);
    }
}

/// Ends a frame: gives up what it owns, or hands it to its frame object if somebody else
/// holds on to that.
///
/// # Safety
/// The frame must not run any more.
#[inline(always)]
pub(crate) unsafe fn detach(frame: *mut Frame) {
    // SAFETY: by the caller's promise.
    unsafe {
        if (*frame).object != 0 {
            keep(frame);
        }
        (*frame).clear();
    }
}

/// The last instruction of a frame that has ended. If that was a generator of 3.11 which
/// never started, its `RESUME` counts as run (`take_ownership`).
fn last_of_ended(frame: &Frame) -> i32 {
    let (last, executable) = (frame.last_instruction(), frame.executable());
    let makes = flags::GENERATOR
        .with(flags::COROUTINE)
        .with(flags::ASYNC_GENERATOR);
    if executable.version == Version::V310 || !executable.flags.any(makes) {
        return last;
    }
    let is_resume = |unit: &Cell<u16>| deoptimized(unit.get() as u8) == op311::RESUME;
    let first = executable.units().iter().position(is_resume);
    last.max(
        first
            .and_then(|first| i32::try_from(first).ok())
            .unwrap_or(0),
    )
}

#[cold]
#[inline(never)]
unsafe fn keep(frame: *mut Frame) {
    // SAFETY: the frame's words move into the object; their places are emptied.
    unsafe {
        let object = Object::from_word(std::mem::take(&mut (*frame).object));
        let Some(kept) = object.downcast::<FrameObject>() else {
            return;
        };
        kept.last_instruction.set(last_of_ended(&*frame));
        kept.live.set(std::ptr::null_mut());
        if object.reference_count() == Some(1) {
            return;
        }
        let previous = (*frame).previous;
        if !previous.is_null() && (*frame).owner == Owner::Thread {
            // Whoever looks at a traceback can ask for the callers too.
            let back = Thread::with_current(|t| frame_object(t, previous));
            if let Some(Ok(back)) = back {
                kept.back.set(back);
            }
        }
        let count = (*frame).executable().locals as usize;
        let mut locals = Vec::with_capacity(count);
        for place in 0..count {
            locals.push(Slot::from_option(crate::take((*frame).locals().add(place))));
        }
        drop(kept.locals.replace(locals));
    }
}

/// Ends a frame on the data stack, or in a generator, that has returned or raised.
///
/// # Safety
/// The frame must not run any more; on the data stack it must be the topmost.
#[inline(always)]
pub unsafe fn end_frame(t: &Thread, frame: *mut Frame) {
    // SAFETY: by the caller's promise.
    unsafe {
        detach(frame);
        if (*frame).owner == Owner::Thread {
            crate::stack::pop_frame(t, frame);
        }
    }
}

fn frame<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a FrameObject> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a frame was expected"))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::new("f_code", |t, object| {
        Ok(frame(t, object)?
            .code()
            .map_or(Object::none(), Owned::into_object))
    }),
    AccessorDef::new("f_globals", |t, object| {
        let function = frame(t, object)?.function();
        Ok(function.map_or(Object::none(), |f| f.globals.clone().into_object()))
    }),
    AccessorDef::new("f_builtins", |t, object| {
        let function = frame(t, object)?.function();
        Ok(function.map_or(Object::none(), |f| f.builtins.clone().into_object()))
    }),
    AccessorDef::new("f_back", |t, object| {
        Ok(frame(t, object)?.back(t)?.unwrap_or(Object::none()))
    }),
    AccessorDef::new("f_lasti", |t, object| {
        // CPython counts bytes, and −1 before the start.
        let last = frame(t, object)?.last_instruction();
        Ok(Object::int32(if last < 0 {
            -1
        } else {
            last.saturating_mul(2)
        }))
    }),
    AccessorDef::new("f_lineno", |t, object| {
        let frame = frame(t, object)?;
        let line = frame
            .code()
            .and_then(|code| line_of(&code, frame.last_instruction()));
        Ok(line.map_or(Object::none(), Object::int32))
    }),
    AccessorDef::new("f_locals", |t, object| frame_locals(t, frame(t, object)?)),
    AccessorDef::settable(
        "f_trace",
        |t, object| Ok(frame(t, object)?.trace.get().unwrap_or(Object::none())),
        |t, object, value| {
            drop(frame(t, object)?.trace.replace(value.cloned()));
            Ok(())
        },
    ),
];

/// `frame.clear()`: lets go of the locals of a frame that has ended, and ends a generator
/// that is suspended.
fn clear(t: &Thread, object: &Object) -> PyResult {
    let own = frame(t, object)?;
    let live = own.live.get();
    if !live.is_null() {
        // SAFETY: a live frame has not been detached; one in a generator says so.
        let generator = unsafe {
            match (*live).owner {
                Owner::Generator => Some(Owned::from_payload(crate::Generator::of_frame(live))),
                Owner::Thread => None,
            }
        };
        let suspended = generator.filter(|generator| generator.state.get() != State::Running);
        let Some(generator) = suspended else {
            return Err(t.runtime_error("cannot clear an executing frame"));
        };
        if let Some(finalize) = t.type_of(generator.as_object()).slots.finalize.get() {
            finalize(t, generator.as_object());
        }
        generator.finish();
    }
    drop(own.locals.take());
    own.locals_dict.clear();
    own.trace.clear();
    Ok(Object::none())
}

static METHODS: &[NativeDef] = &[NativeDef {
    name: "clear",
    code: NativeCode::NoArgs(clear),
    doc: "F.clear(): clear most references held by the frame",
}];

/// The line of an instruction, by its offset in code units (`PyCode_Addr2Line`).
pub fn line_of(code: &Code, instruction: i32) -> Option<i32> {
    if instruction < 0 {
        return Some(code.firstlineno);
    }
    instructions::line_at(
        code.version,
        &code.linetable,
        code.firstlineno,
        instruction as usize * 2,
    )
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let frame = frame(t, object)?;
    let Some(code) = frame.code() else {
        return t.str("<frame>");
    };
    let line = line_of(&code, frame.last_instruction()).unwrap_or(code.firstlineno);
    t.str(&format!(
        "<frame at {:#x}, file '{}', line {line}, code {}>",
        object.identity(),
        code.filename.to_text(),
        code.name.to_text()
    ))
}

/// The value of a cell, or the object itself.
pub(crate) fn through_cell(value: Object) -> Option<Object> {
    match value.downcast::<PyCell>() {
        Some(cell) => cell.value.get(),
        None => Some(value),
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.frame;
    kind.declare::<FrameObject>();
    kind.slots.repr.set(Some(repr));
    t.add_methods(kind, METHODS)?;
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)
}
