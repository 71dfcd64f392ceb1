//! The checker: what must hold of the chapters, before anything is run.

mod commands;
mod crates;
mod fences;
mod links;
mod parts;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::cache::files_under;
use crate::page::{directives, source};
use crate::problem::{self, Problem};
use crate::progress;
use crate::repo::{Page, Repo};

/// A page and its text.
struct Text<'a> {
    page: &'a Page,
    /// `src/…`, as problems name it.
    file: PathBuf,
    text: String,
    /// The text with its directives expanded.
    expanded: String,
}

impl Text<'_> {
    fn problem(&self, line: usize, message: impl Into<String>) -> Problem {
        Problem::new(&self.file, line, message)
    }

    /// The line that a byte of the text lies in.
    fn line_at(&self, byte: usize) -> usize {
        self.text[..byte].matches('\n').count() + 1
    }
}

/// Checks everything.
///
/// # Errors
/// Names every problem that there is.
pub fn all(repo: &Repo) -> Result<()> {
    let found = problems(repo)?;
    let count = repo.pages.len();
    if found.is_empty() {
        progress::say(&format!(
            "the checker finds nothing wrong with {count} pages"
        ));
    }
    problem::none_of(found)
}

/// Every problem that there is.
///
/// # Errors
/// When a file cannot be read at all.
pub fn problems(repo: &Repo) -> Result<Vec<Problem>> {
    let mut problems = crates::check(repo);
    problems.extend(unlisted_pages(repo)?);
    let mut texts = Vec::new();
    for page in &repo.pages {
        let path = repo.src().join(&page.path);
        if !path.is_file() {
            let message = format!("there is no page {}", page.path.display());
            problems.push(Problem::new("src/SUMMARY.md", page.summary_line, message));
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let expanded = directives::expand(repo, &page.path, &text);
        problems.extend(expanded.problems);
        let file = PathBuf::from("src").join(&page.path);
        texts.push(Text {
            page,
            file,
            text,
            expanded: expanded.text,
        });
    }
    for text in &texts {
        problems.extend(fences::check(text));
        problems.extend(commands::check(text));
        problems.extend(parts::check(repo, text));
    }
    problems.extend(links::check(repo, &texts));
    problems.sort();
    Ok(problems)
}

fn unlisted_pages(repo: &Repo) -> Result<Vec<Problem>> {
    let src = repo.src();
    let mut problems = Vec::new();
    for file in files_under(&src)? {
        let path = file.strip_prefix(&src)?;
        let is_page = file.extension().is_some_and(|e| e == "md")
            && path != "SUMMARY.md"
            && !path.starts_with(source::FOLDER);
        if is_page && repo.pages.iter().all(|page| page.path != path) {
            problems.push(Problem::new(
                repo.relative(&file),
                0,
                "SUMMARY.md does not list it",
            ));
        }
    }
    Ok(problems)
}
