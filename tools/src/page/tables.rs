//! Tables made from the sources: what no listing shows, and where `unsafe` lies.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::args;
use super::directives::PageContext;
use super::listing::words;
use crate::code::public::{PublicItem, public_items};
use crate::code::unsafety;

/// A table longer than this is folded.
const OPEN_ROWS: usize = 12;

/// `{{#unlisted CRATE}}`: the public items that no listing of this page shows.
///
/// # Errors
/// When there is no such crate, or it cannot be read.
pub fn unlisted(context: &mut PageContext<'_>, args: &str) -> Result<String> {
    let name = words(args, &["a crate"])?[0];
    let krate = context
        .repo
        .find(name)
        .with_context(|| format!("there is no crate `{name}`"))?;
    let items = public_items(krate)?;
    let unlisted: Vec<&PublicItem> = items.iter().filter(|i| !is_shown(context, i)).collect();
    if unlisted.is_empty() {
        return Ok("The listings above show every public item of this crate.\n".to_owned());
    }
    let mut table = String::from("| Item | What it is | File |\n|---|---|---|\n");
    for item in &unlisted {
        let link = context.link_to(&item.place, item.line);
        let file = item
            .place
            .shown
            .split_once('/')
            .map_or("", |(_, file)| file);
        let summary = item.summary.replace('|', "\\|");
        table.push_str(&format!(
            "| [`{}`]({link}) | {summary} | {file} |\n",
            item.name
        ));
    }
    if unlisted.len() <= OPEN_ROWS {
        return Ok(table);
    }
    let count = unlisted.len();
    Ok(format!(
        "<details class=\"table\"><summary>{count} items</summary>\n\n{table}\n</details>\n"
    ))
}

fn is_shown(context: &PageContext<'_>, item: &PublicItem) -> bool {
    let mut shown = context.shown.iter();
    shown.any(|e| e.place.file == item.place.file && e.lines.contains(&item.line))
}

/// `{{#unsafe-list}}`: every file of the chapters that holds `unsafe`, with counts.
///
/// # Errors
/// When a source cannot be read.
pub fn unsafe_list(context: &mut PageContext<'_>) -> Result<String> {
    let files = unsafety::survey(context.repo)?;
    if files.is_empty() {
        return Ok("No crate holds any `unsafe`.\n".to_owned());
    }
    let mut table = String::from("| File | blocks | functions | other |\n|---|--:|--:|--:|\n");
    let (mut blocks, mut functions, mut other) = (0, 0, 0);
    for file in &files {
        let link = context.link_to(&file.place, 1);
        table.push_str(&format!(
            "| [{}]({link}) | {} | {} | {} |\n",
            file.place.shown, file.blocks, file.functions, file.other
        ));
        blocks += file.blocks;
        functions += file.functions;
        other += file.other;
    }
    table.push_str(&format!(
        "| **{} files** | {blocks} | {functions} | {other} |\n",
        files.len()
    ));
    Ok(table)
}

/// `{{#figures}}`: every figure and stepper of the chapters, with what it asks.
///
/// # Errors
/// When a page cannot be read.
pub fn figures(context: &mut PageContext<'_>) -> Result<String> {
    let mut list = String::new();
    for page in &context.repo.pages {
        let Some(number) = page.chapter_folder().and_then(crate::repo::number_of) else {
            continue;
        };
        let text = std::fs::read_to_string(context.repo.src().join(&page.path))?;
        let (mut figures, mut steppers) = (0, 0);
        let mut entries = String::new();
        for directive in text.lines().filter_map(args::directive) {
            let (kind, count) = match directive.name {
                "figure" => ("figure", &mut figures),
                "stepper" => ("stepper", &mut steppers),
                _ => continue,
            };
            *count += 1;
            let caption = args::tokens(directive.args)?
                .into_iter()
                .find_map(|token| match token {
                    args::Token::Quoted(caption) => Some(caption),
                    args::Token::Word(_) => None,
                });
            let word = if kind == "figure" {
                "Figure"
            } else {
                "Stepper"
            };
            entries.push_str(&format!(
                "- [{word} {number}-{count}]({}{}#{kind}-{number}-{count}) {}\n",
                up(context),
                page.path.with_extension("html").display(),
                caption.unwrap_or_default()
            ));
        }
        if !entries.is_empty() {
            list.push_str(&format!("\n## {number} {}\n\n{entries}", page.title));
        }
    }
    Ok(list)
}

/// `{{#sources}}`: what the chapters' last parts link to, and which chapters answer it.
///
/// # Errors
/// When a page cannot be read.
pub fn sources(context: &mut PageContext<'_>) -> Result<String> {
    let mut found: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for page in &context.repo.pages {
        let Some(number) = page.chapter_folder().and_then(crate::repo::number_of) else {
            continue;
        };
        let text = std::fs::read_to_string(context.repo.src().join(&page.path))?;
        let Some((_, sources)) = text.split_once("\n## Sources\n") else {
            continue;
        };
        let chapter = format!("[{number}]({}{})", up(context), page.path.display());
        for (words, address) in links(sources) {
            let entry = found.entry(address).or_insert_with(|| (words, Vec::new()));
            if !entry.1.contains(&chapter) {
                entry.1.push(chapter.clone());
            }
        }
    }
    let mut table = String::from("| Source | Where | Chapters |\n|---|---|---|\n");
    for (address, (words, chapters)) in found {
        let host = address.split('/').nth(2).unwrap_or_default();
        let chapters = chapters.join(", ");
        table.push_str(&format!("| [{words}]({address}) | {host} | {chapters} |\n"));
    }
    Ok(table)
}

/// From the page to the folder of all pages.
fn up(context: &PageContext<'_>) -> String {
    "../".repeat(context.path.components().count().saturating_sub(1))
}

/// The links to other places in a text: words and address.
fn links(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut address = None;
    let mut words = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("http") => {
                address = Some(dest_url.to_string());
                words.clear();
            }
            Event::Text(part) | Event::Code(part) if address.is_some() => words.push_str(&part),
            Event::SoftBreak if address.is_some() => words.push(' '),
            Event::End(TagEnd::Link) => {
                found.extend(
                    address
                        .take()
                        .map(|address| (words.replace('|', "\\|"), address)),
                );
            }
            _ => {}
        }
    }
    found
}
