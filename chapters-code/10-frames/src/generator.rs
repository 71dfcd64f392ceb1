//! Where does a frame live between two `next()`? In its [`Generator`], which is made with
//! room for it and never lets it move while it runs.
//!
//! What generators, coroutines and asynchronous generators do when Python calls their
//! methods is a later chapter; here is what the evaluation loops need.

use crate::executable::Executable;
use crate::frame::{Frame, Owner, Returns};
use crate::function::Function;
use crate::release;
use crate::stack::pop_frame;
use code_objects::{Code, flags};
use objects::{Header, Object, Owned, Slot, Visit, Word, heap, make_with_at_hand, payload};
use std::cell::Cell;
use std::ptr::NonNull;
use types::{PyResult, Raised, Sent, Thread, Type, Version};

/// The instruction of 3.10 that delegates, and those of 3.11: `SEND` is followed by
/// `YIELD_VALUE` and `RESUME`, whose argument says that it delegates.
const YIELD_FROM: u8 = 72;
const SEND: u8 = 123;
const RESUME: u8 = 151;

/// A generator, coroutine or asynchronous generator. Its frame follows it in memory.
#[repr(align(8))] // The frame follows right behind it, where addresses have 32 bits too.
pub struct Generator {
    /// Where it is.
    pub state: Cell<State>,
    /// `__name__`
    pub name: Slot,
    /// `__qualname__`
    pub qualname: Slot,
    /// The code object, kept when the frame is gone.
    pub code: Owned<Code>,
    /// The exception that it was handling when it was suspended; while it runs, the one
    /// that its caller handles.
    pub handled: Slot,
    /// Coroutines: where it was made, if that is recorded. Asynchronous generators: the
    /// finalizer hook.
    pub origin: Slot,
    /// Asynchronous generators: what is known of them, besides their state.
    pub asynchronous: Asynchronous,
    words: u32,
}

payload!(Generator, "generator", traverse, extra);

/// What is known of an asynchronous generator, besides its state.
#[derive(Default)]
pub struct Asynchronous {
    /// Is an `asend()`, `athrow()` or `aclose()` under way? (`ag_running`)
    pub running: Cell<bool>,
    /// Has it ended, or has an `aclose()` begun?
    pub closed: Cell<bool>,
    /// Have the hooks been told of it?
    pub known: Cell<bool>,
}

/// Where a generator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum State {
    /// Not started.
    Created,
    /// At a `yield`.
    Suspended,
    /// Running.
    Running,
    /// At its end, by returning or raising: the frame is gone.
    Finished,
}

impl Generator {
    fn extra(&self) -> usize {
        self.words as usize * size_of::<Word>()
    }

    /// The frame. It is live unless the generator has finished.
    #[inline(always)]
    pub fn frame(&self) -> *mut Frame {
        let address = (&raw const *self).addr() + size_of::<Generator>();
        std::ptr::with_exposed_provenance_mut(address)
    }

    /// The generator whose frame this is.
    ///
    /// # Safety
    /// The frame's owner must be a generator.
    #[inline(always)]
    pub unsafe fn of_frame<'a>(frame: *mut Frame) -> &'a Generator {
        let address = frame.addr() - size_of::<Generator>();
        // SAFETY: a generator's frame lies right behind its payload.
        unsafe { &*std::ptr::with_exposed_provenance(address) }
    }

    /// Is this a generator that has finished?
    pub fn is_done(header: &Header) -> bool {
        let word = (&raw const *header).expose_provenance() as Word;
        // SAFETY: the word is that of the object with this header, and is only looked at.
        let object = unsafe { Object::borrow_word(&raw const word) };
        object
            .downcast()
            .is_some_and(|own: &Generator| !own.is_alive())
    }

    /// Is there still something to run?
    pub fn is_alive(&self) -> bool {
        self.state.get() != State::Finished
    }

