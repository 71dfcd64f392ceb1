//! The whole machine behind one command.

#![forbid(unsafe_code)]

pub mod host;
pub mod machine;
pub mod options;
pub mod run;
pub mod stats;
pub mod trace;
