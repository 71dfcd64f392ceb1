//! The command `adder`.

#![forbid(unsafe_code)]

use adder_machine::options::{self, Command};
use adder_machine::{machine, run, stats, trace};
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = match command() {
        Ok(command) => command,
        Err(message) => {
            run::report(&format!("{message}\n\n{}", options::USAGE));
            return ExitCode::from(2);
        }
    };
    // Native code may nest deeply before it is told to stop: it gets a stack for that.
    let stack = match &command {
        Command::Run(run) => run.host_stack,
        _ => None,
    };
    let stack = stack.unwrap_or(machine::STACK + (8 << 20));
    let thread = std::thread::Builder::new().stack_size(stack);
    let worker = thread.spawn(move || match command {
        Command::Help => run::show(&format!("{}\n", options::USAGE)),
        Command::Run(options) => run::run(&options),
        Command::Dis(options) => run::dis(&options),
        Command::Trace(options) => trace::trace(&options),
        Command::Stats(options) => stats::stats(&options),
    });
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(status)) => ExitCode::from(status),
        Ok(Err(_)) => ExitCode::from(70),
        Err(error) => {
            run::report(&format!("no thread for the machine: {error}"));
            ExitCode::from(71)
        }
    }
}

/// What the command line asks for.
fn command() -> Result<Command, String> {
    let arguments: Result<Vec<String>, _> = std::env::args_os()
        .skip(1)
        .map(std::ffi::OsString::into_string)
        .collect();
    let arguments = arguments.map_err(|other| format!("{} is not UTF-8", other.display()))?;
    options::parse(arguments.into_iter())
}