    /// Links the frame under the running one, before it goes on: from here on the
    /// generator runs, and its handled exception is the thread's.
    ///
    /// # Safety
    /// The generator must not run and not have finished. Each `enter` is followed by one
    /// `leave`.
    #[inline(always)]
    pub unsafe fn enter(&self, t: &Thread, returns: Returns) -> *mut Frame {
        let frame = self.frame();
        self.state.set(State::Running);
        swap_handled(&self.handled, &t.handled);
        // SAFETY: the frame is live.
        unsafe {
            (*frame).previous = std::ptr::with_exposed_provenance_mut(t.frames.current.get());
            (*frame).returns = returns;
        }
        t.frames.current.set(frame.expose_provenance());
        frame
    }

    /// As [`Generator::enter`] on top of `previous`, which runs, if neither the thread nor the
    /// generator handles an exception. Who calls this makes the frame the running one.
    ///
    /// # Safety
    /// As there.
    #[inline(always)]
    pub unsafe fn enter_quietly(&self, previous: *mut Frame, returns: Returns) -> *mut Frame {
        let frame = self.frame();
        self.state.set(State::Running);
        // SAFETY: the frame is live.
        unsafe {
            (*frame).previous = previous;
            (*frame).returns = returns;
        }
        frame
    }

    /// As [`Generator::leave`], if neither the thread nor the generator handles an exception.
    /// Gives the frame below, which who calls this makes the running one.
    ///
    /// # Safety
    /// As there.
    #[inline(always)]
    pub unsafe fn leave_quietly(&self, state: State) -> *mut Frame {
        self.state.set(state);
        // SAFETY: the frame is live until its generator is dropped.
        unsafe { std::mem::replace(&mut (*self.frame()).previous, std::ptr::null_mut()) }
    }

    /// Unlinks the frame again.
    ///
    /// # Safety
    /// Its frame must be the running one.
    #[inline(always)]
    pub unsafe fn leave(&self, t: &Thread, state: State) {
        let frame = self.frame();
        self.state.set(state);
        swap_handled(&self.handled, &t.handled);
        // SAFETY: the frame is live until its generator is dropped.
        unsafe {
            t.frames.current.set((*frame).previous.expose_provenance());
            (*frame).previous = std::ptr::null_mut();
        }
    }

    /// Runs the generator until it yields or returns, with the value of its `yield`.
    pub fn resume(&self, t: &Thread, value: Object) -> PyResult<Sent> {
        self.run(t, |frame| {
            // SAFETY: the frame is suspended: at a `yield`, whose value there is room for,
            // or at its start, where the compiler has left room for it too.
            unsafe {
                (*frame).sp.write(value.into_word());
                (*frame).sp = (*frame).sp.add(1);
            }
            None
        })
    }

    /// Goes on by raising an exception where the generator stands.
    pub fn throw(&self, t: &Thread, raised: Raised) -> PyResult<Sent> {
        self.run(t, |_| Some(raised))
    }

    fn run(
        &self,
        t: &Thread,
        prepare: impl FnOnce(*mut Frame) -> Option<Raised>,
    ) -> PyResult<Sent> {
        match self.state.get() {
            State::Running => return Err(t.value_error(self.executing(t))),
            State::Finished => return Ok(Sent::Returned(Object::none())),
            State::Created | State::Suspended => (),
        }
        // The generator outlives its run.
        // SAFETY: a generator lies only in the heap.
        let keep = unsafe { Owned::from_payload(self) };
        // SAFETY: the generator is neither running nor finished, so its frame is complete.
        let result = unsafe {
            let run = (*self.frame()).executable().run;
            let frame = self.enter(t, Returns::Native);
            let raised = prepare(frame);
            run(t, frame, raised)
        };
        let sent = result.map(|value| match self.state.get() {
            State::Finished => Sent::Returned(value),
            _ => Sent::Yielded(value),
        });
        drop(keep);
        sent
    }

