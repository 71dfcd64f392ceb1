//! What does the evaluator need of a code object at every instruction? Its [`Executable`]
//! form: verified, with its own copy of the instructions, made when it first runs.

use crate::frame::{Frame, HEADER_WORDS};
use code_objects::{Code, flags};
use instructions::{ExceptionEntry, exception_table, find_handler};
use objects::{Object, Owned, Word};
use std::cell::{Cell, OnceCell};
use types::{Name, PyResult, Raised, Thread, Version};

/// Where the count to quickening starts (`QUICKENING_INITIAL_WARMUP_VALUE`).
pub const QUICKENING_INITIAL_WARMUP: i32 = -8;

/// A code object, verified and laid out to be run.
pub struct Executable {
    /// The instructions, one code unit each: the operation in the low byte, the argument in
    /// the high one. The evaluator rewrites its own copy.
    units: Box<[Cell<u16>]>,
    /// The start of the constants.
    pub constants: *const Word,
    /// The start of the names.
    pub names: *const Name,
    /// What a loop remembers per instruction that wants it. The first one stays empty: it is
    /// that of the instructions that have none.
    pub caches: Box<[InlineCache]>,
    /// The number of an instruction's cache, by its offset in code units.
    pub cache_numbers: Box<[u16]>,
    /// Locals, cells and free variables together.
    pub locals: u32,
    /// Room of the value stack.
    pub stack: u32,
    /// Words of a whole frame.
    pub frame_words: u32,
    /// Positional parameters.
    pub arguments: u32,
    /// How many locals are parameters, those that collect included.
    pub parameters: u32,
    /// Do calls with exactly that many positional arguments need nothing but moving them?
    pub simple: bool,
    /// Are there only parameters that can be given by position, and none that collect?
    pub positional: bool,
    /// Do parameters collect what is left over (`*args`, `**kwargs`)?
    pub collects: bool,
    /// Does calling make a generator, coroutine or asynchronous generator instead of running?
    pub makes_generator: bool,
    /// The flags of the code object.
    pub flags: code_objects::Flags,
    /// Counts up to zero, when it is quickened (`co_warmup`).
    pub warmup: Cell<i32>,
    /// The version whose instructions these are.
    pub version: Version,
    /// Runs it.
    pub run: RunFn,
    /// Where exceptions go (3.11): read once there is one.
    handlers: OnceCell<Box<[ExceptionEntry]>>,
    code: *const Code,
}

/// Runs a frame from its `ip` on, until it returns or yields; with an exception, from the
/// handler of that on, as if its `ip` had raised it.
///
/// # Safety
/// The frame must be complete; either it is the topmost of the data stack and not linked,
/// or a generator's that was entered. It is ended when it returns or raises.
pub type RunFn = unsafe fn(&Thread, *mut Frame, Option<Raised>) -> PyResult;

/// What a loop remembers of one instruction.
#[derive(Default)]
pub struct InlineCache {
    /// A version under which the rest is valid; zero: nothing is remembered.
    pub version: Cell<u32>,
    /// A second one, or an index.
    pub second: Cell<u32>,
    /// A borrowed object, or what the instruction likes.
    pub value: Cell<Word>,
}

/// How one version's code is run (PEP 523's frame evaluator).
#[derive(Clone, Copy)]
pub struct Evaluator {
    /// Runs a frame.
    pub run: RunFn,
    /// Does this operation want a cache?
    pub wants_cache: fn(u8) -> bool,
}

/// The evaluators that are installed.
#[derive(Default)]
pub struct Evaluators {
    /// For 3.10
    pub v310: Cell<Option<Evaluator>>,
    /// For 3.11
    pub v311: Cell<Option<Evaluator>>,
}

