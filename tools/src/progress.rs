//! What the tools say while they work.

use std::io::Write;
use std::time::{Duration, Instant};

/// Says one line on stderr: stdout belongs to the result.
pub fn say(text: &str) {
    eprintln!("{text}");
}

/// Says what begins, runs it, and says how long it took.
pub fn step<T>(what: &str, run: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    eprint!("{what} … ");
    let _ = std::io::stderr().flush();
    let started = Instant::now();
    let result = run();
    eprintln!(
        "{} ({})",
        if result.is_ok() { "ok" } else { "FAILED" },
        seconds(started.elapsed())
    );
    result
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
