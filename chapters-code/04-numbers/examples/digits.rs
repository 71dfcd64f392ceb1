//! Where do integers live? In CPython, and here.

mod machine;

use machine::{integer, place};
use numbers::{BigInt, as_bigint, cpython_digits};
use types::PyResult;

/// CPython keeps these ready and makes no others of the same value.
const READY_MADE: std::ops::RangeInclusive<i32> = -5..=256;

/// An integer as CPython holds it: its digits of 30 bits, the least significant first.
fn in_cpython(value: &BigInt) -> String {
    let digits = cpython_digits(value);
    let sign = if value < &BigInt::ZERO { "-" } else { "" };
    let ready = i32::try_from(value).is_ok_and(|value| READY_MADE.contains(&value));
    let note = if ready { ", ready-made" } else { "" };
    format!("{sign}{digits:?}, {} bytes{note}", 24 + 4 * digits.len())
}

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    for text in [
        "-6",
        "-5",
        "256",
        "257",
        "1073741823",
        "1073741824",
        "4611686018427387903",
        "4611686018427387904",
        "1180591620717411303424",
        "-1180591620717411303424",
    ] {
        let object = integer(&t, text)?;
        let value = as_bigint(&object).unwrap_or_default().into_owned();
        println!("{text}\n    CPython 3.10: {}", in_cpython(&value));
        println!("    Adder: {}", place(&object));
    }
    Ok(())
}
