//! Prints the appendices of the book as Markdown: `cargo run -p adder --example reference -- PART`.
//! What they say comes from the tables that run the machine, and from the machine itself.

#![forbid(unsafe_code)]

mod book;
mod conformance;
mod differences;
#[path = "../../src/host.rs"]
#[allow(dead_code, reason = "it is the command's")]
mod host;
#[path = "../../src/machine.rs"]
#[allow(dead_code, reason = "it is the command's")]
mod machine;
mod marshal;
mod opcodes;
mod uses;

use std::process::ExitCode;
use types::Version;

fn main() -> ExitCode {
    let part = std::env::args().nth(1).unwrap_or_default();
    let printed = match part.as_str() {
        "opcodes-3.10" => opcodes::reference(Version::V310),
        "opcodes-3.11" => opcodes::reference(Version::V311),
        "specialized" => opcodes::specialized(),
        "differences" => Ok(differences::table()),
        "marshal" => marshal::table(),
        "conformance" => conformance::tables(),
        other => Err(format!("there is no part `{other}`").into()),
    };
    match printed {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("reference: {error}");
            ExitCode::FAILURE
        }
    }
}
