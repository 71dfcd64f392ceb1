//! Any bytes as a `.pyc` file: the machine runs it under limits, or refuses it.
//! `cargo +nightly fuzz run run CORPUS ../programs/310 ../programs/311`
#![no_main]

use adder_machine::machine;
use code_objects::{Header, Pyc};
use libfuzzer_sys::fuzz_target;
use objects::heap;
use std::cell::OnceCell;
use types::{HashSeed, MemoryHost, Thread, Version};

/// How much host stack the machine may use: what a main thread has, less some.
const STACK: usize = 4 << 20;

thread_local! {
    /// A machine of each version. Types are never freed, so one serves for all inputs.
    static MACHINES: [OnceCell<Thread>; 2] = const { [OnceCell::new(), OnceCell::new()] };
}

fn run(t: &Thread, bytes: &[u8]) {
    t.limits.instructions.set(Some(50_000));
    heap().set_limit(heap().bytes() + (64 << 20));
    let ran = Pyc::read(t, bytes).and_then(|pyc| imports::run_main(t, pyc.code, "fuzz.pyc", &[]));
    if let Err(raised) = ran {
        exceptions::exit_status(t, raised);
    }
    imports::finish(t);
}

fuzz_target!(|bytes: &[u8]| {
    let Ok((header, _)) = Header::read(bytes) else {
        return;
    };
    MACHINES.with(|machines| {
        let place = match header.version {
            Version::V310 => &machines[0],
            Version::V311 => &machines[1],
        };
        let t = place.get_or_init(|| {
            let host = Box::new(MemoryHost::default());
            match machine::with_host(header.version, HashSeed::Fixed, host) {
                Ok(t) => t,
                Err(raised) => panic!("no machine: {raised:?}"),
            }
        });
        t.enter(STACK, |t| run(t, bytes));
    });
});
