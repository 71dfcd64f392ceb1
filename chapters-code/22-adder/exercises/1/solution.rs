//! Three doors, one behind the other: the header, marshal, the verifier.

use adder_machine::machine;
use code_objects::{Header, Pyc};
use types::{HashSeed, MemoryHost};

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No `.pyc` of a version that we run.
    NotAPyc,
    /// One, but what is in it cannot be read as a code object.
    NoCode,
    /// The verifier refuses a code object in it: which, where, and why.
    Unsafe(String),
    /// It may run; so many code objects are in it.
    Safe(usize),
}

/// Looks at a file without running any of it.
pub fn look(bytes: &[u8]) -> Verdict {
    let Ok((header, _)) = Header::read(bytes) else {
        return Verdict::NotAPyc;
    };
    let world = Box::new(MemoryHost::default());
    let Ok(t) = machine::with_host(header.version, HashSeed::Fixed, world) else {
        return Verdict::NoCode;
    };
    t.enter(1 << 20, |t| match Pyc::read(t, bytes) {
        Err(_) => Verdict::NoCode,
        Ok(pyc) => match verifier::verify_all(&pyc.code) {
            Ok(count) => Verdict::Safe(count),
            Err(refused) => Verdict::Unsafe(refused.to_string()),
        },
    })
}
