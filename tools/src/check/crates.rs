//! Every crate has its chapter, every chapter its crate, and dependencies point down.

use std::fs;
use std::path::Path;

use crate::problem::Problem;
use crate::repo::{CRATES, ChapterCrate, Repo};

pub(super) fn check(repo: &Repo) -> Vec<Problem> {
    let mut problems = Vec::new();
    for krate in &repo.crates {
        problems.extend(chapter_of(repo, krate));
        problems.extend(dependencies_of(repo, krate));
    }
    for name in repo.pending.iter().chain(&repo.short) {
        if repo.find(name).is_none() {
            problems.push(setting(repo, name, "there is no such crate"));
        }
    }
    for page in &repo.pages {
        let Some(folder) = page.chapter_folder() else {
            continue;
        };
        if repo.crates.iter().all(|c| c.folder_name != folder) {
            let message = format!("{folder} has no crate in {CRATES}/");
            problems.push(Problem::new("src/SUMMARY.md", page.summary_line, message));
        }
    }
    problems
}

fn chapter_of(repo: &Repo, krate: &ChapterCrate) -> Option<Problem> {
    let has_chapter = repo
        .pages
        .iter()
        .any(|page| page.chapter_folder() == Some(&krate.folder_name));
    match (has_chapter, repo.pending.contains(&krate.name)) {
        (false, false) => Some(Problem::new(
            "src/SUMMARY.md",
            0,
            format!(
                "the crate {} has no chapter {}/chapter.md",
                krate.name, krate.folder_name
            ),
        )),
        (true, true) => Some(setting(
            repo,
            &krate.name,
            "it has its chapter: take it off",
        )),
        _ => None,
    }
}

fn setting(repo: &Repo, name: &str, message: &str) -> Problem {
    let line = line_with(&repo.root.join("book.toml"), &format!("\"{name}\""));
    Problem::new("book.toml", line, format!("`{name}`: {message}"))
}

fn dependencies_of(repo: &Repo, krate: &ChapterCrate) -> Vec<Problem> {
    let manifest = krate.folder.join("Cargo.toml");
    let mut problems = Vec::new();
    for name in &krate.dependencies {
        let message = match repo.find(name) {
            Some(other) if other.number < krate.number => continue,
            Some(_) => format!("{} depends on the later chapter {name}", krate.name),
            None => format!("{} depends on {name}, which is no chapter", krate.name),
        };
        let line = line_with(&manifest, name);
        problems.push(Problem::new(repo.relative(&manifest), line, message));
    }
    problems
}

/// The first line of a file that begins with, or else holds, `text`.
fn line_with(file: &Path, text: &str) -> usize {
    let content = fs::read_to_string(file).unwrap_or_default();
    let begins = content.lines().position(|line| line.starts_with(text));
    begins
        .or_else(|| content.lines().position(|l| l.contains(text)))
        .map_or(0, |line| line + 1)
}
