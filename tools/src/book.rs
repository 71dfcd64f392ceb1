//! Making the book: check, compile and test what has changed, run, render.

use std::process::Command;
use std::sync::Mutex;

use anyhow::{Context, Result, bail};
use mdbook::MDBook;
use mdbook::config::Config;

use crate::cache::{self, Cache};
use crate::page::preprocess::{Directives, KnownOutputs, Outputs};
use crate::repo::{ChapterCrate, Repo};
use crate::{check, exercises, progress};

/// Does all that `make book` does.
///
/// # Errors
/// When anything is out of step: the message names file and line.
pub fn make(repo: &Repo) -> Result<()> {
    check::all(repo)?;
    test(repo)?;
    render(repo)?;
    let page = repo.root.join("book/index.html");
    progress::say(&format!("the book is in {}", page.display()));
    Ok(())
}

/// Compiles and tests every chapter's crate that has changed, or lies on one that has.
///
/// # Errors
/// When a test fails; the message holds what cargo printed.
pub fn test(repo: &Repo) -> Result<()> {
    let cache = Cache::new(repo, "tested");
    let mut unchanged = 0;
    for (index, krate) in repo.crates.iter().enumerate() {
        let key = cache::inputs_of(repo, krate)?;
        if cache.get(key).is_some() {
            unchanged += 1;
            continue;
        }
        let what = format!(
            "[{}/{}] testing {}",
            index + 1,
            repo.crates.len(),
            krate.name
        );
        progress::step(&what, || cargo_test(repo, krate))?;
        cache.put(key, "")?;
    }
    if unchanged > 0 {
        progress::say(&format!("{unchanged} chapters tested before, unchanged"));
    }
    Ok(())
}

/// Does all that `make test` does: every test of the workspace, shown as cargo shows
/// them, and the proof of the exercises. Chapters that pass need no testing for the book.
///
/// # Errors
/// When a test fails, or an exercise is not what it should be.
pub fn test_workspace(repo: &Repo) -> Result<()> {
    let keys: Vec<u64> = repo
        .crates
        .iter()
        .map(|krate| cache::inputs_of(repo, krate))
        .collect::<Result<_>>()?;
    let mut cargo = Command::new("cargo");
    let status = cargo
        .args(["test", "--workspace"])
        .current_dir(&repo.root)
        .status()?;
    if !status.success() {
        bail!("tests fail");
    }
    let cache = Cache::new(repo, "tested");
    keys.into_iter().try_for_each(|key| cache.put(key, ""))?;
    exercises::prove(repo, &[])
}

fn cargo_test(repo: &Repo, krate: &ChapterCrate) -> Result<()> {
    let output = Command::new("cargo")
        .args(["test", "--quiet", "-p", &krate.name])
        .current_dir(&repo.root)
        .output()
        .context("cannot run cargo")?;
    if !output.status.success() {
        let (out, err) = (output.stdout, output.stderr);
        let (out, err) = (String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
        bail!("the tests of {} fail:\n{out}{err}", krate.folder.display());
    }
    Ok(())
}

/// Runs every command, expands every directive, and renders to `book/`.
///
/// # Errors
/// When a command fails, a directive cannot be expanded, or mdBook complains.
pub fn render(repo: &Repo) -> Result<()> {
    progress::say("running what the pages show, and rendering them");
    rendered(repo, true)
}

/// Renders to `book/` without running anything, to look at the pages: outputs that are not
/// known from before are left out.
///
/// # Errors
/// When a directive cannot be expanded, or mdBook complains.
pub fn sketch(repo: &Repo) -> Result<()> {
    rendered(repo, false)
}

fn rendered(repo: &Repo, run: bool) -> Result<()> {
    complaints::listen();
    let mut config = Config::from_disk(repo.root.join("book.toml"))?;
    // The preprocessors run in this process: take out the keys that make mdBook call them.
    if let Some(table) = config
        .get_mut("preprocessor")
        .and_then(|p| p.as_table_mut())
    {
        table.remove("cmdrun");
        table.remove("adder");
    }
    let mut book = MDBook::load_with_config(&repo.root, config)?;
    if run {
        book.with_preprocessor(Outputs(repo.clone()));
    } else {
        book.with_preprocessor(KnownOutputs(repo.clone()));
    }
    book.with_preprocessor(Directives {
        repo: repo.clone(),
        run,
    });
    book.build()?;
    complaints::none()
}

/// mdBook logs what it should fail on; here it fails.
mod complaints {
    use super::{Mutex, Result, bail};

    static HEARD: Mutex<Vec<String>> = Mutex::new(Vec::new());

    struct Ear;

    impl log::Log for Ear {
        fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
            metadata.level() <= log::Level::Warn
        }

        fn log(&self, record: &log::Record<'_>) {
            if self.enabled(record.metadata())
                && let Ok(mut heard) = HEARD.lock()
            {
                heard.push(record.args().to_string());
            }
        }

        fn flush(&self) {}
    }

    pub(super) fn listen() {
        // Fails when it is set already, by an earlier render: then it listens.
        let _ = log::set_logger(&Ear);
        log::set_max_level(log::LevelFilter::Warn);
    }

    pub(super) fn none() -> Result<()> {
        let heard = match HEARD.lock() {
            Ok(mut heard) => std::mem::take(&mut *heard),
            Err(_) => Vec::new(),
        };
        if !heard.is_empty() {
            bail!("mdBook complains:\n{}", heard.join("\n"));
        }
        Ok(())
    }
}
