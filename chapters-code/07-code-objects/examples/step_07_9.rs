//! Files written again, and what is written once.

mod machine;

use code_objects::{Pyc, marshal};
use machine::with_machine;
use types::{CompareOp, PyResult, Thread, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let text = t.str("spam, spam, spam")?;
        let twice = t.tuple([text.clone(), text])?;
        show(&marshal::write(t, &twice)?);
        let apart = t.tuple([t.str("spam, spam, spam")?, t.str("spam, spam, spam")?])?;
        show(&marshal::write(t, &apart)?);
        round_trip(t, include_bytes!("../../../programs/310/hello.pyc"))?;
        round_trip(t, include_bytes!("../../../programs/310/hello_and_add.pyc"))?;
        round_trip(t, include_bytes!("../../../programs/310/closures.pyc"))
    })?
}

fn show(bytes: &[u8]) {
    println!("{:2} bytes: {}", bytes.len(), bytes.escape_ascii());
}

fn round_trip(t: &Thread, bytes: &[u8]) -> PyResult<()> {
    let pyc = Pyc::read(t, bytes)?;
    let written = pyc.write(t)?;
    let again = Pyc::read(t, &written)?;
    let equal = t.compare_bool(pyc.code.as_object(), again.code.as_object(), CompareOp::Eq)?;
    println!(
        "{}: {} bytes from CPython, {} from us, equal: {equal}",
        pyc.code.filename.to_text(),
        bytes.len(),
        written.len()
    );
    Ok(())
}
