//! The proof of the exercises: each is red on its starter and green on its solution.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::cache::{self, Cache};
use crate::progress;
use crate::repo::{ChapterCrate, Repo};

/// Proves the exercises of the crates called `names`, or of all.
///
/// # Errors
/// When a starter passes, a solution fails, or one of them does not compile.
pub fn prove(repo: &Repo, names: &[&str]) -> Result<()> {
    if let Some(name) = names.iter().find(|name| repo.find(name).is_none()) {
        bail!("there is no crate `{name}`");
    }
    let wanted = |krate: &&ChapterCrate| names.is_empty() || names.contains(&krate.name.as_str());
    let cache = Cache::new(repo, "exercises");
    let mut proved = 0;
    for krate in repo.crates.iter().filter(wanted) {
        let exercises = krate.exercises();
        let key = cache::inputs_of(repo, krate)?;
        if !exercises.is_empty() && cache.get(key).is_none() {
            let what = format!("the {} exercises of {}", exercises.len(), krate.name);
            progress::step(&what, || prove_crate(repo, krate, &exercises))?;
            cache.put(key, "")?;
        }
        proved += exercises.len();
    }
    progress::say(&format!(
        "{proved} exercises: red on the starter, green on the solution"
    ));
    Ok(())
}

fn prove_crate(repo: &Repo, krate: &ChapterCrate, exercises: &[u32]) -> Result<()> {
    for (solved, wanted) in [(false, Outcome::Red), (true, Outcome::Green)] {
        for (number, test) in compile(repo, krate, exercises, solved)? {
            let (outcome, printed) = run(krate, &test)?;
            if outcome != wanted {
                let file = if solved { "solution" } else { "starter" };
                bail!(
                    "{}/exercises/{number}/{file}.rs: its test is {outcome:?}, it must be \
                     {wanted:?}\n{printed}",
                    repo.relative(&krate.folder).display()
                );
            }
        }
    }
    Ok(())
}

/// What a test says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Red,
    Green,
    /// It ran no test, or ended in another way than by failing.
    Broken,
}

/// Compiles the tests of the exercises; gives each with its executable.
fn compile(
    repo: &Repo,
    krate: &ChapterCrate,
    exercises: &[u32],
    solved: bool,
) -> Result<Vec<(u32, PathBuf)>> {
    let mut features: Vec<String> = exercises.iter().map(|n| format!("exercise-{n}")).collect();
    if solved {
        features.push("solution".to_owned());
    }
    let mut cargo = Command::new("cargo");
    cargo.args([
        "test",
        "--no-run",
        "--message-format=json",
        "-p",
        &krate.name,
    ]);
    cargo.args(["--features", &features.join(",")]);
    cargo.args(
        exercises
            .iter()
            .flat_map(|n| ["--test".to_owned(), format!("exercise_{n}")]),
    );
    let output = cargo
        .current_dir(&repo.root)
        .stderr(Stdio::piped())
        .output()?;
    if !output.status.success() {
        bail!(
            "they do not compile:\n{}",
            rendered(&output.stdout, &output.stderr)
        );
    }
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    exercises
        .iter()
        .map(|n| Ok((*n, executable(&messages, *n)?)))
        .collect()
}

fn executable(messages: &str, number: u32) -> Result<PathBuf> {
    let name = format!("exercise_{number}");
    let values = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut ours = values.filter(|v| v["target"]["name"] == name.as_str());
    let found = ours.find_map(|v| v["executable"].as_str().map(PathBuf::from));
    found.with_context(|| format!("cargo made no test {name}"))
}

/// The compiler's messages as it would have printed them.
fn rendered(stdout: &[u8], stderr: &[u8]) -> String {
    let stdout = String::from_utf8_lossy(stdout);
    let values = stdout
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let rendered = values.filter_map(|v| v["message"]["rendered"].as_str().map(str::to_owned));
    format!(
        "{}{}",
        rendered.collect::<String>(),
        String::from_utf8_lossy(stderr)
    )
}

fn run(krate: &ChapterCrate, test: &PathBuf) -> Result<(Outcome, String)> {
    let output = Command::new(test)
        .current_dir(&krate.folder)
        .env("CARGO_MANIFEST_DIR", &krate.folder)
        .output()
        .with_context(|| format!("cannot run {}", test.display()))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let outcome = match output.status.code() {
        Some(0) if !printed.contains("running 0 tests") => Outcome::Green,
        Some(101) if printed.contains("test result: FAILED") => Outcome::Red,
        _ => Outcome::Broken,
    };
    Ok((outcome, printed))
}
