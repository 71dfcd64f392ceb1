//! A function, one instruction at a time: `trace hello` or `trace add`.

use std::env;

use tiny_machine::{Code, Error, Machine, Value, opcode, programs};

fn main() -> Result<(), Error> {
    match env::args().nth(1).as_deref() {
        Some("add") => trace(&programs::add()),
        _ => trace(&programs::hello()),
    }
}

/// Prints each instruction, and the stack and the variables after it.
fn trace(code: &Code) -> Result<(), Error> {
    let mut machine = Machine::new(code);
    while let Some([opcode, argument]) = machine.instruction() {
        let (offset, name) = (machine.offset(), opcode::name(opcode));
        let result = machine.step()?;
        let stack: Vec<String> = machine.stack().iter().map(short).collect();
        let locals = machine.locals().iter().zip(&code.locals);
        let locals: Vec<String> = locals
            .filter_map(|(v, name)| Some(format!("{name}={}", short(v.as_ref()?))))
            .collect();
        let line = format!(
            "{offset:3} {name:13} {argument}  [{}]  {}",
            stack.join(", "),
            locals.join(" ")
        );
        println!("{}", line.trim_end());
        if let Some(result) = result {
            println!("returns {result}");
            break;
        }
    }
    Ok(())
}

fn short(value: &Value) -> String {
    match value {
        Value::Str(text) => format!("'{text}'"),
        Value::Print => "print".to_owned(),
        other => other.to_string(),
    }
}
