//! Which file `frames/frame.rs` is.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::repo::Repo;

/// Folders of a crate that a path may name; anything else lies in its `src`.
const CRATE_FOLDERS: [&str; 5] = ["src", "examples", "tests", "exercises", "benches"];

/// Folders of the repository that a path may begin with, besides a crate's name.
const ROOT_FOLDERS: [&str; 4] = ["programs", "bench", "theme", "tools"];

/// A file that the book shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// What the reader sees as its name: `frames/src/frame.rs`.
    pub shown: String,
}

impl Place {
    /// The page that shows the whole file, relative to the book's root.
    pub fn page(&self) -> String {
        format!("source/{}.html", self.shown)
    }
}

/// Resolves a path as the chapters write it: the name of a crate and the file below its
/// `src` (or in its `examples`, `tests`, `exercises`, `benches`), or a file in `programs`.
///
/// # Errors
/// When there is no such file.
pub fn resolve(repo: &Repo, written: &str) -> Result<Place> {
    let Some((first, rest)) = written.split_once('/') else {
        bail!("`{written}` does not say which crate: write CRATE/FILE, as in frames/frame.rs");
    };
    if rest.split('/').any(|part| part == "..") {
        bail!("`{written}` leaves the crate");
    }
    if ROOT_FOLDERS.contains(&first) {
        return existing(Place {
            file: repo.root.join(written),
            shown: written.to_owned(),
        });
    }
    let Some(krate) = repo.find(first) else {
        bail!("there is no crate `{first}`");
    };
    let folder = rest.split_once('/').map_or("", |(folder, _)| folder);
    let inside = match rest {
        "Cargo.toml" => rest.to_owned(),
        _ if CRATE_FOLDERS.contains(&folder) => rest.to_owned(),
        _ => format!("src/{rest}"),
    };
    existing(Place {
        file: krate.folder.join(&inside),
        shown: format!("{first}/{inside}"),
    })
}

fn existing(place: Place) -> Result<Place> {
    if !place.file.is_file() {
        bail!("there is no file {}", place.shown);
    }
    Ok(place)
}
