//! What became of each instruction? The statistics of a run, for every site and family.
//!
//! Nobody counts while nobody asks: the loop is made a second time with an observer that
//! looks at each instruction before it runs, and compares when the next one comes. Handlers
//! know nothing of it.

use crate::failure::Failure;
use crate::handlers::adaptive::foresee;
use crate::specialize::Decision;
use code_objects::Code;
use eval_loop::Regs;
use eval_loop::observer::Observer;
use instructions::{Kind, deoptimized, specialization};
use objects::Owned;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use types::{PyResult, Thread, Version};

/// What happened at one site, or in one family.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Attempts that made it a specialized instruction.
    pub specialized: u64,
    /// Executions of its adaptive form that only counted.
    pub deferred: u64,
    /// Executions of a specialized form whose guards held.
    pub hits: u64,
    /// Executions of a specialized form whose guards failed.
    pub misses: u64,
    /// Times it became adaptive again.
    pub deopts: u64,
    /// Executions before the code was warm, or for good without a specialization.
    pub plain: u64,
    /// Attempts that failed, by their reasons.
    pub failures: BTreeMap<Failure, u64>,
}

impl Counts {
    /// All executions.
    pub fn executions(&self) -> u64 {
        // An attempt that succeeds is followed by the execution of what it made; one that
        // fails is the execution.
        self.deferred + self.hits + self.misses + self.plain + self.failed()
    }

    /// Attempts that failed.
    pub fn failed(&self) -> u64 {
        self.failures.values().sum()
    }

    /// Adds what happened elsewhere.
    pub fn add(&mut self, other: &Counts) {
        self.specialized += other.specialized;
        self.deferred += other.deferred;
        self.hits += other.hits;
        self.misses += other.misses;
        self.deopts += other.deopts;
        self.plain += other.plain;
        for (&reason, count) in &other.failures {
            *self.failures.entry(reason).or_default() += count;
        }
    }
}

/// The counts of an instruction.
#[derive(Clone, Debug)]
pub struct SiteCounts {
    /// The function it stands in.
    pub function: String,
    /// The line of the source.
    pub line: Option<i32>,
    /// Its offset in bytes.
    pub offset: usize,
    /// The plain instruction.
    pub family: &'static str,
    /// What it is at the end.
    pub now: &'static str,
    /// What happened.
    pub counts: Counts,
}

/// A code object that was seen, kept alive so that its address stays its own.
struct Seen {
    code: Owned<Code>,
    /// The argument of each instruction, prefixes included, by its code unit.
    arguments: Vec<u32>,
    counts: HashMap<usize, Counts>,
}

/// An instruction that runs: what it was before.
struct Pending {
    code: usize,
    at: usize,
    unit: *const u16,
    operation: u8,
    counter: u16,
    foreseen: Option<Decision>,
}

/// The statistics of an interpreter.
#[derive(Default)]
pub struct Statistics {
    seen: RefCell<HashMap<usize, Seen>>,
    order: RefCell<Vec<usize>>,
    pending: Cell<Option<Pending>>,
    /// How often the loop has fetched.
    fetched: Cell<u64>,
}

