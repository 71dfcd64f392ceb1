//! The command `adder`.

#![forbid(unsafe_code)]

use adder_machine::options::{self, Command};
use adder_machine::{machine, run, stats, trace};
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = match options::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("adder: {message}\n\n{}", options::USAGE);
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
        Command::Help => {
            println!("{}", options::USAGE);
            0
        }
        Command::Run(options) => run::run(&options),
        Command::Dis(options) => run::dis(&options),
        Command::Trace(options) => trace::trace(&options),
        Command::Stats(options) => stats::stats(&options),
    });
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(status)) => ExitCode::from(status),
        Ok(Err(_)) => ExitCode::from(70),
        Err(error) => {
            eprintln!("adder: no thread for the machine: {error}");
            ExitCode::from(71)
        }
    }
}