impl Executable {
    /// The executable form of a code object, made and verified the first time.
    #[inline]
    pub fn of<'a>(t: &Thread, code: &'a Code) -> PyResult<&'a Executable> {
        match Executable::known(code) {
            Some(executable) => Ok(executable),
            None => Executable::prepare(t, code),
        }
    }

    /// The executable form of a code object, if it was made before.
    #[inline]
    pub fn known(code: &Code) -> Option<&Executable> {
        code.loop_state.get()?.downcast_ref()
    }

    #[cold]
    fn prepare<'a>(t: &Thread, code: &'a Code) -> PyResult<&'a Executable> {
        if code.version != t.version {
            return Err(t.system_error(format!(
                "this machine runs the bytecode of CPython {}, not of {}",
                t.version, code.version
            )));
        }
        let evaluators = t.extension::<Evaluators>();
        let evaluator = match code.version {
            Version::V310 => evaluators.v310.get(),
            Version::V311 => evaluators.v311.get(),
        };
        let Some(evaluator) = evaluator else {
            return Err(t.not_implemented_error(format!(
                "running CPython {} bytecode comes with the chapter modern-bytecode",
                code.version
            )));
        };
        let proof = verifier::verified(t, code)?;
        let executable = Executable::new(code, evaluator, proof.depth(), proof.blocks());
        let _ = code.loop_state.set(Box::new(executable));
        Executable::of(t, code)
    }

    fn new(code: &Code, evaluator: Evaluator, depth: usize, blocks: usize) -> Executable {
        let pairs = code.code.chunks_exact(2);
        let units: Box<[Cell<u16>]> = pairs
            .map(|pair| Cell::new(u16::from_le_bytes([pair[0], pair[1]])))
            .collect();
        let mut numbers = vec![0; units.len()];
        let mut count = 0;
        for (number, unit) in numbers.iter_mut().zip(&units) {
            if (evaluator.wants_cache)(unit.get() as u8) && count < usize::from(u16::MAX) {
                count += 1;
                *number = count as u16;
            }
        }
        let locals = places(code);
        let generator = code.flags.any(
            flags::GENERATOR
                .with(flags::COROUTINE)
                .with(flags::ASYNC_GENERATOR),
        );
        let cells = code.version == Version::V310
            && !(code.cellvars.is_empty() && code.freevars.is_empty());
        let suspends = generator && code.version == Version::V310;
        let collects = code.flags.any(flags::VARARGS.with(flags::VARKEYWORDS));
        Executable {
            units,
            constants: code.consts.as_ptr().cast(),
            names: code.names.as_ptr(),
            caches: (0..=count).map(|_| InlineCache::default()).collect(),
            cache_numbers: numbers.into(),
            locals: locals as u32,
            stack: depth as u32,
            frame_words: (HEADER_WORDS + locals + depth + blocks) as u32,
            arguments: code.argcount,
            parameters: parameters(code),
            simple: !(collects || cells || suspends) && code.kwonlyargcount == 0,
            positional: !collects && code.kwonlyargcount == 0,
            collects,
            makes_generator: suspends,
            flags: code.flags,
            warmup: Cell::new(QUICKENING_INITIAL_WARMUP),
            version: code.version,
            run: evaluator.run,
            handlers: OnceCell::new(),
            code,
        }
    }

    /// The parameters in the order in which 3.10's caller lets them go: what it has pushed
    /// last goes first. What stars collect goes with what was collected.
    pub fn parameters_in_order(&self) -> impl Iterator<Item = usize> {
        let positional = self.arguments as usize;
        let named = positional + self.code().kwonlyargcount as usize;
        let collects = |flag| usize::from(self.flags.has(flag));
        let values = named..named + collects(flags::VARARGS);
        let keywords = values.end..values.end + collects(flags::VARKEYWORDS);
        let by_name = keywords.chain((positional..named).rev());
        let by_place = values.chain((0..positional).rev());
        by_name.chain(by_place)
    }

    /// The code object.
    #[inline(always)]
    pub fn code(&self) -> &Code {
        // SAFETY: this form lies in the code object, which does not move.
        unsafe { &*self.code }
    }

    /// Where the exceptions of the instruction at a byte offset go (3.11).
    pub fn handler(&self, offset: usize) -> Option<&ExceptionEntry> {
        let entries = self.handlers.get_or_init(|| {
            let entries = exception_table(&self.code().exceptiontable);
            entries.map_while(Result::ok).collect()
        });
        find_handler(entries, offset)
    }

    /// The instructions.
    pub fn units(&self) -> &[Cell<u16>] {
        &self.units
    }

    /// The first instruction.
    #[inline(always)]
    pub fn units_start(&self) -> *const u16 {
        self.units.as_ptr().cast()
    }
}

/// How many locals are parameters.
fn parameters(code: &Code) -> u32 {
    let stars = [flags::VARARGS, flags::VARKEYWORDS];
    let stars = stars.iter().filter(|flag| code.flags.has(**flag)).count();
    code.argcount
        .saturating_add(code.kwonlyargcount)
        .saturating_add(stars as u32)
}

/// How many locals, cells and free variables a frame has.
fn places(code: &Code) -> usize {
    match code.version {
        Version::V310 => code.nlocals as usize + code.cellvars.len() + code.freevars.len(),
        Version::V311 => code.localsplusnames.len(),
    }
}

/// The names of the locals, cells and free variables of a frame, in their places.
pub fn frame_names(code: &Code) -> impl Iterator<Item = &Name> {
    let locals = match code.version {
        Version::V310 => &code.varnames[..],
        Version::V311 => &code.localsplusnames[..],
    };
    let rest: [&[Name]; 2] = match code.version {
        Version::V310 => [&code.cellvars, &code.freevars],
        Version::V311 => [&[], &[]],
    };
    locals.iter().chain(rest.into_iter().flatten())
}

/// A constant that is a code object.
pub fn code_constant(t: &Thread, object: Object) -> PyResult<Owned<Code>> {
    object
        .into_owned()
        .map_err(|_| t.system_error("a code object was expected"))
}
