//! Tables made from the sources: what no listing shows, and where `unsafe` lies.

use anyhow::{Context, Result};

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
