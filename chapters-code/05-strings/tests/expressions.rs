//! Thousands of expressions give what CPython 3.10 and 3.11 give, to the last letter of an
//! error message. `tests/data/record.py` writes the table, with both interpreters:
//!
//! ```text
//! python3.10 tests/data/record.py python3.11 > tests/data/expressions.tsv
//! ```

mod machine;

use machine::{Expression, error_text, evaluate, show, thread};
use types::Version;

const TABLE: &str = include_str!("data/expressions.tsv");

fn results_are_those_of(version: Version) {
    let t = thread(version);
    let mut wrong = vec![];
    for line in TABLE.lines() {
        let mut columns = line.split('\t');
        let mut column = || {
            columns
                .next()
                .unwrap_or_else(|| panic!("a column is missing: {line}"))
        };
        let (expression, in_310, in_311) = (column(), column(), column());
        let expected = match version {
            Version::V311 if in_311 != "=" => in_311,
            _ => in_310,
        };
        let result = match evaluate(&t, &Expression::parse(expression)) {
            Ok(value) => show(&t, &value),
            Err(raised) => error_text(&t, raised),
        };
        if result != expected {
            wrong.push(format!(
                "{expression}\n  is        {result}\n  should be {expected}"
            ));
        }
    }
    let count = wrong.len();
    wrong.truncate(60);
    assert!(
        wrong.is_empty(),
        "{count} results are wrong:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn expressions_give_what_cpython_310_gives() {
    results_are_those_of(Version::V310);
}

#[test]
fn expressions_give_what_cpython_311_gives() {
    results_are_those_of(Version::V311);
}
