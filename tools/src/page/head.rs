//! What stands at the head of a chapter and at the foot of a page: how long it takes, what it
//! builds on, how to test and export it; what comes before and after.

use std::path::Path;

use super::listing::escape;
use crate::repo::{ChapterCrate, Page, Repo};

/// Words of prose that are read in a minute. Code and outputs are looked at, not read, so a
/// chapter takes longer than its words; hence a slow reader.
const WORDS_A_MINUTE: usize = 180;

/// Puts the facts under the page's title, if it is a chapter's.
pub fn with_facts(repo: &Repo, path: &Path, text: &str, source: &str) -> String {
    let Some(krate) = crate_of(repo, path) else {
        return text.to_owned();
    };
    match text.split_once('\n') {
        Some((title, rest)) if title.starts_with("# ") => {
            let (number, facts) = (krate.number, facts(repo, path, krate, source));
            format!("<p class=\"eyebrow\">Chapter {number}</p>\n\n{title}\n\n{facts}\n{rest}")
        }
        _ => text.to_owned(),
    }
}

fn crate_of<'a>(repo: &'a Repo, path: &Path) -> Option<&'a ChapterCrate> {
    let page = repo.pages.iter().find(|page| page.path == path)?;
    let folder = page.chapter_folder()?;
    repo.crates.iter().find(|c| c.folder_name == folder)
}

fn facts(repo: &Repo, path: &Path, krate: &ChapterCrate, source: &str) -> String {
    let minutes = minutes(source);
    let number = krate.number;
    let name = &krate.name;
    let mut html = format!("<dl class=\"facts\">\n<dt>Reading</dt><dd>{minutes} minutes</dd>\n");
    let below = builds_on(repo, path, krate);
    html.push_str(&format!("<dt>Builds on</dt><dd>{below}</dd>\n"));
    html.push_str(&format!(
        "<dt>Test it</dt><dd><code>cargo test -p {name}</code></dd>\n\
         <dt>Take it</dt><dd><code>make export CHAPTER={number:02} TO=../my-{name}</code></dd>\n\
         </dl>\n"
    ));
    html
}

/// Rounded to five minutes: nobody knows it better.
fn minutes(source: &str) -> usize {
    let mut fenced = false;
    let words: usize = source
        .lines()
        .filter(|line| {
            if line.trim_start_matches(['>', ' ']).starts_with("```") {
                fenced = !fenced;
                return false;
            }
            !fenced && !line.starts_with("{{#") && !line.starts_with("<!--")
        })
        .map(|line| line.split_whitespace().count())
        .sum();
    (words / WORDS_A_MINUTE).div_ceil(5).max(1) * 5
}

/// The chapters whose crates this one names as dependencies.
fn builds_on(repo: &Repo, path: &Path, krate: &ChapterCrate) -> String {
    let mut below: Vec<&ChapterCrate> = krate
        .dependencies
        .iter()
        .filter_map(|name| repo.find(name))
        .filter(|below| below.number < krate.number)
        .collect();
    below.sort_by_key(|below| below.number);
    below.dedup_by_key(|below| below.number);
    if below.is_empty() {
        return "nothing but Rust’s standard library".to_owned();
    }
    let links: Vec<String> = below.iter().map(|below| link(repo, path, below)).collect();
    links.join(", ")
}

fn link(repo: &Repo, path: &Path, krate: &ChapterCrate) -> String {
    let page = repo
        .pages
        .iter()
        .find(|page| page.chapter_folder() == Some(krate.folder_name.as_str()));
    match page {
        Some(page) => format!(
            "<a href=\"{}\">{} {}</a>",
            to(path, page),
            krate.number,
            escape(&page.title)
        ),
        None => format!("{} {}", krate.number, krate.name),
    }
}

/// A link from the page at `from`.
fn to(from: &Path, page: &Page) -> String {
    let up = "../".repeat(from.components().count().saturating_sub(1));
    format!("{up}{}", page.path.with_extension("html").display())
}

/// The links to the page before and the page after.
pub fn leads(repo: &Repo, path: &Path) -> String {
    let Some(at) = repo.pages.iter().position(|page| page.path == path) else {
        return String::new();
    };
    let before = at.checked_sub(1).and_then(|at| repo.pages.get(at));
    let after = repo.pages.get(at + 1);
    let mut html = String::from("\n<nav class=\"leads\" aria-label=\"Before and after\">\n");
    for (page, rel, word) in [(before, "prev", "Before"), (after, "next", "Next")] {
        if let Some(page) = page {
            html.push_str(&format!(
                "<a rel=\"{rel}\" href=\"{}\"><span>{word}</span>{}</a>\n",
                to(path, page),
                escape(&page.title)
            ));
        }
    }
    html.push_str("</nav>\n");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_time_is_that_of_the_prose() {
        let prose = "word ".repeat(WORDS_A_MINUTE * 12);
        assert_eq!(minutes(&prose), 15);
        let fenced = format!("```python\n{prose}\n```\n{{{{#listing x}}}}\n");
        assert_eq!(minutes(&fenced), 5);
    }
}