/// Counts every instruction into the interpreter's [`Statistics`].
pub(crate) struct Counting(pub(crate) &'static Statistics);

impl Observer for Counting {
    fn before(&mut self, r: &Regs, t: &Thread) -> PyResult<()> {
        self.0.settle();
        self.0.fetched.set(self.0.fetched.get() + 1);
        // SAFETY: the driver calls this with the registers of the running machine.
        unsafe { self.0.note(r, t) };
        Ok(())
    }
}

/// Is there a cache that counts behind this operation?
fn is_adaptable(operation: u8) -> bool {
    crate::quicken::adaptive(deoptimized(operation)).is_some()
}

impl Statistics {
    /// Notes the instruction that is about to run.
    ///
    /// # Safety
    /// The registers are those of a running machine, behind a fetched instruction.
    unsafe fn note(&self, r: &Regs, t: &Thread) {
        let executable = r.code();
        // SAFETY: `ip` lies one behind an instruction of the code that runs, which is not the
        // last unit.
        let (at, unit, operation, counter) = unsafe {
            let unit = r.ip.sub(1).cast_const();
            let at = unit.offset_from(executable.units_start()) as usize;
            (at, unit, unit.read() as u8, r.ip.read())
        };
        if !is_adaptable(operation) {
            return;
        }
        let code = executable.code();
        let address = std::ptr::from_ref(code).addr();
        let mut seen = self.seen.borrow_mut();
        let entry = seen.entry(address).or_insert_with(|| {
            self.order.borrow_mut().push(address);
            // SAFETY: a code object lies only in the heap.
            Seen::new(unsafe { Owned::from_payload(code) })
        });
        let arg = entry.arguments.get(at).copied().unwrap_or(0);
        drop(seen);
        // SAFETY: as above.
        let foreseen = unsafe { foresee(r, t, arg) };
        self.pending.set(Some(Pending {
            code: address,
            at,
            unit,
            operation,
            counter,
            foreseen,
        }));
    }

    /// Looks what became of the instruction noted last.
    fn settle(&self) {
        let Some(pending) = self.pending.take() else {
            return;
        };
        let mut seen = self.seen.borrow_mut();
        let Some(entry) = seen.get_mut(&pending.code) else {
            return;
        };
        // SAFETY: the code is kept alive by the entry, with its units and caches.
        let (operation, counter) =
            unsafe { (pending.unit.read() as u8, pending.unit.add(1).read()) };
        let counts = entry.counts.entry(pending.at).or_default();
        match (
            specialization(pending.operation).map(|row| row.kind),
            pending.foreseen,
        ) {
            (None | Some(Kind::Quick | Kind::Super), _) => counts.plain += 1,
            (Some(Kind::Adaptive), None) => counts.deferred += 1,
            (Some(Kind::Adaptive), Some(Decision::Specialize(..))) => counts.specialized += 1,
            (Some(Kind::Adaptive), Some(Decision::Fail(reason) | Decision::GiveUp(_, reason))) => {
                *counts.failures.entry(reason).or_default() += 1;
            }
            (Some(Kind::Specialized), _) => {
                let same = operation == pending.operation;
                counts.deopts += u64::from(!same);
                match same && counter == pending.counter {
                    true => counts.hits += 1,
                    false => counts.misses += 1,
                }
            }
        }
    }

    /// The counts of every site, in the order in which their code ran first.
    pub fn sites(&self) -> Vec<SiteCounts> {
        self.settle();
        let seen = self.seen.borrow();
        let mut sites = Vec::new();
        for address in self.order.borrow().iter() {
            if let Some(entry) = seen.get(address) {
                entry.list(&mut sites);
            }
        }
        sites
    }

    /// How many instructions ran, of all kinds.
    pub fn instructions(&self) -> u64 {
        // An attempt that succeeds is fetched again, as what it made.
        let attempts: u64 = self.sites().iter().map(|s| s.counts.specialized).sum();
        self.fetched.get() - attempts
    }

    /// The counts of every family, by its plain instruction.
    pub fn families(&self) -> BTreeMap<&'static str, Counts> {
        let mut families: BTreeMap<&'static str, Counts> = BTreeMap::new();
        for site in self.sites() {
            families.entry(site.family).or_default().add(&site.counts);
        }
        families
    }
}

impl Seen {
    fn new(code: Owned<Code>) -> Seen {
        let mut arguments = vec![0; code.code.len() / 2];
        let units = instructions::units(Version::V311, &code.code);
        for unit in units.map_while(Result::ok) {
            if let Some(place) = arguments.get_mut(unit.offset / 2) {
                *place = unit.oparg;
            }
        }
        Seen {
            code,
            arguments,
            counts: HashMap::new(),
        }
    }

    fn list(&self, sites: &mut Vec<SiteCounts>) {
        let units = crate::units_of(&self.code).unwrap_or_default();
        let name = |operation| instruction_name(operation);
        let function = self.code.qualname.as_ref().unwrap_or(&self.code.name);
        let mut places: Vec<&usize> = self.counts.keys().collect();
        places.sort();
        for &at in places {
            let now = units.get(at).map_or(0, |unit| *unit as u8);
            sites.push(SiteCounts {
                function: function.to_text(),
                line: line_of(&self.code, at * 2),
                offset: at * 2,
                family: name(deoptimized(now)),
                now: name(now),
                counts: self.counts[&at].clone(),
            });
        }
    }
}

/// The line of an instruction.
fn line_of(code: &Code, offset: usize) -> Option<i32> {
    instructions::line_at(Version::V311, &code.linetable, code.firstlineno, offset)
}

fn instruction_name(operation: u8) -> &'static str {
    match specialization(operation) {
        Some(row) => row.name,
        None => instructions::definition(Version::V311, operation)
            .map_or("?", |definition| definition.name),
    }
}
