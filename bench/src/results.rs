//! What a run found, and how it is kept in files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::machines::Machine;
use crate::measure::Sample;
use crate::options::{FAMILIES, TABLES};
use crate::{plot, report};

/// One table, measured.
#[derive(Debug, Serialize, Deserialize)]
pub struct Run {
    /// "310", "311" or "families".
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

/// Where results are kept.
const HOME: &str = "bench/results";
/// Where the readme's figures begin and end.
const BEGIN: &str = "<!-- results: `make bench` writes these lines -->\n";
const END: &str = "<!-- end of results -->\n";

/// Keeps a run as `bench/results/DATE-TABLE.json`, and makes the files that show it.
pub fn save(root: &Path, run: &Run) -> Result<()> {
    fs::create_dir_all(root.join(HOME))?;
    let name = format!("{HOME}/{}-{}.json", run.date, run.table);
    write(root, &name, &(serde_json::to_string_pretty(run)? + "\n"))?;
    render(root)
}

/// Makes what shows the newest run of each table: `TABLE.md`, `TABLE.summary.md` and `TABLE.svg`,
/// and the lines in the readme.
pub fn render(root: &Path) -> Result<()> {
    for table in TABLES {
        let Some(run) = newest(root, table)? else {
            continue;
        };
        write(root, &format!("{HOME}/{table}.md"), &report::markdown(&run))?;
        let summary = report::sentence(&run) + "\n";
        write(root, &format!("{HOME}/{table}.summary.md"), &summary)?;
        write(root, &format!("{HOME}/{table}.svg"), &plot::svg(&run))?;
    }
    let readme = fs::read_to_string(root.join("README.md")).context("README.md")?;
    write(root, "README.md", &with_lines(&readme, &lines(root)?)?)
}

fn write(root: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(root.join(name), text).with_context(|| format!("cannot write {name}"))?;
    eprintln!("wrote {name}");
    Ok(())
}

/// The newest run of a table that is kept, if one is.
pub fn newest(root: &Path, table: &str) -> Result<Option<Run>> {
    let ending = format!("-{table}.json");
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(HOME)).context(HOME)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        names.extend(name.ends_with(&ending).then_some(name));
    }
    // Names begin with the date.
    let Some(name) = names.into_iter().max() else {
        return Ok(None);
    };
    let text = fs::read_to_string(root.join(HOME).join(&name))?;
    let run = serde_json::from_str(&text).with_context(|| format!("{HOME}/{name}"))?;
    Ok(Some(run))
}

/// What the readme says of all tables.
fn lines(root: &Path) -> Result<String> {
    let mut lines = String::new();
    for table in ["311", "310", FAMILIES] {
        if let Some(run) = newest(root, table)? {
            lines += &format!("- {}\n", report::sentence(&run));
        }
    }
    Ok(lines)
}

/// The readme with other lines between its marks.
fn with_lines(readme: &str, lines: &str) -> Result<String> {
    let marks = "README.md has no place for results";
    let (before, rest) = readme.split_once(BEGIN).context(marks)?;
    let (_, after) = rest.split_once(END).context(marks)?;
    Ok(format!("{before}{BEGIN}{lines}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    #[test]
    fn what_shows_the_results_is_made_from_the_newest_runs() {
        let say = "run `cargo run --release -p bench -- --render`";
        for table in TABLES {
            let run = newest(root(), table).unwrap().expect(table);
            let kept = |end: &str| {
                let file = root().join(HOME).join(format!("{table}{end}"));
                fs::read_to_string(file).unwrap()
            };
            assert_eq!(kept(".md"), report::markdown(&run), "{say}");
            assert_eq!(kept(".summary.md"), report::sentence(&run) + "\n", "{say}");
            assert_eq!(kept(".svg"), plot::svg(&run), "{say}");
        }
        let readme = fs::read_to_string(root().join("README.md")).unwrap();
        let right = with_lines(&readme, &lines(root()).unwrap()).unwrap();
        assert_eq!(readme, right, "{say}");
    }

    #[test]
    fn only_the_lines_between_the_marks_change() {
        let readme = format!("a\n{BEGIN}- old\n{END}b\n");
        let changed = with_lines(&readme, "- new\n").unwrap();
        assert_eq!(changed, format!("a\n{BEGIN}- new\n{END}b\n"));
        assert!(with_lines("a\n", "").is_err());
    }
}
