//! What does one thread of execution know? Its [`Thread`]: frames, the exception being
//! handled, how deep it is.

use crate::interpreter::{BasicTypes, Interpreter};
use crate::kind::Type;
use crate::raised::PyResult;
use objects::{Object, Singleton, Slot, Unpacked, Word, heap};
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

/// The state of one thread of execution. It dereferences to its [`Interpreter`].
pub struct Thread {
    interpreter: Rc<Interpreter>,
    /// The interpreter's builtin types, at hand.
    pub types: &'static BasicTypes,
    /// The exception that is being handled (`sys.exc_info()`); empty: none.
    pub handled: Slot,
    /// How many calls are under way that count against the recursion limit.
    pub depth: Cell<u32>,
    /// The recursion limit.
    pub recursion_limit: Cell<u32>,
    /// How many callers a new coroutine remembers as its `cr_origin`.
    pub origin_depth: Cell<u32>,
    /// Something wants the loop to stop and look: a limit, another thread.
    pub breaker: Cell<bool>,
    /// The evaluation stack; `frames` says what lies there.
    pub frames: FrameState,
    /// The containers whose `repr` is under way: one may be inside itself.
    shown: RefCell<Vec<Word>>,
    /// How much it may still do.
    pub limits: Limits,
    stack_base: Cell<usize>,
    stack_size: Cell<usize>,
    in_reserve: Cell<bool>,
}

/// Where the thread's frames are. What the words point to is the business of `frames`.
#[derive(Default)]
pub struct FrameState {
    /// The running frame.
    pub current: Cell<usize>,
    /// Where the instruction pointer was when an exception was raised, on its way to whoever
    /// looks for a handler.
    pub raised_at: Cell<usize>,
    /// The first free word of the data stack.
    pub top: Cell<usize>,
    /// The end of the data stack's current chunk.
    pub end: Cell<usize>,
    /// All chunks, the oldest first.
    pub chunks: RefCell<Vec<Box<[Cell<Word>]>>>,
}

/// How much a thread may still do. What is `None` is not limited.
#[derive(Default)]
pub struct Limits {
    /// Instructions.
    pub instructions: Cell<Option<u64>>,
}

/// Host stack that native code may use, unless the thread says that it has more.
const DEFAULT_STACK: usize = 1 << 20;
/// Host stack that must be left for a native call.
const STACK_RESERVE: usize = 128 << 10;
/// Bytes of memory above the limit for those who say that it is reached.
const MEMORY_RESERVE: usize = 256 << 10;

thread_local! {
    static CURRENT: Cell<*const Thread> = const { Cell::new(std::ptr::null()) };
}

impl Thread {
    /// The first thread of an interpreter.
    pub fn new(interpreter: Rc<Interpreter>) -> Thread {
        Thread {
            types: interpreter.types,
            interpreter,
            handled: Slot::empty(),
            depth: Cell::new(0),
            recursion_limit: Cell::new(1000),
            origin_depth: Cell::new(0),
            breaker: Cell::new(false),
            frames: FrameState::default(),
            shown: RefCell::default(),
            limits: Limits::default(),
            stack_base: Cell::new(stack_pointer()),
            stack_size: Cell::new(DEFAULT_STACK),
            in_reserve: Cell::new(false),
        }
    }

    /// Runs `body` with this thread as the current one, with `stack` bytes of host stack
    /// left for it.
    pub fn enter<R>(&self, stack: usize, body: impl FnOnce(&Thread) -> R) -> R {
        self.stack_base.set(stack_pointer());
        self.stack_size.set(stack);
        struct Leave(*const Thread);
        impl Drop for Leave {
            fn drop(&mut self) {
                CURRENT.set(self.0);
            }
        }
        let _leave = Leave(CURRENT.replace(self));
        body(self)
    }

    /// Runs `body` with the current thread: for destructors, which are passed none.
    pub fn with_current<R>(body: impl FnOnce(&Thread) -> R) -> Option<R> {
        let thread = CURRENT.get();
        // SAFETY: the pointer was set by `enter`, whose borrow of the thread lasts until
        // `Leave` takes it back.
        (!thread.is_null()).then(|| body(unsafe { &*thread }))
    }

    /// The interpreter, shared.
    pub fn interpreter(&self) -> &Rc<Interpreter> {
        &self.interpreter
    }

    /// The type of an object.
    #[inline(always)]
    pub fn type_of<'a>(&'a self, object: &'a Object) -> &'a Type {
        match object.header() {
            Some(header) => Type::of_core(header.type_core()),
            None => self.type_of_immediate(object),
        }
    }

