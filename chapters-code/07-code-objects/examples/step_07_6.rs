//! A code object, field by field, with those inside: `step_07_6 3.10` or `step_07_6 3.11`.

mod machine;

use code_objects::{Code, Flags, Pyc, flags};
use machine::with_machine;
use types::{Name, PyResult, Thread, Version};

const FLAG_NAMES: [(Flags, &str); 8] = [
    (flags::OPTIMIZED, "OPTIMIZED"),
    (flags::NEWLOCALS, "NEWLOCALS"),
    (flags::VARARGS, "VARARGS"),
    (flags::VARKEYWORDS, "VARKEYWORDS"),
    (flags::NESTED, "NESTED"),
    (flags::GENERATOR, "GENERATOR"),
    (flags::NOFREE, "NOFREE"),
    (flags::COROUTINE, "COROUTINE"),
];

fn main() -> PyResult<()> {
    let (version, bytes): (_, &[u8]) = match std::env::args().nth(1).as_deref() {
        Some("3.11") => (
            Version::V311,
            include_bytes!("../../../programs/311/hello_and_add.pyc"),
        ),
        _ => (
            Version::V310,
            include_bytes!("../../../programs/310/hello_and_add.pyc"),
        ),
    };
    with_machine(version, |t| show(t, &Pyc::read(t, bytes)?.code, 0))?
}

fn show(t: &Thread, code: &Code, depth: usize) -> PyResult<()> {
    let line = |name: &str, value: &dyn std::fmt::Display| {
        println!("{:indent$}{name:15} {value}", "", indent = depth * 4);
    };
    line("name", &code.name.to_text());
    line("argcount", &code.argcount);
    line("nlocals", &code.nlocals);
    line("stacksize", &code.stacksize);
    line("flags", &flag_names(code.flags));
    line("code", &format!("{} bytes", code.code.len()));
    line("names", &listed(&code.names));
    line("varnames", &listed(&code.varnames));
    if code.version == Version::V311 {
        line("localsplus", &listed(&code.localsplusnames));
        let kinds: Vec<String> = code
            .localspluskinds
            .iter()
            .map(|k| format!("{k:#x}"))
            .collect();
        line("kinds", &kinds.join(" "));
        line(
            "exceptiontable",
            &format!("{} bytes", code.exceptiontable.len()),
        );
    }
    line("firstlineno", &code.firstlineno);
    line("linetable", &format!("{} bytes", code.linetable.len()));
    for (index, constant) in code.consts.iter().enumerate() {
        match constant.downcast::<Code>() {
            Some(inner) => {
                line(&format!("consts[{index}]"), &"a code object:");
                show(t, inner, depth + 1)?;
            }
            None => line(&format!("consts[{index}]"), &t.repr(constant)?.to_text()),
        }
    }
    Ok(())
}

fn flag_names(given: Flags) -> String {
    let set = FLAG_NAMES.iter().filter(|(flag, _)| given.has(*flag));
    let names: Vec<&str> = set.map(|(_, name)| *name).collect();
    format!("{} = {}", given.0, names.join(" + "))
}

fn listed(names: &[Name]) -> String {
    names
        .iter()
        .map(Name::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
