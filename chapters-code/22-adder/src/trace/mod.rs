//! What happened in a run? `adder trace` writes it down: a recording, in JSON.
//!
//! # The format, schema 1
//!
//! | field | holds |
//! |---|---|
//! | `schema` | 1. It changes when a reader of the old one would misread the new |
//! | `version` | `"3.10"` or `"3.11"` |
//! | `file` | the source's name, as the code object has it |
//! | `source` | its lines; empty if it cannot be read |
//! | `values` | every value that was seen, each once: `[type, repr]`; the repr is cut short |
//! | `codes` | every code object that ran, in the order of its first step, see below |
//! | `steps` | the steps, see below |
//! | `output` | what the program wrote to its standard output |
//! | `end` | how it ended: `"returned"`, or the exception that nobody caught |
//! | `left_out` | how many steps came after the last one that was kept |
//!
//! A **code** has `name`, `line` (its first), `instructions`, and in 3.11 `handlers`, its
//! exception table: `[start, end, target, depth, lasti]`. An instruction is
//! `[offset, name, argument or null, meaning, line or null, columns or null, cache units]`;
//! `columns` are `[first, behind the last]`, in characters of that line. Offsets are bytes.
//! Where there is an inline cache, one more element holds the names of its fields.
//!
//! A **step** is the machine *before* an instruction runs. A field that is missing is as it
//! was in the step before.
//!
//! | field | holds |
//! |---|---|
//! | `code` | which of `codes` |
//! | `at` | which of its instructions |
//! | `calls` | the frames, the outermost first: `[code, line]` |
//! | `locals` | `[name, value]`: of a function its locals, cells and free variables, of a module or class its namespace |
//! | `stack` | the values on the value stack, from the bottom |
//! | `blocks` | 3.10: the block stack, `[kind, handler, level]` |
//! | `output` | how many characters have been written |
//! | `quick` | 3.11: instructions of this code that were rewritten since its last step: `[at, name]` |
//! | `caches` | 3.11: inline caches of this code that are not as they were at its last step: `[at, values]`, one for each field; all are 0 at first, and a version or pointer that is not 0 is `"*"` |
//!
//! `quick` and `caches` of a code's first step say what has become of it before.
//!
//! A value is an index of `values`, −1 for a place that holds nothing (a variable that is not
//! bound, a NULL). With `--counts`, it is `[index, reference count]`; the count is null for
//! values that have none.

mod code;
mod recorder;
mod show;
mod world;

use crate::host::System;
use crate::options::Trace;
use crate::{machine, run};
use code_objects::Pyc;
use recorder::Recorder;
use std::rc::Rc;
use types::{Raised, Thread};
pub use world::World;

/// The schema of the recordings.
const SCHEMA: u32 = 1;

/// No recording is worth waiting for longer than this many instructions.
const MOST_INSTRUCTIONS: u64 = 100_000_000;

/// `adder trace`: the exit status.
pub fn trace(options: &Trace) -> u8 {
    let (bytes, version) = match run::read(&options.file) {
        Ok(file) => file,
        Err(status) => return status,
    };
    let seed = match machine::hash_seed(&System::new()) {
        Ok(seed) => seed,
        Err(message) => return run::complain(&options.file, message),
    };
    let written = Rc::default();
    let world = World::new(Rc::clone(&written));
    let t = match machine::with_host(version, seed, Box::new(world)) {
        Ok(t) => t,
        Err(raised) => return run::complain(&options.file, format!("no machine: {raised:?}")),
    };
    t.limits.instructions.set(Some(MOST_INSTRUCTIONS));
    let recorder = Rc::new(Recorder::new(options.clone(), written));
    let recording = t.enter(machine::STACK, |t| {
        let pyc = Pyc::read(t, &bytes)?;
        let file = pyc.code.filename.to_text();
        recorder.watch(t, &file);
        let result = imports::run_main(t, pyc.code, &options.file, &[]);
        recorder.rest(t);
        let end = result.map_or_else(|raised| ending(t, raised), |()| "returned".to_owned());
        imports::finish(t);
        Ok(recorder.recording(t, &file, &end))
    });
    match recording {
        Ok(recording) => run::show(&format!("{recording}\n")),
        Err(raised) => run::complain(&options.file, ending(&t, raised)),
    }
}

/// An exception in one line.
fn ending(t: &Thread, raised: Raised) -> String {
    show::Shown::of(t, &raised.into_exception(t), 200).text
}

/// The lines of a source file, if it can be read.
fn source(t: &Thread, file: &str) -> Vec<String> {
    let bytes = t.host.read_file(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    text.lines().map(str::to_owned).collect()
}
