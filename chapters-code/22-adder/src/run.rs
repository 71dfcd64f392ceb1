//! Running and disassembling a file.

use crate::host::System;
use crate::machine;
use crate::options::{Dis, Run};
use code_objects::{Code, Header, Pyc};
use instructions::dis::{self, CodeObject, Options};
use objects::Owned;
use std::io::Write;
use types::{Host, PyResult, Thread, Version};

/// Says what is wrong with a file; the exit status.
pub fn complain(file: &str, what: impl std::fmt::Display) -> u8 {
    report(&format!("{file}: {what}"));
    1
}

/// A line on standard error. Where nobody reads that, nobody can be told so either.
pub fn report(what: &str) {
    let _ = writeln!(std::io::stderr(), "adder: {what}");
}

/// Writes a text to standard output; the exit status.
pub fn show(text: &str) -> u8 {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(error) => complain("standard output", error),
    }
}

/// The contents of a file, and the version that its magic number names.
pub fn read(file: &str) -> Result<(Vec<u8>, Version), u8> {
    let bytes = System::new()
        .read_file(file)
        .map_err(|error| complain(file, error))?;
    match Header::read(&bytes) {
        Ok((header, _)) => Ok((bytes, header.version)),
        Err(error) => Err(complain(file, error)),
    }
}

/// `adder run`: the exit status.
pub fn run(options: &Run) -> u8 {
    let (bytes, version) = match read(&options.file) {
        Ok(file) => file,
        Err(status) => return status,
    };
    let seed = match machine::hash_seed(&System::new()) {
        Ok(seed) => seed,
        Err(message) => return complain(&options.file, message),
    };
    let t = match machine::new(version, seed) {
        Ok(t) => t,
        Err(raised) => return complain(&options.file, format!("no machine: {raised:?}")),
    };
    t.limits.instructions.set(options.max_instructions);
    if let Some(bytes) = options.max_memory {
        objects::heap().set_limit(bytes);
    }
    t.enter(options.host_stack.unwrap_or(machine::STACK), |t| {
        let mut status = match run_file(t, options, &bytes) {
            Ok((code, result)) => {
                let status = result.map_or_else(|raised| exit_status(t, raised), |()| 0);
                match options.dump_adaptive.then(|| dump(t, &code)) {
                    Some(Err(raised)) => exit_status(t, raised),
                    _ => status,
                }
            }
            Err(raised) => exit_status(t, raised),
        };
        let flushed = imports::finish(t);
        match t.host.flush() {
            Ok(()) if flushed => (),
            Ok(()) => status = status.max(120),
            Err(error) => status = complain("standard output", error).max(120),
        }
        status
    })
}

/// Runs a file: its code, and how the run ended.
fn run_file(t: &Thread, options: &Run, bytes: &[u8]) -> PyResult<(Owned<Code>, PyResult<()>)> {
    if options.no_specialize {
        modern_bytecode::install(t)?;
    } else if options.verify_caches {
        specializer::verify_caches(t);
    }
    let code = Pyc::read(t, bytes)?.code;
    let result = imports::run_main(t, code.clone(), &options.file, &options.arguments);
    Ok((code, result))
}

/// Shows code as its execution has rewritten it.
fn dump(t: &Thread, code: &Owned<Code>) -> PyResult<()> {
    let text = specializer::dump(t, code)?;
    let written = t.host.write_stdout(text.as_bytes());
    written.map_err(|error| t.system_error(error.to_string()))
}

/// `adder dis`: the exit status.
pub fn dis(options: &Dis) -> u8 {
    let (bytes, version) = match read(&options.file) {
        Ok(file) => file,
        Err(status) => return status,
    };
    let seed = machine::hash_seed(&System::new());
    let made = seed
        .map_err(|message| complain(&options.file, message))
        .and_then(|seed| {
            machine::new(version, seed)
                .map_err(|raised| complain(&options.file, format!("no machine: {raised:?}")))
        });
    let t = match made {
        Ok(t) => t,
        Err(status) => return status,
    };
    t.enter(machine::STACK, |t| match disassemble(t, options, &bytes) {
        Ok(text) => match t
            .host
            .write_stdout(text.as_bytes())
            .and_then(|()| t.host.flush())
        {
            Ok(()) => 0,
            Err(error) => complain("standard output", error),
        },
        Err(raised) => exit_status(t, raised),
    })
}

fn disassemble(t: &Thread, options: &Dis, bytes: &[u8]) -> types::PyResult<String> {
    let pyc = Pyc::read(t, bytes)?;
    let view = CodeObject::new(t, pyc.code);
    let mut text = String::new();
    let written = match options.code_info {
        true => dis::code_info(&view, &mut text),
        false => {
            let how = Options {
                show_caches: options.show_caches,
                ..Options::default()
            };
            dis::dis(view, how, &mut text)
        }
    };
    written.map_err(|error| t.value_error(error.to_string()))?;
    Ok(text)
}

/// Shows an uncaught exception as CPython does; the exit status.
fn exit_status(t: &Thread, raised: types::Raised) -> u8 {
    // What the program printed comes first.
    let flushed = t.host.flush();
    let status = exceptions::exit_status(t, raised);
    match flushed {
        Ok(()) => u8::try_from(status).unwrap_or(1),
        Err(error) => complain("standard output", error).max(120),
    }
}
