//! `tools JOB`: build, check, serve or export the book.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use tools::page::preprocess;
use tools::repo::Repo;
use tools::{book, check, exercises, export, progress, serve};

const USAGE: &str = "usage: tools JOB
  book                 compile and test every chapter, run every command, render to book/
  sketch               render without running anything, to look at the pages
  test                 every test of the workspace, and the exercises
  check                read the chapters for what must hold
  serve                render, show at http://localhost:3000, and again after each change
  exercises [CRATE]    prove every exercise red on its starter and green on its solution
  export CHAPTER DIR   write a chapter and those it needs as a workspace of its own
  list                 print the crates of the chapters, in order
  preprocess           what stock mdBook calls";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<()> {
    let Some((job, args)) = args.split_first() else {
        bail!("{USAGE}")
    };
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match (job.as_str(), args.as_slice()) {
        ("book", []) => book::make(&repo()?),
        ("sketch", []) => book::sketch(&repo()?),
        ("test", []) => book::test_workspace(&repo()?),
        ("check", []) => check::all(&repo()?),
        ("serve", []) => serve::serve(&root()?),
        ("exercises", names) => exercises::prove(&repo()?, names),
        ("export", [chapter, to]) => export::export(&repo()?, chapter, Path::new(to)),
        ("list", []) => {
            repo()?
                .crates
                .iter()
                .for_each(|c| println!("{:02} {}", c.number, c.name));
            Ok(())
        }
        ("preprocess", args) => {
            preprocess::from_stdin(&args.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        _ => bail!("{USAGE}"),
    }
}

fn repo() -> Result<Repo> {
    Repo::open(&root()?)
}

/// The nearest folder upwards that holds a `book.toml`.
fn root() -> Result<PathBuf> {
    let here = env::current_dir()?;
    let root = here
        .ancestors()
        .find(|folder| folder.join("book.toml").is_file());
    Ok(root
        .context("there is no book.toml here or above")?
        .to_path_buf())
}
