//! What can one see between two instructions? A [`View`] of the frames that run, which is
//! shown to the [`Watcher`] of a thread, if it has one.

use crate::regs::Regs;
use code_objects::Code;
use frames::{Block, Executable, Frame, Function, frame_names};
use objects::Object;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;
use types::{Name, PyResult, Thread, Version};

/// Is told before each instruction, while the thread's instructions are limited.
pub trait Watcher {
    /// An error is raised in the place of the instruction.
    fn before(&self, t: &Thread, view: &View<'_>) -> PyResult<()>;
}

/// The watcher of a thread.
#[derive(Default)]
pub struct Watching(RefCell<Option<Rc<dyn Watcher>>>);

impl Watching {
    /// Sets the watcher. Code that runs already goes on as it was.
    pub fn set(&self, watcher: Option<Rc<dyn Watcher>>) {
        drop(self.0.replace(watcher));
    }

    /// The watcher.
    pub fn get(&self) -> Option<Rc<dyn Watcher>> {
        self.0.borrow().clone()
    }
}

/// The machine, before an instruction runs. Nothing runs while it is looked at, as long as
/// whoever looks calls nothing that can run Python code.
pub struct View<'a> {
    regs: &'a Regs,
}

impl<'a> View<'a> {
    /// # Safety
    /// The registers are those of a running machine, with `ip` behind the instruction.
    pub(crate) unsafe fn new(regs: &'a Regs) -> View<'a> {
        View { regs }
    }

    /// What runs.
    pub fn running(&self) -> FrameView<'a> {
        FrameView::of(self.regs.frame)
    }

    /// Where the instruction stands, in code units.
    pub fn offset(&self) -> usize {
        // SAFETY: `ip` lies one behind an instruction of this code, in its units.
        let next = unsafe {
            self.regs
                .ip
                .cast_const()
                .offset_from(self.regs.code().units_start())
        };
        usize::try_from(next - 1).unwrap_or(0)
    }

    /// The value stack, from its bottom; `None` where the instruction set has a NULL.
    pub fn stack(&self) -> impl Iterator<Item = Option<&'a Object>> + use<'a> {
        // SAFETY: the running frame is live.
        let bottom = unsafe { (*self.regs.frame).stack() };
        // SAFETY: `sp` lies at or above the bottom of this frame's stack.
        let depth = unsafe { self.regs.sp.offset_from(bottom) }.max(0) as usize;
        (0..depth).map(move |place| {
            // SAFETY: every word under `sp` is zero or owned by the frame (frame's invariant 3).
            unsafe { object(bottom.add(place)) }
        })
    }

    /// The open blocks, from the outermost (3.10). In 3.11 there are none, and the frame's
    /// count of them is used for something else.
    pub fn blocks(&self) -> Vec<Block> {
        if self.running().code().version != Version::V310 {
            return Vec::new();
        }
        // SAFETY: the running frame is live, and has so many blocks.
        unsafe {
            let blocks = (*self.regs.frame).block_stack();
            let count = (*self.regs.frame).blocks as usize;
            (0..count).map(|index| blocks.add(index).read()).collect()
        }
    }

    /// The frames that run, from the innermost.
    pub fn frames(&self) -> impl Iterator<Item = FrameView<'a>> + use<'a> {
        let first = Some(self.running());
        std::iter::successors(first, |view| {
            let previous = view.frame().previous;
            (!previous.is_null()).then(|| FrameView::of(previous))
        })
    }
}

/// One of the frames.
pub struct FrameView<'a> {
    frame: *mut Frame,
    machine: PhantomData<&'a Regs>,
}

impl<'a> FrameView<'a> {
    fn of(frame: *mut Frame) -> FrameView<'a> {
        FrameView {
            frame,
            machine: PhantomData,
        }
    }

    fn frame(&self) -> &'a Frame {
        // SAFETY: the running frame and its callers are live, and nothing runs.
        unsafe { &*self.frame }
    }

    /// What it executes.
    pub fn executable(&self) -> &'a Executable {
        self.frame().executable()
    }

    /// The code object.
    pub fn code(&self) -> &'a Code {
        self.frame().executable().code()
    }

    /// The function whose call it is.
    pub fn function(&self) -> Option<&'a Function> {
        let place = &raw const self.frame().function;
        // SAFETY: a frame owns its function.
        unsafe { object(place) }.and_then(Object::downcast)
    }

    /// Where it stands, in code units. Of the running frame, ask the [`View`].
    pub fn offset(&self) -> usize {
        usize::try_from(self.frame().last_instruction()).unwrap_or(0)
    }

    /// Its locals, cells and free variables; `None`: not bound.
    pub fn locals(&self) -> impl Iterator<Item = (&'a Name, Option<&'a Object>)> + use<'a> {
        let places = self.frame().locals();
        let count = self.executable().locals as usize;
        let names = frame_names(self.code()).take(count).enumerate();
        names.map(move |(place, name)| {
            // SAFETY: every word among the locals is zero or owned by the frame (frame's
            // invariant 3).
            (name, unsafe { object(places.add(place)) })
        })
    }

    /// The namespace of a module or class body.
    pub fn namespace(&self) -> Option<&'a Object> {
        let place = &raw const self.frame().namespace;
        // SAFETY: a frame owns its namespace.
        unsafe { object(place) }
    }
}

/// The object in a place, unless it is zero.
unsafe fn object<'a>(place: *const objects::Word) -> Option<&'a Object> {
    // SAFETY: by the caller's promise the word is zero or an object that lives on.
    unsafe { (place.read() != 0).then(|| Object::borrow_word(place)) }
}
