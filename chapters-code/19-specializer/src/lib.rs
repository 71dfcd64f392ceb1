//! Quickening, inline caches and specialization: the adaptive interpreter of CPython 3.11.

pub mod counter;
mod failure;
pub mod invariant;
mod layout;
pub mod quicken;
mod site;
pub mod specialize;

pub use failure::Failure;
pub use site::{Site, field};
