//! Runs any number of broken files, and keeps those on which the machine fails.
//!
//!     cargo run --release -p adder --example mutate -- target/release/adder 100000
//!
//! A third argument is the number to begin with, a fourth the folder for what is kept.

#[path = "../tests/mutation/mod.rs"]
mod mutation;

use std::path::{Path, PathBuf};

const WORKERS: u64 = 2;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let adder = arguments
        .next()
        .map(PathBuf::from)
        .expect("the adder to run");
    let mut number = |otherwise| {
        let text = arguments.next();
        text.map_or(otherwise, |text| text.parse().expect("a number"))
    };
    let (count, from): (u64, u64) = (number(1000), number(1));
    let folder = arguments.next().map_or("mutations".into(), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for what is kept");
    let seeds = mutation::seeds(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    let (adder, folder, seeds) = (&adder, &folder, &seeds);
    let findings: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS)
            .map(|worker| {
                scope.spawn(move || {
                    let numbers = (from + worker..from + count).step_by(WORKERS as usize);
                    mutation::hunt(adder, seeds, folder, numbers, |finding| {
                        println!("{} ({}): {}", finding.number, finding.name, finding.what);
                    })
                })
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or(1))
            .sum()
    });
    println!("{count} broken files, {findings} findings");
    std::process::exit(i32::from(findings > 0));
}