    /// Does something in the delegate of a suspended generator, which counts as running
    /// meanwhile, so that nobody else goes on with it; its frame is linked as if it were.
    pub fn linked<R>(&self, t: &Thread, action: impl FnOnce() -> R) -> R {
        if self.state.get() != State::Suspended {
            return action();
        }
        let (frame, below) = (self.frame(), t.frames.current.get());
        self.state.set(State::Running);
        // SAFETY: the frame of a suspended generator is complete, and nobody ends it while
        // the generator counts as running.
        unsafe {
            (*frame).returns = Returns::Linked;
            (*frame).previous = std::ptr::with_exposed_provenance_mut(below);
        }
        t.frames.current.set(frame.expose_provenance());
        let result = action();
        t.frames.current.set(below);
        // SAFETY: as above.
        unsafe { (*frame).previous = std::ptr::null_mut() };
        self.state.set(State::Suspended);
        result
    }

    /// What it delegates to with `yield from` or `await`, if it is suspended there
    /// (`_PyGen_yf`).
    pub fn delegate(&self) -> Option<Object> {
        // SAFETY: the frame is suspended, with the iterator on top of its stack.
        self.delegates()
            .then(|| unsafe { Object::borrow_word((*self.frame()).sp.sub(1)).clone() })
    }

    /// Is it suspended in a `yield from` or `await`?
    pub fn delegates(&self) -> bool {
        if self.state.get() != State::Suspended {
            return false;
        }
        match (self.version(), self.instruction(1)) {
            (Version::V310, Some((next, _))) => next == YIELD_FROM,
            (Version::V311, Some((next, argument))) => next == RESUME && argument >= 2,
            (_, None) => false,
        }
    }

    /// The version whose loop runs it.
    fn version(&self) -> Version {
        // SAFETY: the frame's header stays in place even when the generator has finished.
        unsafe { (*self.frame()).executable().version }
    }

    /// An instruction near the one that suspended it, as it was compiled: the loop's own
    /// copy may have been rewritten.
    fn instruction(&self, distance: i32) -> Option<(u8, u8)> {
        // SAFETY: the frame of a generator that has not finished keeps its code alive.
        let (last, code) = unsafe {
            let frame = self.frame();
            ((*frame).last_instruction(), (*frame).executable().code())
        };
        let start = usize::try_from(last.checked_add(distance)?).ok()? * 2;
        let unit = code.code.get(start..start + 2)?;
        Some((unit[0], unit[1]))
    }

    /// Ends the delegation with a value, which the generator is to be resumed with: it stands
    /// where that of the `yield from` is wanted.
    pub fn delegate_returned(&self, t: &Thread) -> PyResult<()> {
        // 3.10 passes over `YIELD_FROM`; 3.11 goes where `SEND` jumps.
        let skip = match self.version() {
            Version::V310 => Some(1),
            Version::V311 => self.send_jump().map(|jump| jump - 1),
        };
        self.end_delegation(t, skip)
    }

    /// Ends the delegation by an exception, which is to be thrown: the generator stands at
    /// the instruction that delegated, which has taken its operands.
    pub fn delegate_raised(&self, t: &Thread) -> PyResult<()> {
        let skip = match (self.version(), self.instruction(-1)) {
            (Version::V310, _) => Some(1),
            (Version::V311, Some((SEND, _))) => Some(-1),
            _ => None,
        };
        self.end_delegation(t, skip)
    }

    fn end_delegation(&self, t: &Thread, skip: Option<isize>) -> PyResult<()> {
        let Some(skip) = skip.filter(|_| self.delegates()) else {
            return Err(t.system_error("the generator does not delegate"));
        };
        // SAFETY: the iterator lies on top of the suspended frame's stack. `ip` goes to an
        // instruction of whose state, with the iterator gone, the verifier knows: right
        // before the one that takes the value, or the one that raises.
        unsafe {
            let frame = self.frame();
            (*frame).ip = (*frame).ip.offset(skip);
            (*frame).sp = (*frame).sp.sub(1);
            let iterator = Object::from_word((*frame).sp.read());
            drop(iterator);
        }
        Ok(())
    }

