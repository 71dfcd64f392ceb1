//! Begin here: this only runs the program.

use code_objects::Code;
use objects::Owned;
use types::{PyResult, Thread};

/// Runs a program: the names of its instructions, each with how often it ran, the most
/// frequent first.
pub fn profile(t: &Thread, code: Owned<Code>) -> PyResult<Vec<(&'static str, u64)>> {
    imports::run_main(t, code, "program.pyc", &[])?;
    Ok(Vec::new())
}
