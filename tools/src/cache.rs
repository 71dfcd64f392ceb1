//! What has been done already: stamps named by a hash of everything that went in.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::repo::{ChapterCrate, Repo};

/// Files at the root that every build depends on.
const ROOT_FILES: [&str; 3] = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];

/// A folder under cargo's target that keeps what was computed, by key.
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache for one kind of thing.
    pub fn new(repo: &Repo, kind: &str) -> Cache {
        Cache {
            folder: repo.target.join("adder-book").join(kind),
        }
    }

    /// What was kept under `key`.
    pub fn get(&self, key: u64) -> Option<String> {
        fs::read_to_string(self.folder.join(format!("{key:016x}"))).ok()
    }

    /// Keeps `value` under `key`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put(&self, key: u64, value: &str) -> Result<()> {
        fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(format!("{key:016x}"));
        fs::write(&path, value).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// A hash of all that can change what a chapter's crate does: its files, those of the
/// crates under it, the programs it runs, the lock file, the toolchain and the tools'
/// own idea of how to build it.
///
/// # Errors
/// When a file cannot be read.
pub fn inputs_of(repo: &Repo, krate: &ChapterCrate) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for file in ROOT_FILES {
        add_file(&repo.root.join(file), &mut hasher)?;
    }
    for below in repo.with_those_below(&krate.name) {
        add_folder(&below.folder, &mut hasher)?;
    }
    add_folder(&repo.root.join("programs"), &mut hasher)?;
    Ok(hasher.finish())
}

/// A hash of everything but the prose, for commands that do not say what they run.
///
/// # Errors
/// When a file cannot be read.
pub fn inputs_of_everything(repo: &Repo) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for file in ROOT_FILES {
        add_file(&repo.root.join(file), &mut hasher)?;
    }
    for folder in [crate::repo::CRATES, "programs", "bench", "tools"] {
        add_folder(&repo.root.join(folder), &mut hasher)?;
    }
    Ok(hasher.finish())
}

/// A hash of the files beside a page that are not prose.
///
/// # Errors
/// When a file cannot be read.
pub fn inputs_beside(page: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    let folder = page.parent().context("a page lies in a folder")?;
    let mut beside: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|e| e.path()).collect();
    beside.sort();
    for file in beside
        .iter()
        .filter(|f| f.is_file() && f.extension().is_none_or(|e| e != "md"))
    {
        add_file(file, &mut hasher)?;
    }
    Ok(hasher.finish())
}

/// One hash of several things.
pub fn key_of(parts: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

/// The files under `folder`, sorted; without build results and hidden ones.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if name.starts_with('.') || name == "target" || name == "__pycache__" {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn add_folder(folder: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if folder.is_dir() {
        for file in files_under(folder)? {
            add_file(&file, hasher)?;
        }
    }
    Ok(())
}

fn add_file(file: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    file.hash(hasher);
    if file.is_file() {
        fs::read(file)
            .with_context(|| format!("cannot read {}", file.display()))?
            .hash(hasher);
    }
    Ok(())
}