    /// How far the `SEND` right before a `YIELD_VALUE` of 3.11 jumps when its iterator ends.
    fn send_jump(&self) -> Option<isize> {
        // SAFETY: as in `instruction`.
        let (last, code) = unsafe {
            let frame = self.frame();
            ((*frame).last_instruction(), (*frame).executable().code())
        };
        let place = usize::try_from(last).ok()?.checked_sub(1)? * 2;
        let mut units = instructions::units(code.version, &code.code).map_while(Result::ok);
        let send = units.find(|unit| unit.offset == place)?;
        (send.opcode == SEND).then_some(send.oparg as isize)
    }

    /// What waits on its value stack, the lowest first, while it does not run.
    pub fn operands(&self) -> Vec<Object> {
        if !matches!(self.state.get(), State::Created | State::Suspended) {
            return Vec::new();
        }
        // SAFETY: the frame is complete; what lies between its stack's bottom and `sp` is
        // owned by it, or zero.
        unsafe {
            let (bottom, frame) = ((*self.frame()).stack(), self.frame());
            let count = usize::try_from((*frame).sp.offset_from(bottom)).unwrap_or(0);
            let words = (0..count).map(|place| bottom.add(place));
            let words = words.filter(|word| **word != 0);
            words
                .map(|word| Object::borrow_word(word).clone())
                .collect()
        }
    }

    /// The frame object; `None` once the generator has finished.
    pub fn frame_object(&self, t: &Thread) -> PyResult<Option<Object>> {
        if !self.is_alive() {
            return Ok(None);
        }
        // SAFETY: the frame of a living generator is complete.
        unsafe { crate::snapshot::frame_object(t, self.frame()).map(Some) }
    }

    /// What calling a running generator again says.
    fn executing(&self, t: &Thread) -> &'static str {
        // SAFETY: as in `run`.
        let own = unsafe { Owned::from_payload(self) }.into_object();
        match t.type_of(&own) {
            kind if kind.is(t.types.coroutine) => "coroutine already executing",
            kind if kind.is(t.types.async_generator) => "async generator already executing",
            _ => "generator already executing",
        }
    }

    fn traverse(&self, visit: Visit<'_>) {
        for slot in [&self.name, &self.qualname, &self.handled, &self.origin] {
            slot.traverse(visit);
        }
        visit(self.code.as_object());
        if matches!(self.state.get(), State::Created | State::Suspended) {
            // SAFETY: a suspended frame owns what lies below its `sp`.
            unsafe { (*self.frame()).traverse(visit) };
        }
    }

    fn clear(&self) {
        self.finish();
        self.handled.clear();
        self.origin.clear();
    }

    /// Ends a suspended generator in which nothing would catch an exception, or run because
    /// of one: closing it is giving its frame up, the operands from the top first. False, and
    /// nothing has happened, if it stands elsewhere.
    pub fn abandon(&self) -> bool {
        if self.state.get() != State::Suspended || self.delegates() || self.is_guarded() {
            return false;
        }
        self.state.set(State::Finished);
        // SAFETY: the frame is complete, does not run, and is not used again; what lies above
        // the bottom of its stack is owned by it.
        unsafe {
            let frame = self.frame();
            while (*frame).sp > (*frame).stack() {
                (*frame).sp = (*frame).sp.sub(1);
                release((*frame).sp.read());
            }
            crate::snapshot::detach(frame);
        }
        true
    }

    /// Would a handler take an exception that is raised where the generator is suspended?
    fn is_guarded(&self) -> bool {
        // SAFETY: the frame of a suspended generator is complete.
        unsafe {
            let frame = self.frame();
            let executable = (*frame).executable();
            match executable.version {
                Version::V310 => (*frame).blocks != 0,
                Version::V311 => usize::try_from((*frame).last_instruction())
                    .is_ok_and(|place| executable.handler(place * 2).is_some()),
            }
        }
    }

    /// Gives up the frame of a generator that does not run.
    pub fn finish(&self) {
        if matches!(self.state.get(), State::Created | State::Suspended) {
            self.state.set(State::Finished);
            // SAFETY: the frame does not run, and is not used again.
            unsafe { crate::snapshot::detach(self.frame()) };
        }
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        self.finish();
    }
}

