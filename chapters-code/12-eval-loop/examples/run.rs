//! A real `.pyc`, run by the crates up to this one:
//! `cargo run -p eval-loop --example run`.

mod machine;

use types::PyResult;

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/hello_and_add.pyc");

fn main() -> PyResult<()> {
    let ((), printed) = machine::with_machine(|t| machine::run(t, PROGRAM))?;
    print!("{printed}");
    Ok(())
}
