//! The twelve bytes, run.

use tiny_machine::{Error, Machine, programs};

fn main() -> Result<(), Error> {
    let code = programs::hello();
    let mut machine = Machine::new(&code);
    machine.run()?;
    print!("{}", machine.printed());
    Ok(())
}
