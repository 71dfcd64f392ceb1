//! What makes the book: one library, one binary, and a subcommand for each job.
//!
//! `code` finds things in Rust sources, `page` turns directives into what the reader
//! sees, `check` reads the chapters for what must hold, and the modules beside them
//! are the jobs: build, serve, export, prove the exercises.
#![forbid(unsafe_code)]

pub mod book;
pub mod cache;
pub mod check;
pub mod code;
pub mod exercises;
pub mod export;
pub mod page;
pub mod problem;
pub mod progress;
pub mod repo;
pub mod serve;
