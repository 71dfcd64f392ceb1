//! Equal numbers have equal hashes, whatever their types.

mod machine;

use machine::{integer, show};
use types::PyResult;

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    let numbers = [
        numbers::int(&t, 1)?,
        numbers::float(&t, 1.0)?,
        numbers::complex(&t, (1.0, 0.0))?,
        numbers::int(&t, -1)?,
        numbers::int(&t, -2)?,
        numbers::float(&t, 0.5)?,
        numbers::float(&t, 0.25)?,
        integer(&t, "2305843009213693951")?,
        integer(&t, "2305843009213693952")?,
        integer(&t, "1267650600228229401496703205376")?,
        numbers::float(&t, 1267650600228229401496703205376.0)?,
        numbers::float(&t, f64::INFINITY)?,
    ];
    for number in numbers {
        println!(
            "hash({}) = {}",
            show(&t, Ok(number.clone())),
            t.hash(&number)?
        );
    }
    Ok(())
}
