//! Cutting the lines that a listing shows out of a file.

use std::fs;

use anyhow::{Context, Result, bail};

use super::items::{Lines, Source, find_arm};
use super::place::{self, Place};
use crate::repo::Repo;

/// What to show of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The file, as the chapter writes it.
    pub file: String,
    /// The item; nothing for the whole file.
    pub item: Option<String>,
    /// The pattern of one arm in the item.
    pub arm: Option<String>,
    /// The texts in the first and the last line of what is shown.
    pub between: Option<(String, String)>,
    /// Whether the item's own doc comments are left out.
    pub nodoc: bool,
}

/// Lines of a file, ready to be shown.
#[derive(Debug, Clone)]
pub struct Excerpt {
    /// The file they come from.
    pub place: Place,
    /// Which lines.
    pub lines: Lines,
    /// The text, dedented, with a line break at its end.
    pub text: String,
}

/// Cuts out what is wanted.
///
/// # Errors
/// When a file, an item, an arm or a text is not there, or there more than once.
pub fn cut(repo: &Repo, wanted: &Wanted) -> Result<Excerpt> {
    let place = place::resolve(repo, &wanted.file)?;
    cut_from(place.clone(), wanted).with_context(|| format!("in {}", place.shown))
}

fn cut_from(place: Place, wanted: &Wanted) -> Result<Excerpt> {
    let text = fs::read_to_string(&place.file).context("cannot be read")?;
    let last = text.lines().count().max(1);
    let (mut lines, docs) = match &wanted.item {
        None => (1..=last, Vec::new()),
        Some(item) => {
            let source = Source::parse(text.clone())?;
            let entry = source.find(item)?;
            match &wanted.arm {
                Some(arm) => (find_arm(&entry, arm)?, Vec::new()),
                None => (
                    entry.lines,
                    if wanted.nodoc { entry.docs } else { Vec::new() },
                ),
            }
        }
    };
    if let Some((first, last)) = &wanted.between {
        lines = line_with(&text, &lines, first)?..=line_with(&text, &lines, last)?;
        if lines.is_empty() {
            bail!("`{first}` comes after `{last}`");
        }
    }
    let kept = text.lines().enumerate().filter(|(index, _)| {
        let line = index + 1;
        lines.contains(&line) && !docs.iter().any(|doc| doc.contains(&line))
    });
    let text = dedent(&kept.map(|(_, line)| line).collect::<Vec<_>>());
    Ok(Excerpt { place, lines, text })
}

/// The one line in `lines` that holds `wanted`.
fn line_with(text: &str, lines: &Lines, wanted: &str) -> Result<usize> {
    let numbered = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line));
    let found: Vec<usize> = numbered
        .filter(|(number, line)| lines.contains(number) && line.contains(wanted))
        .map(|(number, _)| number)
        .collect();
    match found.as_slice() {
        [line] => Ok(*line),
        [] => bail!("no line holds `{wanted}`"),
        several => bail!("`{wanted}` is in {} lines: {several:?}", several.len()),
    }
}

/// Takes away the indentation that all lines share.
fn dedent(lines: &[&str]) -> String {
    let indents = lines.iter().filter(|line| !line.trim().is_empty());
    let common = indents
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    let mut text = String::new();
    for line in lines {
        text.push_str(line.get(common..).unwrap_or_default());
        text.push('\n');
    }
    text
}
