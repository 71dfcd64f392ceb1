//! Expanding the directives of one page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::args::{self, Directive};
use super::tabs::{self, Tabs};
use super::{exercise, figure, head, listing, results, runs, stepper, tables};
use crate::code::excerpt::{self, Excerpt};
use crate::code::place::Place;
use crate::problem::Problem;
use crate::repo::{Page, Repo};

/// What is known while a page is expanded.
pub struct PageContext<'a> {
    /// The repository.
    pub repo: &'a Repo,
    /// The page, relative to the book's `src`.
    pub path: &'a Path,
    /// The lines that the page's listings show, wherever they stand in it.
    pub shown: Vec<Excerpt>,
    /// The files whose pages are linked from here.
    pub linked: BTreeMap<String, PathBuf>,
    tabs: Tabs,
    listings: usize,
    figures: usize,
    steppers: usize,
}

impl<'a> PageContext<'a> {
    fn new(repo: &'a Repo, path: &'a Path) -> PageContext<'a> {
        let (shown, linked) = (Vec::new(), BTreeMap::new());
        PageContext {
            repo,
            path,
            shown,
            linked,
            tabs: Tabs::default(),
            listings: 0,
            figures: 0,
            steppers: 0,
        }
    }

    /// The next listing's number: `1-3`, or `3` outside of chapters.
    pub fn next_listing(&mut self) -> String {
        self.listings += 1;
        self.number(self.listings)
    }

    /// The next figure's number.
    pub fn next_figure(&mut self) -> String {
        self.figures += 1;
        self.number(self.figures)
    }

    /// The next stepper's number.
    pub fn next_stepper(&mut self) -> String {
        self.steppers += 1;
        self.number(self.steppers)
    }

    fn number(&self, count: usize) -> String {
        let page = Page {
            path: self.path.to_path_buf(),
            title: String::new(),
            summary_line: 0,
        };
        match page.chapter_folder().and_then(crate::repo::number_of) {
            Some(chapter) => format!("{chapter}-{count}"),
            None => count.to_string(),
        }
    }

    /// A link, as this page must write it, to a line of a file.
    pub fn link_to(&mut self, place: &Place, line: usize) -> String {
        self.linked.insert(place.shown.clone(), place.file.clone());
        let up = "../".repeat(self.path.components().count().saturating_sub(1));
        format!("{up}{}#L{line}", place.page())
    }
}

/// A page with its directives expanded.
pub struct Expanded {
    /// The text for mdbook.
    pub text: String,
    /// The files whose pages are linked from it.
    pub linked: BTreeMap<String, PathBuf>,
    /// What went wrong. Lines are those of `text` before it was expanded.
    pub problems: Vec<Problem>,
}

/// Expands every directive in `text`, which is that of the page at `path`.
pub fn expand(repo: &Repo, path: &Path, text: &str) -> Expanded {
    let mut context = PageContext::new(repo, path);
    context.shown = text
        .lines()
        .filter_map(|line| shown_by(repo, line))
        .collect();
    let mut expanded = String::with_capacity(text.len() * 2);
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let result = match args::directive(line) {
            Some(directive) => block(&mut context, &directive),
            None => inline(&mut context, line),
        };
        match result {
            Ok(text) => expanded.push_str(&text),
            Err(error) => {
                let message = format!("{}: {error:#}", line.trim());
                problems.push(Problem::new(
                    Path::new("src").join(path),
                    index + 1,
                    message,
                ));
            }
        }
        expanded.push('\n');
    }
    if let Err(error) = context.tabs.end() {
        let file = Path::new("src").join(path);
        problems.push(Problem::new(file, 0, format!("{error:#}")));
    }
    let expanded = runs::split(&expanded);
    let mut expanded = head::with_facts(repo, path, &expanded, text);
    expanded.push_str(&head::leads(repo, path));
    Expanded {
        text: expanded,
        linked: context.linked,
        problems,
    }
}

fn shown_by(repo: &Repo, line: &str) -> Option<Excerpt> {
    let directive = args::directive(line).filter(|d| d.name == "listing")?;
    excerpt::cut(repo, &args::listing(directive.args).ok()?.wanted).ok()
}

fn block(context: &mut PageContext<'_>, directive: &Directive<'_>) -> Result<String> {
    match directive.name {
        "listing" => listing::listing(context, directive.args),
        "trybuild" => listing::trybuild(context, directive.args),
        "figure" => figure::figure(context, directive.args),
        "stepper" => stepper::stepper(context, directive.args),
        "results" => results::results(context, directive.args),
        "exercise" => exercise::exercise(context, directive.args),
        "unlisted" => tables::unlisted(context, directive.args),
        "unsafe-list" => tables::unsafe_list(context),
        "figures" => tables::figures(context),
        "sources" => tables::sources(context),
        "tabs" | "tab" | "endtabs" => context.tabs.expand(directive.name, directive.args),
        "item" | "note" => inline(context, directive.line),
        "title" => Ok(directive.line.to_owned()),
        "include" | "rustdoc_include" | "playground" | "playpen" => {
            bail!("mdBook's include prints nothing when a name is gone: use {{{{#listing}}}}")
        }
        name => bail!("there is no directive `{name}`"),
    }
}

/// Expands within a line: `{{#item FILE ITEM}}`, the item's name, linked to its source, and
/// `{{#note …}}`, a side note.
fn inline(context: &mut PageContext<'_>, line: &str) -> Result<String> {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = ["{{#item ", "{{#note "]
        .iter()
        .filter_map(|name| rest.find(name))
        .min()
    {
        text.push_str(&rest[..at]);
        let (name, after) = rest[at + 3..].split_at(5);
        let Some((args, after)) = closed(after) else {
            bail!("`{{{{#{}` is not closed on its line", name.trim_end())
        };
        match name {
            "item " => text.push_str(&listing::item_link(context, args)?),
            _ => text.push_str(&tabs::note(&inline(context, args)?)),
        }
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

/// What stands before the `}}` that ends a directive, and what after it; a note may hold items.
fn closed(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    loop {
        let end = from + text[from..].find("}}")?;
        if text[..end].matches("{{#").count() == text[..end].matches("}}").count() {
            return Some((&text[..end], &text[end + 2..]));
        }
        from = end + 2;
    }
}
