//! The same with the counters of CPython 3.11: when does the addition change?

use std::fmt::Write;

use specializer::counter::{MISSES, ONE_EXECUTION, backoff, is_due, start};

/// What stands in the code.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Operation {
    Adaptive,
    AddInt,
    AddFloat,
}

/// The types of two operands.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Ints,
    Floats,
    Mixed,
}

/// An instruction and its cache.
struct Site {
    operation: Operation,
    counter: u16,
}

impl Site {
    /// Runs the instruction; the addition itself does not matter here.
    fn execute(&mut self, kind: Kind) {
        if self.operation == Operation::Adaptive {
            if !is_due(self.counter) {
                self.counter -= ONE_EXECUTION;
                return;
            }
            match kind {
                Kind::Ints => (self.operation, self.counter) = (Operation::AddInt, MISSES),
                Kind::Floats => (self.operation, self.counter) = (Operation::AddFloat, MISSES),
                Kind::Mixed => self.counter = backoff(self.counter) - ONE_EXECUTION,
            }
            return;
        }
        let fits = match self.operation {
            Operation::AddInt => kind == Kind::Ints,
            _ => kind == Kind::Floats,
        };
        if !fits {
            self.miss();
        }
    }

    fn miss(&mut self) {
        self.counter -= 1;
        if self.counter == 0 {
            (self.operation, self.counter) = (Operation::Adaptive, start());
        }
    }
}

fn walk(out: &mut String, title: &str, site: &mut Site, kind: Kind, executions: u32, tell: &[u32]) {
    let _ = writeln!(out, "{title}");
    for execution in 1..=executions {
        site.execute(kind);
        if tell.contains(&execution) {
            let Site { operation, counter } = site;
            let _ = writeln!(out, "  {execution:>4}  {operation:?} {counter}");
        }
    }
}

/// What is printed.
pub fn report() -> String {
    let mut out = String::new();
    let mut site = Site {
        operation: Operation::Adaptive,
        counter: 0,
    };
    walk(&mut out, "ints", &mut site, Kind::Ints, 1, &[1]);
    let tell = [1, 2, 52, 53, 54, 84, 85, 86];
    walk(&mut out, "then floats", &mut site, Kind::Floats, 86, &tell);
    let mut site = Site {
        operation: Operation::Adaptive,
        counter: 0,
    };
    walk(
        &mut out,
        "an int and a float, always",
        &mut site,
        Kind::Mixed,
        12,
        &[1, 2, 3, 4, 5, 12],
    );
    out
}

fn main() {
    print!("{}", report());
}
