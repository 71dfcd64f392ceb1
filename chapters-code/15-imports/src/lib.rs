//! Modules, packages, finders and loaders, and the native modules.

#![forbid(unsafe_code)]

mod hooks;
mod import;
mod io;
mod main_module;
mod math;
mod module;
mod native;
mod random;
mod size;
mod streams;
mod struct_sequence;
mod sys;
mod time;

pub use import::import;
pub use main_module::{finish, run_main};
pub use module::Module;

use types::{PyResult, Thread};

/// Makes the module type, `sys` and `builtins`, and installs `__import__`.
pub fn install(t: &Thread) -> PyResult<()> {
    module::install(t)?;
    streams::install(t)?;
    import::install(t)?;
    sys::install(t)
}
