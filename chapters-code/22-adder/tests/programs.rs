//! Every program prints what CPython printed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the repository: tracebacks name `programs/NAME.py` relative to it.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A recorded program: the file to run, and what CPython did.
struct Program {
    name: String,
    file: PathBuf,
    arguments: Vec<String>,
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    status: i32,
}

fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

fn text(path: &Path) -> Option<String> {
    String::from_utf8(read(path)?).ok()
}

fn programs(version: &str) -> Vec<Program> {
    let folder = Path::new("programs").join(version);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join(&folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "out") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let single = folder.join(format!("{name}.pyc"));
        let several = folder.join(&name).join("main.pyc");
        let beside = |extension: &str| path.with_extension(extension);
        found.push(Program {
            file: if root().join(&single).is_file() {
                single
            } else {
                several
            },
            arguments: text(&beside("args"))
                .map_or(vec![], |lines| lines.lines().map(str::to_owned).collect()),
            stdout: read(&path).unwrap(),
            stderr: read(&beside("err")).unwrap_or_default(),
            status: text(&beside("status")).map_or(0, |status| status.trim().parse().unwrap()),
            name,
        });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// What differs from the recording, in a few lines.
fn difference(what: &str, ours: &[u8], theirs: &[u8]) -> Option<String> {
    if ours == theirs {
        return None;
    }
    let (ours, theirs) = (
        String::from_utf8_lossy(ours),
        String::from_utf8_lossy(theirs),
    );
    let mut lines = ours.lines().zip(theirs.lines()).enumerate();
    let first = lines.find(|(_, (a, b))| a != b);
    Some(match first {
        Some((number, (a, b))) => {
            format!("{what}, line {}:\n  ours    {a}\n  CPython {b}", number + 1)
        }
        None => format!(
            "{what}: {} and {} lines",
            ours.lines().count(),
            theirs.lines().count()
        ),
    })
}

fn run(program: &Program) -> Result<(), String> {
    let output = Command::new(env!("CARGO_BIN_EXE_adder"))
        .arg("run")
        .arg(&program.file)
        .args(&program.arguments)
        .current_dir(root())
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| error.to_string())?;
    let status = output.status.code();
    let mut wrong = Vec::new();
    if status != Some(program.status) {
        wrong.push(format!("status {status:?}, not {}", program.status));
    }
    wrong.extend(difference("output", &output.stdout, &program.stdout));
    wrong.extend(difference("errors", &output.stderr, &program.stderr));
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("{}: {}", program.name, wrong.join("\n")))
    }
}

/// Runs all programs of a version; there must be at least so many.
fn check(version: &str, least: usize) {
    let programs = programs(version);
    assert!(programs.len() >= least, "only {} programs", programs.len());
    let wrong: Vec<String> = programs
        .iter()
        .filter_map(|program| run(program).err())
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        programs.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn the_programs_of_3_10_print_what_cpython_printed() {
    check("310", 60);
}

#[test]
fn the_programs_of_3_11_print_what_cpython_printed() {
    check("311", 90);
}
