//! What does the machine hold in its hands while it runs? Its registers: [`Regs`].

use frames::{Executable, Frame, InlineCache, Returns, release, retain};
use objects::{Object, Word};
use types::{Name, Raised, Thread};

/// The machine's registers. Handlers are inlined into the driver, so that these stay in
/// the processor's.
#[derive(Clone, Copy)]
pub struct Regs {
    /// The next instruction.
    pub ip: *mut u16,
    /// The first free place of the value stack.
    pub sp: *mut Word,
    /// The running frame.
    pub frame: *mut Frame,
}

/// What a handler tells its driver. Handlers are inlined, so that at run time there is no
/// `Flow`: each is a place to go on.
pub enum Flow {
    /// Go on with the instruction at `ip`.
    Next,
    /// Not for me: the row's generic handler shall do it, from the registers as they were.
    /// Nothing may have happened yet that cannot happen twice.
    Miss,
    /// Give this word's reference back, then go on: so no handler need have a call in its
    /// middle that is hardly ever made. The driver saves the instruction if Python code can
    /// run, so it must still be the same frame that runs.
    Drop(Word),
    /// Give both back, the first one first, then go on.
    Drop2(Word, Word),
    /// An exception: find its handler.
    Raise(Raised),
    /// An exception that was raised before goes on: the traceback has this frame already.
    Reraise(Raised),
    /// The frame that native code started has returned or yielded this.
    Exit(Object),
}

/// Turns `Err` into a [`Flow::Raise`] of the surrounding handler.
#[macro_export]
macro_rules! check {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(raised) => return $crate::Flow::Raise(raised),
        }
    };
}

/// Every method relies on the verifier's proof for the code that runs: the stack is as deep
/// as the instruction needs and has room for what it pushes, and what is used as an object
/// is one.
impl Regs {
    /// The registers for going on with a frame.
    ///
    /// # Safety
    /// The frame must be complete.
    #[inline(always)]
    pub unsafe fn of(frame: *mut Frame) -> Regs {
        // SAFETY: `ip` is that of the instruction that ran last.
        unsafe {
            Regs {
                ip: (*frame).ip.add(1),
                sp: (*frame).sp,
                frame,
            }
        }
    }

    /// Pushes an object.
    ///
    /// # Safety
    /// The verifier has proved that there is room.
    #[inline(always)]
    pub unsafe fn push(&mut self, object: Object) {
        // SAFETY: by the caller's promise.
        unsafe { self.push_word(object.into_word()) }
    }

    /// Pushes an owned word, or zero where the instruction set has a NULL.
    ///
    /// # Safety
    /// As for [`Regs::push`].
    #[inline(always)]
    pub unsafe fn push_word(&mut self, word: Word) {
        // SAFETY: by the caller's promise.
        unsafe {
            self.sp.write(word);
            self.sp = self.sp.add(1);
        }
    }

    /// Pops the word on top.
    ///
    /// # Safety
    /// The verifier has proved that there is one.
    #[inline(always)]
    pub unsafe fn pop_word(&mut self) -> Word {
        // SAFETY: by the caller's promise.
        unsafe {
            self.sp = self.sp.sub(1);
            self.sp.read()
        }
    }

    /// Pops the object on top.
    ///
    /// # Safety
    /// The verifier has proved that there is one.
    #[inline(always)]
    pub unsafe fn pop(&mut self) -> Object {
        // SAFETY: by the caller's promise.
        unsafe { Object::from_word(self.pop_word()) }
    }

    /// The place `depth` below the top; 1 is the top itself.
    ///
    /// # Safety
    /// The verifier has proved that the stack is that deep.
    #[inline(always)]
    pub unsafe fn place(&self, depth: usize) -> *mut Word {
        // SAFETY: by the caller's promise.
        unsafe { self.sp.sub(depth) }
    }

    /// The object `depth` below the top; 1 is the top itself.
    ///
    /// # Safety
    /// The verifier has proved that an object lies there.
    #[inline(always)]
    pub unsafe fn peek<'a>(&self, depth: usize) -> &'a Object {
        // SAFETY: by the caller's promise. It stays there while the instruction runs.
        unsafe { Object::borrow_word(self.place(depth)) }
    }

    /// Pops `count` words and gives them back.
    ///
    /// # Safety
    /// The verifier has proved that the stack is that deep.
    #[inline(always)]
    pub unsafe fn discard(&mut self, count: usize) {
        for _ in 0..count {
            // SAFETY: by the caller's promise.
            unsafe { release(self.pop_word()) };
        }
    }

