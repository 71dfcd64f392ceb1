//! Step 4: what a `try` costs, in instructions and in time.
//! `cargo run -p modern-bytecode --example step_18_4`.

mod machine;

use objects::Object;
use std::time::Instant;
use types::{PyResult, Thread, Version};

/// Turns of a loop that is timed.
const TURNS: i32 = 20_000;
/// How often each is timed; the best counts.
const ROUNDS: usize = 30;
const FUNCTIONS: [&str; 3] = ["plain", "guarded", "raising"];

/// How many instructions a call runs.
fn count(t: &Thread, function: &Object, turns: i32) -> PyResult<u64> {
    const MANY: u64 = 1 << 60;
    t.limits.instructions.set(Some(MANY));
    t.call(function, &[Object::int32(turns)])?;
    let left = t.limits.instructions.replace(None).unwrap_or(0);
    Ok(MANY - left)
}

/// How many nanoseconds a turn takes.
fn time(t: &Thread, function: &Object) -> PyResult<f64> {
    let start = Instant::now();
    t.call(function, &[Object::int32(TURNS)])?;
    Ok(start.elapsed().as_nanos() as f64 / f64::from(TURNS))
}

/// Instructions and nanoseconds per turn of the loops of `programs/try_cost.py`.
fn measure(version: Version, pyc: &[u8]) -> PyResult<Vec<(u64, f64)>> {
    let (figures, _) = machine::with_version(version, |t| {
        let globals = machine::run(t, pyc)?;
        let mut functions = Vec::new();
        for name in FUNCTIONS {
            functions.push(t.get_item(&globals, &t.str(name)?)?);
        }
        let mut figures = Vec::new();
        for function in &functions {
            let per_turn = (count(t, function, 1010)? - count(t, function, 10)?) / 1000;
            figures.push((per_turn, f64::INFINITY));
        }
        // By turns, so that whatever else the computer does meets all of them.
        for _ in 0..ROUNDS {
            for (function, (_, best)) in functions.iter().zip(&mut figures) {
                *best = best.min(time(t, function)?);
            }
        }
        Ok(figures)
    })?;
    Ok(figures)
}

fn main() -> PyResult<()> {
    let old = include_bytes!("../../../programs/310/try_cost.pyc");
    let new = include_bytes!("../../../programs/311/try_cost.pyc");
    println!("a turn of       3.10's bytecode           3.11's bytecode");
    let figures = measure(Version::V310, old)?
        .into_iter()
        .zip(measure(Version::V311, new)?);
    for (name, ((a, x), (b, y))) in FUNCTIONS.into_iter().zip(figures) {
        println!("{name:<8} {a:>8} instructions {x:>4.0} ns  {b:>6} instructions {y:>4.0} ns");
    }
    Ok(())
}
