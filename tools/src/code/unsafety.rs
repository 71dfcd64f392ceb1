//! Which files hold `unsafe`, and how much of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};

use super::place::Place;
use crate::repo::Repo;

/// The `unsafe` of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsafety {
    /// The file.
    pub place: Place,
    /// Blocks.
    pub blocks: usize,
    /// Functions that are unsafe to call.
    pub functions: usize,
    /// `unsafe impl`, `unsafe trait`, `unsafe extern`.
    pub other: usize,
}

/// Every source file of the chapter crates that holds `unsafe`, in reading order.
/// Tokens are counted, so what macros write is counted where it is written.
///
/// # Errors
/// When a file cannot be read or is not Rust.
pub fn survey(repo: &Repo) -> Result<Vec<Unsafety>> {
    let mut found = Vec::new();
    for krate in &repo.crates {
        for file in rust_files(&krate.folder.join("src"))? {
            let inside = file.strip_prefix(&krate.folder)?.display().to_string();
            let text = fs::read_to_string(&file)?;
            let tokens: TokenStream = text
                .parse()
                .ok()
                .with_context(|| format!("{} is not Rust", file.display()))?;
            let place = Place {
                file,
                shown: format!("{}/{inside}", krate.name),
            };
            let mut counts = Unsafety {
                place,
                blocks: 0,
                functions: 0,
                other: 0,
            };
            count(tokens, &mut counts);
            if counts.blocks + counts.functions + counts.other > 0 {
                found.push(counts);
            }
        }
    }
    Ok(found)
}

fn count(tokens: TokenStream, counts: &mut Unsafety) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => count(group.stream(), counts),
            TokenTree::Ident(ident) if ident == "unsafe" => match tokens.peek() {
                Some(TokenTree::Group(_)) => counts.blocks += 1,
                Some(TokenTree::Ident(next)) if next == "fn" => counts.functions += 1,
                _ => counts.other += 1,
            },
            _ => {}
        }
    }
}

/// The Rust files under `folder`, sorted.
///
/// # Errors
/// When a folder cannot be read.
pub fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = crate::cache::files_under(folder)?;
    files.retain(|file| file.extension().is_some_and(|e| e == "rs"));
    Ok(files)
}