    /// Replaces the top by another object; the old one is dropped after that.
    ///
    /// # Safety
    /// The verifier has proved that there is a top.
    #[inline(always)]
    pub unsafe fn replace_top(&mut self, object: Object) {
        // SAFETY: by the caller's promise.
        unsafe { release(self.place(1).replace(object.into_word())) };
    }

    /// The word of a local variable's place.
    ///
    /// # Safety
    /// The verifier has proved that there is such a local.
    #[inline(always)]
    pub unsafe fn local(&self, index: u32) -> *mut Word {
        // SAFETY: the frame is live; by the caller's promise the place is in it.
        unsafe { (*self.frame).locals().add(index as usize) }
    }

    /// What is executed.
    #[inline(always)]
    pub fn code<'a>(&self) -> &'a Executable {
        // SAFETY: the running frame is live and keeps its code alive.
        unsafe { &*(*self.frame).code }
    }

    /// A name of the code object.
    ///
    /// # Safety
    /// The verifier has proved that there is such a name.
    #[inline(always)]
    pub unsafe fn name<'a>(&self, index: u32) -> &'a Name {
        // SAFETY: by the caller's promise.
        unsafe { &*self.code().names.add(index as usize) }
    }

    /// A new reference to a constant.
    ///
    /// # Safety
    /// The verifier has proved that there is such a constant.
    #[inline(always)]
    pub unsafe fn constant(&self, index: u32) -> Word {
        // SAFETY: by the caller's promise.
        unsafe { retain(self.code().constants.add(index as usize).read()) }
    }

    /// Notes which instruction runs: before anything that can run Python code or raise.
    #[inline(always)]
    pub fn save(&self) {
        // SAFETY: the running frame is live.
        unsafe { (*self.frame).ip = self.ip.sub(1) };
    }

    /// The cache of the running instruction.
    #[inline(always)]
    pub fn cache<'a>(&self) -> &'a InlineCache {
        let code = self.code();
        // SAFETY: `ip` lies one behind the running instruction, in the units of the code.
        let offset = unsafe { self.ip.cast_const().offset_from(code.units_start()) - 1 };
        let number = code.cache_numbers[offset as usize];
        &code.caches[usize::from(number)]
    }

    /// The cache of the running instruction, to be filled; `None` if it has none of its own
    /// (the first one is everybody's, and stays empty).
    #[inline(always)]
    pub fn own_cache<'a>(&self) -> Option<&'a InlineCache> {
        let cache = self.cache();
        (!std::ptr::eq(cache, &raw const self.code().caches[0])).then_some(cache)
    }

    /// Goes on at an offset in code units.
    ///
    /// # Safety
    /// The verifier has proved that an instruction starts there.
    #[inline(always)]
    pub unsafe fn jump_to(&mut self, offset: u32) {
        // SAFETY: by the caller's promise.
        self.ip = unsafe { self.code().units_start().cast_mut().add(offset as usize) };
    }

    /// Goes on `distance` code units later.
    ///
    /// # Safety
    /// The verifier has proved that an instruction starts there.
    #[inline(always)]
    pub unsafe fn jump_by(&mut self, distance: u32) {
        // SAFETY: by the caller's promise.
        self.ip = unsafe { self.ip.add(distance as usize) };
    }

    /// Goes over to a frame that was just made for this code: links it above the running one,
    /// and starts at its first instruction. [`Regs::switch_to`] would have to wait for what
    /// was only just written.
    ///
    /// # Safety
    /// The frame must be complete but for its links, and have this code.
    #[inline(always)]
    pub unsafe fn enter(
        &mut self,
        t: &Thread,
        (frame, code): (*mut Frame, &Executable),
        returns: Returns,
    ) {
        // SAFETY: by the caller's promise; the value stack lies behind the locals.
        unsafe {
            (*frame).previous = self.frame;
            (*frame).returns = returns;
            *self = Regs {
                ip: code.units_start().cast_mut(),
                sp: (*frame).locals().add(code.locals as usize),
                frame,
            };
        }
        t.frames.current.set(frame.expose_provenance());
    }

    /// Goes over to another frame, which becomes the running one.
    ///
    /// # Safety
    /// The frame must be complete and linked above the running one, or be the one below.
    #[inline(always)]
    pub unsafe fn switch_to(&mut self, t: &Thread, frame: *mut Frame) {
        // SAFETY: by the caller's promise.
        *self = unsafe { Regs::of(frame) };
        t.frames.current.set(frame.expose_provenance());
    }
}