/// Exchanges the exceptions that the thread and a generator are handling.
#[inline(always)]
fn swap_handled(own: &Slot, thread: &Slot) {
    if own.is_empty() && thread.is_empty() {
        return;
    }
    let mine = own.take();
    let theirs = thread.replace(mine);
    drop(own.replace(theirs));
}

impl Frame {
    /// Shows what the frame owns to the collector.
    ///
    /// # Safety
    /// The frame must be complete and not run.
    pub unsafe fn traverse(&self, visit: Visit<'_>) {
        let mut show = |word: &Word| {
            if *word != 0 {
                // SAFETY: every word of the frame is zero or owned.
                visit(unsafe { Object::borrow_word(word) });
            }
        };
        show(&self.function);
        show(&self.namespace);
        let mut place = self.locals();
        while place < self.sp {
            // SAFETY: the places up to `sp` are initialized.
            show(unsafe { &*place });
            place = place.wrapping_add(1);
        }
    }
}

/// The exception that a frame below the running generators handles: of a running
/// generator, what its slot holds is its caller's.
pub fn handled_below(t: &Thread) -> Option<Object> {
    let mut frame: *mut Frame = std::ptr::with_exposed_provenance_mut(t.frames.current.get());
    while !frame.is_null() {
        // SAFETY: the frames linked from the running one are live.
        unsafe {
            // One that is only linked has not taken over its own exception.
            if (*frame).owner == Owner::Generator
                && (*frame).returns != Returns::Linked
                && let Some(handled) = Generator::of_frame(frame).handled.get()
            {
                return Some(handled);
            }
            frame = (*frame).previous;
        }
    }
    None
}

/// Makes the generator of a call whose frame was not entered (3.10). If that cannot be, the
/// frame is ended.
///
/// # Safety
/// The frame must be the topmost, not linked, with its arguments bound.
pub unsafe fn suspend_new(t: &Thread, frame: *mut Frame) -> PyResult {
    // SAFETY: by the caller's promise.
    unsafe {
        let made = move_to_generator(t, frame);
        if made.is_err() {
            crate::end_frame(t, frame);
        }
        made
    }
}

/// Moves a frame off the data stack, into a new generator. If that cannot be, it stays.
///
/// # Safety
/// The frame must be the topmost of the data stack, its `ip` and `sp` saved. It is used no
/// more once there is a generator.
pub unsafe fn move_to_generator(t: &Thread, frame: *mut Frame) -> PyResult {
    // SAFETY: the frame is complete. Its words move into the generator bit for bit, so the
    // old place owns nothing any more. `ip` points into the code; `sp` is set anew.
    unsafe {
        let code = (*frame).executable();
        let kind = kind_of(t, code);
        let origin = match t.origin_depth.get() > 0 && kind.is(t.types.coroutine) {
            true => Slot::new(origin(t, frame)?),
            false => Slot::empty(),
        };
        let generator = || holder(frame, origin);
        let extra = code.frame_words as usize * size_of::<Word>();
        let made = heap().make_in_place(kind.core(), extra, generator, |place| {
            let own = move_frame(frame, place.cast());
            if own.object != 0 {
                crate::snapshot::moved(own);
            }
        });
        let generator = made?.into_object();
        pop_frame(t, frame);
        Ok(generator)
    }
}

