//! How are the statistics of several programs told as one?

use adder_machine::machine;
use adder_machine::trace::World;
use code_objects::Pyc;
use specializer::Counts;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use types::{HashSeed, Version};

/// What became of the instructions of a set of programs.
#[derive(Debug, Default)]
pub struct Set {
    /// How many programs.
    pub programs: usize,
    /// How many instructions they executed, of all kinds.
    pub instructions: u64,
    /// The counts of every family, by its plain instruction.
    pub families: BTreeMap<&'static str, Counts>,
}

impl Set {
    /// Runs every program of a folder that has a small size (`NAME.small.args`).
    pub fn of(folder: &Path) -> Result<Set, Box<dyn Error>> {
        let mut files: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder)? {
            let file = entry?.path();
            let is_program = file.extension().is_some_and(|end| end == "pyc");
            if is_program && file.with_extension("small.args").is_file() {
                files.push(file);
            }
        }
        if files.is_empty() {
            return Err(format!("no program in {}", folder.display()).into());
        }
        files.sort();
        let mut set = Set::default();
        for file in &files {
            let ran = set.run(file);
            ran.map_err(|error| format!("{}: {error}", file.display()))?;
        }
        Ok(set)
    }

    /// Runs one program in an interpreter of its own. Its answer must be the recorded one:
    /// the counts of a program that failed would say nothing.
    fn run(&mut self, file: &Path) -> Result<(), Box<dyn Error>> {
        let arguments = fs::read_to_string(file.with_extension("small.args"))?;
        let arguments: Vec<String> = arguments.lines().map(str::to_owned).collect();
        let expected = fs::read(file.with_extension("small.out"))?;
        let bytes = fs::read(file)?;
        let written = Rc::new(RefCell::new(Vec::new()));
        let world = Box::new(World::new(Rc::clone(&written)));
        let t = machine::with_host(Version::V311, HashSeed::Fixed, world)
            .map_err(|raised| format!("no machine: {raised:?}"))?;
        let statistics = specializer::count(&t);
        let name = file.display().to_string();
        let status = t.enter(machine::STACK, |t| {
            let code = Pyc::read(t, &bytes).map(|pyc| pyc.code);
            let ended = code.and_then(|code| imports::run_main(t, code, &name, &arguments));
            let status = ended.map_or_else(|raised| exceptions::exit_status(t, raised), |()| 0);
            imports::finish(t);
            status
        });
        if status != 0 {
            return Err(format!("ended with status {status}").into());
        }
        if *written.borrow() != expected {
            return Err("printed something else than what is recorded".into());
        }
        self.programs += 1;
        self.instructions += statistics.instructions();
        for (family, counts) in statistics.families() {
            self.families.entry(family).or_default().add(&counts);
        }
        Ok(())
    }

    /// The families together.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.families.values().for_each(|counts| total.add(counts));
        total
    }

    /// A table of the families, and a sentence about all instructions.
    pub fn markdown(&self) -> String {
        let mut out = String::from(
            "| family | executions | hits | misses | waited | plain | attempts made | failed | miss ratio |\n\
             |---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        for (family, counts) in &self.families {
            row(&mut out, &format!("`{family}`"), counts);
        }
        let total = self.total();
        row(&mut out, "**all families**", &total);
        let _ = writeln!(
            out,
            "\n{} programs executed {} instructions: {} of them specialized (the hits), {} of a family \
             but not specialized or not fitting, {} of instructions without a family.",
            self.programs,
            grouped(self.instructions),
            percent(total.hits, self.instructions),
            percent(total.executions() - total.hits, self.instructions),
            percent(self.instructions - total.executions(), self.instructions),
        );
        out
    }
}

/// The miss ratio is that of the executions of specialized forms alone.
fn row(out: &mut String, name: &str, counts: &Counts) {
    let all = counts.executions();
    let _ = writeln!(
        out,
        "| {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
        grouped(all),
        percent(counts.hits, all),
        percent(counts.misses, all),
        percent(counts.deferred + counts.failed(), all),
        percent(counts.plain, all),
        grouped(counts.specialized),
        grouped(counts.failed()),
        percent(counts.misses, counts.hits + counts.misses),
    );
}

/// A part of a whole.
fn percent(part: u64, whole: u64) -> String {
    match whole {
        0 => "–".to_owned(),
        _ => format!("{:.1}%", 100.0 * part as f64 / whole as f64),
    }
}

/// A number with a comma before every three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
