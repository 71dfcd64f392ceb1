//! Which programs there are, and what each is to be given and to answer.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::options::FAMILIES;

/// The list of programs, from the root of the repository.
pub const LIST: &str = "bench/programs.toml";
const HOME_OF_FAMILIES: &str = "bench/families";

/// One entry of the list.
#[derive(Debug, Deserialize)]
pub struct Program {
    /// The name, without `.py`.
    pub name: String,
    /// What it exercises most.
    pub category: String,
    /// The tables that it stands in.
    pub tables: Vec<String>,
}

#[derive(Deserialize)]
struct List {
    program: Vec<Program>,
}

/// Reads the list.
pub fn read(root: &Path) -> Result<Vec<Program>> {
    let path = root.join(LIST);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {LIST}"))?;
    let list: List = toml::from_str(&text).with_context(|| format!("cannot understand {LIST}"))?;
    Ok(list.program)
}

/// The programs of the table of families, one for each family of specialized instructions.
pub fn families(root: &Path) -> Result<Vec<Program>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(HOME_OF_FAMILIES)).context(HOME_OF_FAMILIES)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        names.extend(name.strip_suffix(".py").map(String::from));
    }
    names.sort();
    let program = |name: String| Program {
        category: name.to_uppercase(),
        name,
        tables: vec![FAMILIES.to_string()],
    };
    Ok(names.into_iter().map(program).collect())
}

/// Where the sources of a table are, and the version that its files are compiled for.
fn home(table: &str) -> (&str, &str) {
    match table {
        FAMILIES => (HOME_OF_FAMILIES, "311"),
        version => ("bench", version),
    }
}

/// A program made ready to run: its files, arguments and the right answer.
#[derive(Debug)]
pub struct Job {
    /// The `.pyc`, from the root of the repository.
    pub compiled: PathBuf,
    /// The source, for interpreters of other versions.
    pub source: PathBuf,
    /// What follows on the command line.
    pub arguments: Vec<String>,
    /// What CPython printed.
    pub answer: Vec<u8>,
}

impl Job {
    /// Finds the recorded files of `program` for one table.
    pub fn load(root: &Path, program: &Program, table: &str, small: bool) -> Result<Job> {
        let (folder, version) = home(table);
        let recorded = |suffix: &str| {
            let name = format!("{folder}/{version}/{}.{suffix}", program.name);
            fs::read(root.join(&name)).with_context(|| format!("cannot read {name}"))
        };
        let (answer, arguments) = if small {
            (recorded("small.out")?, recorded("small.args")?)
        } else {
            (recorded("out")?, Vec::new())
        };
        Ok(Job {
            compiled: PathBuf::from(format!("{folder}/{version}/{}.pyc", program.name)),
            source: PathBuf::from(format!("{folder}/{}.py", program.name)),
            arguments: String::from_utf8(arguments)?
                .lines()
                .map(String::from)
                .collect(),
            answer,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    #[test]
    fn every_program_of_the_list_is_recorded_at_both_sizes() {
        for program in read(root()).unwrap() {
            for table in ["310", "311"] {
                is_recorded(&program, table);
            }
        }
    }

    #[test]
    fn every_family_has_a_program_that_is_recorded_at_both_sizes() {
        let families = families(root()).unwrap();
        assert_eq!(families.len(), 11);
        families
            .iter()
            .for_each(|program| is_recorded(program, FAMILIES));
    }

    fn is_recorded(program: &Program, table: &str) {
        for small in [false, true] {
            let job = Job::load(root(), program, table, small).unwrap();
            assert!(root().join(&job.compiled).is_file(), "{job:?}");
            assert!(root().join(&job.source).is_file(), "{job:?}");
            assert!(!job.answer.is_empty(), "{job:?}");
            assert_eq!(job.arguments.len(), usize::from(small), "{job:?}");
        }
    }

    #[test]
    fn every_source_stands_in_the_list_once() {
        let listed: Vec<String> = read(root()).unwrap().into_iter().map(|p| p.name).collect();
        let mut sources: Vec<String> = fs::read_dir(root().join("bench"))
            .unwrap()
            .filter_map(|entry| {
                let name = entry.unwrap().file_name().into_string().unwrap();
                name.strip_suffix(".py").map(String::from)
            })
            .collect();
        sources.sort();
        let mut sorted = listed.clone();
        sorted.sort();
        assert_eq!(sorted, sources);
    }

    #[test]
    fn the_tables_are_as_long_as_promised() {
        let programs = read(root()).unwrap();
        let size = |table: &str| {
            let in_table = |p: &&Program| p.tables.iter().any(|t| t == table);
            programs.iter().filter(in_table).count()
        };
        assert!(size("310") >= 12, "{}", size("310"));
        assert!(size("311") >= 25, "{}", size("311"));
    }
}