    #[inline]
    fn type_of_immediate(&self, object: &Object) -> &'static Type {
        match object.unpack() {
            Unpacked::Int(_) => self.types.int,
            Unpacked::Float(_) => self.types.float,
            Unpacked::Singleton(which) => match which {
                Singleton::None => self.types.none,
                Singleton::False | Singleton::True => self.types.bool,
                Singleton::Ellipsis => self.types.ellipsis,
                Singleton::NotImplemented => self.types.not_implemented,
                Singleton::PositiveZero | Singleton::NegativeZero => self.types.float,
            },
            Unpacked::Heap(header) => {
                unreachable!("{:p} is no immediate value", &raw const *header)
            }
        }
    }

    /// Is the object's type exactly this?
    #[inline(always)]
    pub fn is_exact(&self, object: &Object, kind: &Type) -> bool {
        self.type_of(object).is(kind)
    }

    /// As [`Thread::is_exact`], for a type whose objects are never words of their own.
    #[inline(always)]
    pub fn is_exact_heap(&self, object: &Object, kind: &Type) -> bool {
        object
            .header()
            .is_some_and(|header| Type::of_header(header).is(kind))
    }

    /// Is the object's type this or derived from it (`PyObject_TypeCheck`)?
    #[inline]
    pub fn is_instance_of(&self, object: &Object, kind: &Type) -> bool {
        self.type_of(object).is_subtype(kind)
    }

    /// The type's name, for messages.
    pub fn type_name(&self, object: &Object) -> String {
        self.type_of(object).name()
    }

    /// Enters a native call that can nest: counts it against the recursion limit and looks
    /// at the host stack. `place` ends the message, as in `" in comparison"`.
    #[inline]
    pub fn enter_native(&self, place: &'static str) -> PyResult<NativeGuard<'_>> {
        let depth = self.depth.get() + 1;
        if depth > self.recursion_limit.get() {
            return Err(self.too_deep(place));
        }
        self.check_stack(place)?;
        self.depth.set(depth);
        Ok(NativeGuard(self))
    }

    /// Looks whether enough host stack is left for a native call.
    #[inline]
    pub fn check_stack(&self, place: &'static str) -> PyResult<()> {
        let used = self.stack_base.get().abs_diff(stack_pointer());
        match used + STACK_RESERVE > self.stack_size.get().max(2 * STACK_RESERVE) {
            true => Err(self.too_deep(place)),
            false => Ok(()),
        }
    }

    /// Runs `body` with a little more stack and memory than there is for everybody else: what
    /// says that there is none left must not fail for want of it. More than once it is not given.
    pub fn with_reserve<R>(&self, body: impl FnOnce() -> R) -> R {
        if self.in_reserve.replace(true) {
            return body();
        }
        let (stack, bytes) = (self.stack_size.get(), heap().limit());
        let more = stack.max(2 * STACK_RESERVE) + STACK_RESERVE / 2;
        self.stack_size.set(more);
        heap().set_limit(bytes.saturating_add(MEMORY_RESERVE));
        let result = body();
        self.stack_size.set(stack);
        heap().set_limit(bytes);
        self.in_reserve.set(false);
        result
    }

    /// Counts native work that takes as long as so many instructions, where instructions
    /// are limited: a single one of them may compute for hours.
    ///
    /// # Errors
    /// That of the limit, if there are not so many left.
    pub fn charge(&self, instructions: u64) -> crate::PyResult<()> {
        let Some(left) = self.limits.instructions.get() else {
            return Ok(());
        };
        let left = left.checked_sub(instructions);
        self.limits.instructions.set(Some(left.unwrap_or(0)));
        left.map(drop).ok_or_else(|| self.limit_reached())
    }

    /// The error of a program that has used up its instructions.
    #[cold]
    pub fn limit_reached(&self) -> crate::Raised {
        self.system_error("the limit on instructions is reached")
    }

    #[cold]
    fn too_deep(&self, place: &'static str) -> crate::Raised {
        self.recursion_error(format!("maximum recursion depth exceeded{place}"))
    }
}

impl Thread {
    /// Notes that the `repr` of a container begins; `None` if it is under way already
    /// (`Py_ReprEnter`).
    pub fn enter_repr(&self, object: &Object) -> Option<ReprGuard<'_>> {
        let mut shown = self.shown.borrow_mut();
        if shown.contains(&object.word()) {
            return None;
        }
        shown.push(object.word());
        Some(ReprGuard(self))
    }
}

/// A `repr` under way; dropping it says that it has ended.
pub struct ReprGuard<'a>(&'a Thread);

impl Drop for ReprGuard<'_> {
    fn drop(&mut self) {
        self.0.shown.borrow_mut().pop();
    }
}

impl Deref for Thread {
    type Target = Interpreter;
    #[inline(always)]
    fn deref(&self) -> &Interpreter {
        &self.interpreter
    }
}

/// A native call under way; dropping it leaves the call.
pub struct NativeGuard<'a>(&'a Thread);

impl Drop for NativeGuard<'_> {
    #[inline]
    fn drop(&mut self) {
        self.0.depth.set(self.0.depth.get() - 1);
    }
}

/// About where the host stack is now.
#[inline(always)]
fn stack_pointer() -> usize {
    let here = 0u8;
    (&raw const here).addr()
}
