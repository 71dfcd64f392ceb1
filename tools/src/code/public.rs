//! The public items of a crate, for the table of what no listing shows.

use std::fs;

use anyhow::{Context, Result};
use syn::{ImplItem, Item, Visibility};

use super::items::{Entry, Node, Source};
use super::place::Place;
use super::unsafety::rust_files;
use crate::repo::ChapterCrate;

/// A public item.
#[derive(Debug, Clone)]
pub struct PublicItem {
    /// `Frame::push`.
    pub name: String,
    /// The file it is in.
    pub place: Place,
    /// The line where it begins, after its doc comments.
    pub line: usize,
    /// The first paragraph of its documentation.
    pub summary: String,
}

/// The public items of `krate`, file by file, as they stand in the sources: functions,
/// types, traits, constants, macros, and the public methods of impl blocks.
///
/// # Errors
/// When a file cannot be read or is not Rust.
pub fn public_items(krate: &ChapterCrate) -> Result<Vec<PublicItem>> {
    let mut items = Vec::new();
    for file in rust_files(&krate.folder.join("src"))? {
        let inside = file.strip_prefix(&krate.folder)?.display().to_string();
        let place = Place {
            shown: format!("{}/{inside}", krate.name),
            file,
        };
        let text = fs::read_to_string(&place.file)?;
        let source = Source::parse(text).with_context(|| place.shown.clone())?;
        items.extend(
            source
                .entries()
                .iter()
                .filter(|e| is_public(e))
                .map(|e| PublicItem {
                    name: e.names.last().cloned().unwrap_or_default(),
                    place: place.clone(),
                    line: first_line_after_docs(e),
                    summary: e.summary.clone(),
                }),
        );
    }
    Ok(items)
}

fn first_line_after_docs(entry: &Entry<'_>) -> usize {
    let mut line = *entry.lines.start();
    while let Some(doc) = entry.docs.iter().find(|doc| doc.contains(&line)) {
        line = doc.end() + 1;
    }
    line
}

fn is_public(entry: &Entry<'_>) -> bool {
    let visibility = match entry.node {
        Node::Item(Item::Const(i)) => &i.vis,
        Node::Item(Item::Enum(i)) => &i.vis,
        Node::Item(Item::Fn(i)) => &i.vis,
        Node::Item(Item::Static(i)) => &i.vis,
        Node::Item(Item::Struct(i)) => &i.vis,
        Node::Item(Item::Trait(i)) => &i.vis,
        Node::Item(Item::Type(i)) => &i.vis,
        Node::Item(Item::Union(i)) => &i.vis,
        Node::Item(Item::Macro(i)) => {
            return i.attrs.iter().any(|a| a.path().is_ident("macro_export"));
        }
        Node::Impl(block, ImplItem::Fn(i)) if block.trait_.is_none() => &i.vis,
        Node::Impl(block, ImplItem::Const(i)) if block.trait_.is_none() => &i.vis,
        _ => return false,
    };
    matches!(visibility, Visibility::Public(_))
}
