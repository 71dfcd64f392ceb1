//! Quickening, inline caches and specialization: the adaptive interpreter of CPython 3.11.
//!
//! A code object that has run eight times is rewritten: its instructions become adaptive
//! ones ([`quicken`]), which count down and then become what fits the values they meet
//! ([`specialize`]). What they remember lies between the instructions ([`Site`]). A
//! specialized instruction checks that the world is still as it was ([`handlers`]); if it is
//! not, it counts a miss, and after 53 of them becomes adaptive again.

mod builtins;
pub mod counter;
pub mod driver;
mod dump;
mod failure;
pub mod handlers;
pub mod invariant;
mod layout;
pub mod quicken;
mod site;
pub mod specialize;
mod statistics;
mod table;
mod verify_caches;

pub use dump::{dump, units_of};
pub use failure::Failure;
pub use site::{Site, field};
pub use statistics::{Counts, SiteCounts, Statistics};

use frames::{Evaluator, Evaluators};
use types::{PyResult, Thread};

/// Installs the loop that specializes, in the place of that of `modern-bytecode`.
pub fn install(t: &Thread) -> PyResult<()> {
    layout::install(t);
    builtins::install(t)?;
    let builtin = |name: &str| t.intern(name).map(|name| t.builtins.get_name(&name));
    let callables = &t.callables;
    drop(callables.len.replace(builtin("len")?));
    drop(callables.isinstance.replace(builtin("isinstance")?));
    let append = t.lookup(t.types.list, &t.intern("append")?);
    drop(callables.list_append.replace(append));
    t.extension::<Evaluators>().v311.set(Some(Evaluator {
        run: driver::run,
        wants_cache: eval_loop::remembers_names,
    }));
    Ok(())
}

/// Has 3.11's code run by a loop that compares every cache with what a lookup finds before the
/// cache is used; a difference is a `SystemError`. To be called after [`install`].
pub fn verify_caches(t: &Thread) {
    t.extension::<Evaluators>().v311.set(Some(Evaluator {
        run: driver::run_verifying,
        wants_cache: eval_loop::remembers_names,
    }));
}

/// Has 3.11's code run by a loop that counts what becomes of each instruction into
/// [`Statistics`], an extension of the interpreter. To be called after [`install`].
pub fn count(t: &Thread) -> &'static Statistics {
    t.extension::<Evaluators>().v311.set(Some(Evaluator {
        run: driver::run_counting,
        wants_cache: eval_loop::remembers_names,
    }));
    t.extension::<Statistics>()
}
