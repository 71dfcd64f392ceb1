//! What a run found, and how it is kept in files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::machines::Machine;
use crate::measure::Sample;
use crate::{plot, report};

/// One table, measured.
#[derive(Debug, Serialize, Deserialize)]
pub struct Run {
    /// "310" or "311".
    pub table: String,
    /// The day, in UTC.
    pub date: String,
    /// How many turns each machine had.
    pub repeat: usize,
    /// Whether the programs ran at the size of a test.
    pub small: bool,
    /// The processor and the system.
    pub computer: String,
    /// The columns: Adder, the CPython to compare with, the others.
    pub machines: Vec<MachineRecord>,
    /// One per program.
    pub rows: Vec<Row>,
}

/// A machine, as far as it is worth recording.
#[derive(Debug, Serialize, Deserialize)]
pub struct MachineRecord {
    /// The heading of its column.
    pub label: String,
    /// Version and build.
    pub about: String,
}

impl MachineRecord {
    /// Leaves out where on this computer the machine was found.
    pub fn of(machine: &Machine) -> MachineRecord {
        MachineRecord {
            label: machine.label.clone(),
            about: machine.about.clone(),
        }
    }
}

/// One program, on every machine.
#[derive(Debug, Serialize, Deserialize)]
pub struct Row {
    /// The program's name.
    pub program: String,
    /// What it exercises most.
    pub category: String,
    /// In the order of the machines.
    pub runs: Vec<Runs>,
}

impl Row {
    /// Whether Adder ran it and answered rightly in every turn.
    pub fn is_complete(&self) -> bool {
        self.runs.first().is_some_and(|runs| runs.best().is_some())
    }

    /// How many times as fast as machine `other` Adder is.
    pub fn speed_against(&self, other: usize) -> Option<f64> {
        let adder = self.runs.first()?.best()?;
        Some(self.runs.get(other)?.best()?.wall / adder.wall)
    }
}

/// One program on one machine, all turns.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Runs {
    /// One per turn.
    pub samples: Vec<Sample>,
    /// Why there is no time, if there is none.
    pub failure: Option<String>,
}

impl Runs {
    /// The turn that took the least time; none when any turn failed.
    pub fn best(&self) -> Option<Sample> {
        let shortest = |a: &&Sample, b: &&Sample| a.wall.total_cmp(&b.wall);
        match self.failure {
            Some(_) => None,
            None => self.samples.iter().min_by(shortest).copied(),
        }
    }
}

/// The processor, how many there are, and the system.
pub fn computer() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_string())
    });
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = processor.unwrap_or_else(|| std::env::consts::ARCH.to_string());
    format!("{processor}, {count} processors, {}", std::env::consts::OS)
}

/// Writes `bench/results/DATE-TABLE.json`, `TABLE.md` and `TABLE.svg`.
pub fn save(root: &Path, run: &Run) -> Result<()> {
    let folder = root.join("bench/results");
    fs::create_dir_all(&folder)?;
    let json = serde_json::to_string_pretty(run)? + "\n";
    let files = [
        (format!("{}-{}.json", run.date, run.table), json),
        (format!("{}.md", run.table), report::markdown(run)),
        (format!("{}.svg", run.table), plot::svg(run)),
    ];
    for (name, text) in files {
        fs::write(folder.join(&name), text).with_context(|| format!("cannot write {name}"))?;
        eprintln!("wrote bench/results/{name}");
    }
    Ok(())
}
