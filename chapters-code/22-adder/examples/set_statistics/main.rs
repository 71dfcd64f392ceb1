//! What did specialization do over a whole set of programs?
//! `cargo run -p adder --example set_statistics -- bench/311` runs each of them at its small
//! size, in an interpreter of its own, and prints one table of all, as Markdown.

#![forbid(unsafe_code)]

mod set;

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: set_statistics FOLDER");
        return ExitCode::FAILURE;
    };
    match set::Set::of(folder.as_ref()) {
        Ok(set) => {
            print!("{}", set.markdown());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("set_statistics: {error}");
            ExitCode::FAILURE
        }
    }
}
