//! An addition that becomes what its operands are, at every call.

use std::fmt::{self, Write};

/// What an addition works on.
#[derive(Clone, Copy, Debug)]
enum Value {
    Int(i64),
    Float(f64),
}
use Value::{Float, Int};

/// What stands in the code.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Operation {
    Add,
    AddInt,
    AddFloat,
}

/// The addition that fits everything, at length.
fn add(a: Value, b: Value) -> Value {
    match (a, b) {
        (Int(a), Int(b)) => Int(a + b),
        (Int(a), Float(b)) => Float(a as f64 + b),
        (Float(a), Int(b)) => Float(a + b as f64),
        (Float(a), Float(b)) => Float(a + b),
    }
}

/// Runs the instruction at a site, which may become another.
fn execute(site: &mut Operation, a: Value, b: Value) -> Value {
    match (*site, a, b) {
        (Operation::AddInt, Int(a), Int(b)) => Int(a + b),
        (Operation::AddFloat, Float(a), Float(b)) => Float(a + b),
        _ => {
            *site = match (a, b) {
                (Int(_), Int(_)) => Operation::AddInt,
                (Float(_), Float(_)) => Operation::AddFloat,
                _ => Operation::Add,
            };
            add(a, b)
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Int(value) => write!(f, "{value}"),
            Float(value) => write!(f, "{value:?}"),
        }
    }
}

/// What is printed.
pub fn report() -> String {
    let mut out = String::new();
    let (mut site, mut rewritten) = (Operation::Add, 0);
    let calls = [Int(1), Int(2), Float(0.5), Int(3), Float(1.5), Int(4)];
    for value in calls {
        let before = site;
        let sum = execute(&mut site, value, value);
        rewritten += usize::from(site != before);
        let _ = writeln!(
            out,
            "{value:>3} + {value:<3} = {sum:<4} {before:?} -> {site:?}"
        );
    }
    let _ = writeln!(out, "rewritten {rewritten} times in {} calls", calls.len());
    out
}

fn main() {
    print!("{}", report());
}
