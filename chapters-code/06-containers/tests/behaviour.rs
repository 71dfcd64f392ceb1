//! Lines of Python about containers, and what CPython 3.10 and 3.11 say to them.
//!
//! `data/cases.txt` holds the lines, `data/expected-3.10.txt` and `-3.11.txt` what they
//! give; `data/record.py` writes those with CPython.

mod calculator;
mod machine;
mod showing;

use calculator::Calculator;
use machine::thread;
use showing::describe;
use types::Version;

const CASES: &str = include_str!("data/cases.txt");

fn compare(version: Version, expected: &str) {
    let t = thread(version);
    let mut calculator = Calculator::new(&t);
    let mut wrong = Vec::new();
    for (number, (line, expected)) in CASES.lines().zip(expected.lines()).enumerate() {
        if line.is_empty() {
            calculator = Calculator::new(&t);
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let given = match calculator.line(line) {
            Ok(shown) => shown.unwrap_or("-".to_owned()),
            Err(raised) => describe(&t, raised),
        };
        if given != expected {
            let number = number + 1;
            wrong.push(format!(
                "{number}: {line}\n  gives    {given}\n  expected {expected}"
            ));
        }
    }
    assert_eq!(CASES.lines().count(), expected.lines().count());
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn containers_do_as_in_cpython_3_10() {
    compare(Version::V310, include_str!("data/expected-3.10.txt"));
}

#[test]
fn containers_do_as_in_cpython_3_11() {
    compare(Version::V311, include_str!("data/expected-3.11.txt"));
}