/// As [`move_to_generator`], if that is short; see [`objects::make_with_at_hand`]. If there is
/// no answer, nothing has happened.
///
/// # Safety
/// As there; the frame must be plain ([`Frame::is_plain`]).
#[inline(always)]
pub unsafe fn move_to_generator_at_hand(t: &Thread, frame: *mut Frame) -> Option<Object> {
    if t.origin_depth.get() > 0 {
        return None;
    }
    // SAFETY: as for `move_to_generator`.
    unsafe {
        let code = (*frame).executable();
        let extra = code.frame_words as usize * size_of::<Word>();
        let made = make_with_at_hand(
            kind_of(t, code).core(),
            extra,
            || holder(frame, Slot::empty()),
            |place| {
                move_frame(frame, place.cast());
            },
        )?;
        t.frames.top.set(frame.expose_provenance());
        Some(made.into_object())
    }
}

/// What a call of such code makes.
#[inline(always)]
fn kind_of(t: &Thread, code: &Executable) -> &'static Type {
    if code.flags.any(flags::COROUTINE) {
        t.types.coroutine
    } else if code.flags.any(flags::ASYNC_GENERATOR) {
        t.types.async_generator
    } else {
        t.types.generator
    }
}

/// A generator that has room for a frame, but not yet the frame.
#[inline(always)]
unsafe fn holder(frame: *mut Frame, origin: Slot) -> Generator {
    // SAFETY: the frame is complete: it owns its function.
    unsafe {
        let function =
            Object::borrow_word(&raw const (*frame).function).payload_unchecked::<Function>();
        Generator {
            state: Cell::new(State::Created),
            name: Slot::from_option(function.name.get()),
            qualname: Slot::from_option(function.qualname.get()),
            code: Owned::from_payload((*frame).executable().code()),
            handled: Slot::empty(),
            origin,
            asynchronous: Asynchronous::default(),
            words: (*frame).executable().frame_words,
        }
    }
}

/// Moves a frame that lies on the data stack to its place in a generator.
#[inline(always)]
unsafe fn move_frame<'a>(frame: *mut Frame, place: NonNull<Frame>) -> &'a mut Frame {
    // SAFETY: the place has room for the frame, whose words up to `sp` move there bit for bit,
    // so that the old place owns nothing any more. `sp` is set anew.
    unsafe {
        let to = place.as_ptr();
        let depth = (*frame).sp.offset_from((*frame).locals());
        to.copy_from_nonoverlapping(frame, 1);
        let own = &mut *to;
        let (from, into) = ((*frame).locals(), own.locals());
        for word in 0..depth {
            // Volatile, since there are few: a call of `memcpy` costs more than they do.
            into.offset(word).write_volatile(from.offset(word).read());
        }
        own.sp = into.offset(depth);
        own.owner = Owner::Generator;
        own.first_in_chunk = false;
        own.previous = std::ptr::null_mut();
        own
    }
}

/// Where a coroutine is made of a frame: file, line and function of its callers
/// (`compute_cr_origin`).
#[cold]
fn origin(t: &Thread, own: *mut Frame) -> PyResult {
    let mut frame: *mut Frame = std::ptr::with_exposed_provenance_mut(t.frames.current.get());
    let mut places = Vec::new();
    while !frame.is_null() && places.len() < t.origin_depth.get() as usize {
        // SAFETY: the frames linked from the running one are live.
        let (code, last, previous) = unsafe {
            let code = (*frame).executable().code();
            (code, (*frame).last_instruction(), (*frame).previous)
        };
        if frame != own {
            let line = crate::line_of(code, last).map_or(Object::none(), Object::int32);
            let (file, name) = (code.filename.as_object(), code.name.as_object());
            let place = vec![file.clone(), line, name.clone()];
            places.push(containers::tuple(t, place)?);
        }
        frame = previous;
    }
    containers::tuple(t, places)
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    for kind in [
        t.types.generator,
        t.types.coroutine,
        t.types.async_generator,
    ] {
        kind.declare::<Generator>();
    }
    Ok(())
}
