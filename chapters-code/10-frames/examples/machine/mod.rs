//! A machine as far as it stands in this chapter: functions can be called, and a miniature
//! evaluator of eight instructions runs them, showing its frames to whoever watches.
#![allow(dead_code, reason = "each example uses a part")]

use code_objects::{Code, Pyc};
use frames::{
    Evaluator, Evaluators, Frame, Function, code_constant, end_frame, release, retain, take,
};
use objects::{Object, Owned};
use std::cell::Cell;
use std::rc::Rc;
use types::{
    BinaryOp, Details, HashSeed, Interpreter, LazyError, MemoryHost, PyResult, Raised, Thread,
    Version,
};

const STACK: usize = 1 << 20;

/// Called before each instruction, with the running frame.
type Watcher = unsafe fn(&Thread, *mut Frame);

thread_local! {
    static WATCHER: Cell<Watcher> = const { Cell::new(|_, _| ()) };
}

/// Shows the frames of what runs from now on.
pub fn watch(watcher: Watcher) {
    WATCHER.set(watcher);
}

/// Runs `body` in a new machine for files of 3.10.
pub fn with_machine<R>(body: impl FnOnce(&Thread) -> PyResult<R>) -> PyResult<R> {
    let host = Box::<MemoryHost>::default();
    let thread = Thread::new(Rc::new(Interpreter::new(
        Version::V310,
        host,
        HashSeed::Fixed,
    )?));
    thread.enter(STACK, |t| {
        types::install(t)?;
        numbers::install(t)?;
        strings::install(t)?;
        containers::install(t)?;
        code_objects::install(t)?;
        frames::install(t)?;
        let evaluators = t.extension::<Evaluators>();
        evaluators.v310.set(Some(Evaluator {
            run,
            wants_cache: |_| false,
        }));
        body(t)
    })
}

/// The code of a function of a module, by the names of the functions around it and its own.
pub fn function_code(t: &Thread, pyc: &[u8], path: &[&str]) -> PyResult<Owned<Code>> {
    let mut code = Pyc::read(t, pyc)?.code;
    for name in path {
        let inner = code.consts.iter().find(|constant| {
            let code = constant.downcast::<Code>();
            code.is_some_and(|code| code.name.to_text() == *name)
        });
        code = code_constant(t, inner.cloned().unwrap_or(Object::none()))?;
    }
    Ok(code)
}

/// A function without defaults and closure, whose globals are empty.
pub fn function(t: &Thread, pyc: &[u8], path: &[&str]) -> PyResult<Owned<Function>> {
    Function::new(t, function_code(t, pyc, path)?, containers::dict(t)?, None)
}

/// The message of an error. There are no exception objects before the next chapter.
pub fn message(raised: Raised) -> String {
    match raised.into_lazy().as_deref() {
        Ok(LazyError {
            details: Details::Message(text),
            ..
        }) => text.to_string(),
        _ => String::new(),
    }
}

/// The miniature evaluator: links the frame, runs it, ends it.
pub unsafe fn run(t: &Thread, frame: *mut Frame, _: Option<Raised>) -> PyResult {
    // SAFETY: the frame is complete and its code verified; see `frames::RunFn`.
    unsafe {
        (*frame).previous = std::ptr::with_exposed_provenance_mut(t.frames.current.get());
        t.frames.current.set(frame.expose_provenance());
        let result = loop {
            (*frame).ip = (*frame).ip.add(1);
            WATCHER.get()(t, frame);
            match step(t, &mut *frame) {
                Ok(None) => (),
                Ok(Some(value)) => break Ok(value),
                Err(raised) => break Err(raised),
            }
        };
        t.frames.current.set((*frame).previous.expose_provenance());
        end_frame(t, frame);
        result
    }
}

/// One instruction; gives what the function returns.
unsafe fn step(t: &Thread, frame: &mut Frame) -> PyResult<Option<Object>> {
    // SAFETY: the verifier has proved that the stack is deep enough and every index fits.
    unsafe {
        let unit = frame.ip.read();
        let index = usize::from(unit >> 8);
        let code = frame.executable();
        match unit as u8 {
            1 => release(pop(frame)),
            23 | 55 => {
                let (b, a) = (Object::from_word(pop(frame)), Object::from_word(pop(frame)));
                push(frame, t.binary(BinaryOp::Add, &a, &b)?.into_word());
            }
            83 => return Ok(Some(Object::from_word(pop(frame)))),
            100 => push(frame, retain(code.constants.add(index).read())),
            124 => match frame.locals().add(index).read() {
                0 => {
                    return Err(
                        t.unbound_local_error("local variable referenced before assignment")
                    );
                }
                word => push(frame, retain(word)),
            },
            125 => {
                let old = take(frame.locals().add(index));
                frame.locals().add(index).write(pop(frame));
                drop(old);
            }
            136 => match cell(frame, index).value.get() {
                Some(value) => push(frame, value.into_word()),
                None => {
                    return Err(t.unbound_local_error("free variable referenced before assignment"));
                }
            },
            137 => cell(frame, index).value.set(Object::from_word(pop(frame))),
            other => {
                return Err(t.system_error(format!("the miniature has no instruction {other}")));
            }
        }
    }
    Ok(None)
}

unsafe fn push(frame: &mut Frame, word: objects::Word) {
    // SAFETY: as for `step`.
    unsafe {
        frame.sp.write(word);
        frame.sp = frame.sp.add(1);
    }
}

unsafe fn pop(frame: &mut Frame) -> objects::Word {
    // SAFETY: as for `step`.
    unsafe {
        frame.sp = frame.sp.sub(1);
        frame.sp.read()
    }
}

unsafe fn cell<'a>(frame: &Frame, index: usize) -> &'a frames::Cell {
    let place = frame.executable().code().nlocals as usize + index;
    // SAFETY: as for `step`: a cell lies there, and the frame keeps it alive.
    unsafe { Object::borrow_word(frame.locals().add(place)).payload_unchecked() }
}
