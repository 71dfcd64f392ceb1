//! Both drivers of step 2, timed: `cargo run -p eval-loop --example time_dispatch`.
#![allow(dead_code, reason = "the step's own `main` is not called")]

#[path = "step_12_2.rs"]
mod step_2;

use std::hint::black_box;
use std::time::Instant;
use step_2::{Regs, by_match, by_table, start};

/// Turns of the loop in `total`; each takes ten instructions.
const TURNS: i64 = 1_000_000;

/// Nanoseconds per instruction, the best of five runs.
fn time(driver: fn(Regs) -> i64) -> f64 {
    let runs = (0..5).map(|_| {
        let begun = Instant::now();
        black_box(driver(black_box(start(TURNS))));
        begun.elapsed().as_nanos() as f64 / (10 * TURNS) as f64
    });
    runs.fold(f64::INFINITY, f64::min)
}

fn main() {
    println!("by a match: {:.1} ns per instruction", time(by_match));
    println!("by a table: {:.1} ns per instruction", time(by_table));
}
