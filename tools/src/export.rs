//! The exporter: a chapter and those it needs, as a workspace of its own.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cache::files_under;
use crate::progress;
use crate::repo::{CRATES, ChapterCrate, Repo};

/// Files at the root that an export takes along.
const ROOT_FILES: [&str; 7] = [
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "Cargo.lock",
    "rust-toolchain.toml",
    "rustfmt.toml",
    ".gitignore",
    ".gitattributes",
];

/// Folders in `programs/` that say nothing about which program is meant.
const VERSIONS: [&str; 3] = ["310", "311", "later"];

/// Writes the chapter `wanted` (its number or its crate's name) and those it needs to `to`.
///
/// # Errors
/// When there is no such chapter, or `to` holds something.
pub fn export(repo: &Repo, wanted: &str, to: &Path) -> Result<()> {
    let krate = chapter(repo, wanted)?;
    let to = std::path::absolute(to)?;
    if to.exists() && (!to.is_dir() || fs::read_dir(&to)?.next().is_some()) {
        bail!(
            "{} is not empty: an export begins in a fresh folder",
            to.display()
        );
    }
    let crates = repo.with_those_below(&krate.name);
    for krate in &crates {
        for file in files_under(&krate.folder)? {
            copy(repo, &file, &to)?;
        }
    }
    for program in programs(repo, &crates)? {
        copy(repo, &program, &to)?;
    }
    for file in ROOT_FILES
        .iter()
        .map(|file| repo.root.join(file))
        .filter(|f| f.is_file())
    {
        copy(repo, &file, &to)?;
    }
    fs::write(to.join("Cargo.toml"), manifest(repo)?)?;
    fs::write(to.join("README.md"), readme(krate, &crates))?;
    prune_lock(&to)?;
    progress::say(&format!(
        "chapter {:02}, {}, is in {}, {}; run `cargo test` there",
        krate.number,
        krate.name,
        to.display(),
        if crates.len() == 1 {
            "one crate".to_owned()
        } else {
            format!("{} crates", crates.len())
        }
    ));
    Ok(())
}

fn chapter<'a>(repo: &'a Repo, wanted: &str) -> Result<&'a ChapterCrate> {
    let mut crates = repo.crates.iter();
    let found = crates.find(|c| c.name == wanted || wanted.parse() == Ok(c.number));
    found.with_context(|| {
        let names: Vec<String> = repo
            .crates
            .iter()
            .map(|c| format!("{:02} {}", c.number, c.name))
            .collect();
        format!(
            "there is no chapter `{wanted}`; there are {}",
            names.join(", ")
        )
    })
}

/// Copies a file to the same place under `to`, with its date: cargo rebuilds by dates.
fn copy(repo: &Repo, file: &Path, to: &Path) -> Result<()> {
    let target = to.join(file.strip_prefix(&repo.root)?);
    fs::create_dir_all(target.parent().context("a file lies in a folder")?)?;
    fs::copy(file, &target).with_context(|| format!("cannot write {}", target.display()))?;
    let date = fs::metadata(file)?.modified()?;
    File::options()
        .write(true)
        .open(&target)?
        .set_modified(date)?;
    Ok(())
}

/// The workspace's manifest, with the chapters as its only members.
fn manifest(repo: &Repo) -> Result<String> {
    let text = fs::read_to_string(repo.root.join("Cargo.toml"))?;
    let is_members = |line: &&str| line.starts_with("members = [") && line.ends_with(']');
    let line = text
        .lines()
        .find(is_members)
        .context("Cargo.toml has no line `members = […]`")?;
    Ok(text.replace(line, &format!("members = [\"{CRATES}/*\"]")))
}

/// The files of `programs/` that the crates read: a source that names
/// `programs/310/hello.pyc` takes along all that is called `hello`, in whatever folder; one
/// that names the folder alone goes through it, and takes it whole.
fn programs(repo: &Repo, crates: &[&ChapterCrate]) -> Result<Vec<PathBuf>> {
    let folder = repo.root.join("programs");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut wanted = BTreeSet::new();
    for krate in crates {
        for file in files_under(&krate.folder)? {
            let Ok(text) = fs::read_to_string(&file) else {
                continue;
            };
            for after in text
                .split("programs")
                .skip(1)
                .filter(|a| a.starts_with(['/', '"']))
            {
                match named(after) {
                    Some(name) => drop(wanted.insert(name.to_owned())),
                    None => return files_under(&folder),
                }
            }
        }
    }
    let mut files = files_under(&folder)?;
    files.retain(|file| {
        let inside = file.strip_prefix(&folder).unwrap_or(file);
        inside.iter().any(|part| {
            part.to_str()
                .is_some_and(|part| wanted.contains(stem(part)))
        })
    });
    Ok(files)
}

/// The program that a path names: `hello` in `/310/hello.pyc`, in `/hello.py` and in
/// `/310/hello/main.pyc`; nothing in `/310"` or `/{version}/{name}.pyc`.
fn named(after: &str) -> Option<&str> {
    let is_part = |c: char| c.is_alphanumeric() || "_-./{}".contains(c);
    let path = &after[..after.find(|c| !is_part(c)).unwrap_or(after.len())];
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let name = parts.find(|part| !VERSIONS.contains(part))?;
    (!name.contains('{')).then(|| stem(name))
}

/// The part of a name before its first dot.
fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

fn readme(krate: &ChapterCrate, crates: &[&ChapterCrate]) -> String {
    let rows: String = crates
        .iter()
        .map(|c| {
            format!(
                "| {:02} | [`{}`]({CRATES}/{}) | {} |\n",
                c.number, c.name, c.folder_name, c.description
            )
        })
        .collect();
    format!(
        "# {name}\n\n{description}\n\n\
         This workspace is chapter {number} of *Adder — Python's virtual machine, rebuilt in \
         Rust*, with the chapters under it. It needs nothing else of the book.\n\n\
         ```sh\ncargo test               # everything\ncargo test -p {name}\n```\n\n\
         | # | crate | adds |\n|---|---|---|\n{rows}\n\
         Licensed under MIT or Apache-2.0, as you like.\n",
        name = krate.name,
        description = krate.description,
        number = krate.number,
    )
}

/// Lets cargo take what is no longer needed out of the lock file.
fn prune_lock(to: &Path) -> Result<()> {
    let metadata = |offline: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["metadata", "--format-version", "1"])
            .args(offline)
            .current_dir(to)
            .output()
    };
    if metadata(&["--offline"])?.status.success() {
        return Ok(());
    }
    let output = metadata(&[])?;
    if !output.status.success() {
        bail!(
            "cargo refuses the export:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}
