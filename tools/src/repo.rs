//! What is in the repository: the chapter crates, the pages of the book, its settings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use mdbook::book::{Link, SummaryItem};
use serde_json::Value;

/// The folder that holds one crate per chapter.
pub const CRATES: &str = "chapters-code";

/// One chapter's crate.
#[derive(Debug, Clone)]
pub struct ChapterCrate {
    /// The chapter's number, from the name of its folder.
    pub number: u32,
    /// The name of the folder: `08-instructions`.
    pub folder_name: String,
    /// The crate's folder.
    pub folder: PathBuf,
    /// The crate's name.
    pub name: String,
    /// The description in its `Cargo.toml`.
    pub description: String,
    /// Names of the crates of this repository that it depends on, tests included.
    pub dependencies: Vec<String>,
    /// The features it declares.
    pub features: Vec<String>,
}

impl ChapterCrate {
    /// The exercises it has, by number: the features called `exercise-N`.
    pub fn exercises(&self) -> Vec<u32> {
        let number = |feature: &String| feature.strip_prefix("exercise-")?.parse().ok();
        let mut numbers: Vec<u32> = self.features.iter().filter_map(number).collect();
        numbers.sort_unstable();
        numbers
    }
}

/// One page of the book.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where it is, relative to the book's `src`.
    pub path: PathBuf,
    /// What SUMMARY.md calls it.
    pub title: String,
    /// The line of SUMMARY.md that lists it.
    pub summary_line: usize,
}

impl Page {
    /// The folder of the chapter that this page is the text of: `08-instructions`
    /// for `08-instructions/chapter.md`, nothing for introduction and appendices.
    pub fn chapter_folder(&self) -> Option<&str> {
        let folder = self.path.parent()?.to_str()?;
        let is_chapter = self.path.file_name()? == "chapter.md" && number_of(folder).is_some();
        is_chapter.then_some(folder)
    }
}

/// The repository, as far as the tools need to know it.
#[derive(Debug, Clone)]
pub struct Repo {
    /// The folder with `Cargo.toml` and `book.toml`.
    pub root: PathBuf,
    /// Where cargo builds.
    pub target: PathBuf,
    /// The chapter crates, by number.
    pub crates: Vec<ChapterCrate>,
    /// The pages that SUMMARY.md lists, in order.
    pub pages: Vec<Page>,
    /// Crates whose chapter is not written yet (`pending` in book.toml).
    pub pending: Vec<String>,
    /// Crates whose chapter is still too short to have its parts (`short` in book.toml).
    pub short: Vec<String>,
}

impl Repo {
    /// Reads the repository at `root`.
    ///
    /// # Errors
    /// When `cargo metadata`, `book.toml` or `SUMMARY.md` cannot be read.
    pub fn open(root: &Path) -> Result<Repo> {
        let root = root
            .canonicalize()
            .with_context(|| format!("no folder {}", root.display()))?;
        let metadata = cargo_metadata(&root)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo names no target")?;
        let (pending, short) = settings(&root)?;
        Ok(Repo {
            target: PathBuf::from(target),
            crates: chapter_crates(&root, &metadata)?,
            pages: pages(&root)?,
            pending,
            short,
            root,
        })
    }

    /// The folder with the pages.
    pub fn src(&self) -> PathBuf {
        self.root.join("src")
    }

    /// The crate called `name`.
    pub fn find(&self, name: &str) -> Option<&ChapterCrate> {
        self.crates.iter().find(|c| c.name == name)
    }

    /// `path` as a reader of the repository writes it.
    pub fn relative(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.root).unwrap_or(path).to_path_buf()
    }

    /// `crates` and everything of this repository under it, by number.
    pub fn with_those_below(&self, name: &str) -> Vec<&ChapterCrate> {
        let mut found: Vec<&ChapterCrate> = Vec::new();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            let Some(this) = self.find(name) else {
                continue;
            };
            if found.iter().all(|c| c.name != this.name) {
                found.push(this);
                open.extend(this.dependencies.iter().map(String::as_str));
            }
        }
        found.sort_by_key(|c| c.number);
        found
    }
}

/// The number that a chapter's folder begins with.
pub fn number_of(folder: &str) -> Option<u32> {
    let (number, name) = folder.split_once('-')?;
    (number.len() == 2 && !name.is_empty()).then(|| number.parse().ok())?
}

fn cargo_metadata(root: &Path) -> Result<Value> {
    let output = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .output()
        .context("cannot run cargo metadata")?;
    if !output.status.success() {
        bail!(
            "cargo metadata failed:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn chapter_crates(root: &Path, metadata: &Value) -> Result<Vec<ChapterCrate>> {
    let packages = metadata["packages"]
        .as_array()
        .context("cargo lists no packages")?;
    let mut crates: Vec<ChapterCrate> = packages
        .iter()
        .filter_map(|package| chapter_crate(root, package))
        .collect();
    crates.sort_by_key(|c| c.number);
    Ok(crates)
}

fn chapter_crate(root: &Path, package: &Value) -> Option<ChapterCrate> {
    let folder = Path::new(package["manifest_path"].as_str()?).parent()?;
    let folder_name = folder.strip_prefix(root.join(CRATES)).ok()?.to_str()?;
    let dependencies = package["dependencies"].as_array()?.iter();
    let local = dependencies.filter(|d| d["path"].is_string());
    Some(ChapterCrate {
        number: number_of(folder_name)?,
        folder_name: folder_name.to_owned(),
        folder: folder.to_path_buf(),
        name: package["name"].as_str()?.to_owned(),
        description: package["description"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        dependencies: local
            .filter_map(|d| Some(d["name"].as_str()?.to_owned()))
            .collect(),
        features: package["features"].as_object()?.keys().cloned().collect(),
    })
}

/// The lists `pending` and `short` of `[preprocessor.adder]`.
fn settings(root: &Path) -> Result<(Vec<String>, Vec<String>)> {
    let text = fs::read_to_string(root.join("book.toml")).context("cannot read book.toml")?;
    let config: toml::Table = text.parse().context("book.toml")?;
    let ours = config.get("preprocessor").and_then(|p| p.get("adder"));
    let list = |key: &str| -> Vec<String> {
        let values = ours
            .and_then(|o| o.get(key))
            .and_then(toml::Value::as_array);
        values
            .into_iter()
            .flatten()
            .filter_map(|v| v.as_str().map(str::to_owned))
            .collect()
    };
    Ok((list("pending"), list("short")))
}

fn pages(root: &Path) -> Result<Vec<Page>> {
    let text = fs::read_to_string(root.join("src/SUMMARY.md")).context("cannot read SUMMARY.md")?;
    let summary = mdbook::book::parse_summary(&text)?;
    let mut pages = Vec::new();
    for items in [
        summary.prefix_chapters,
        summary.numbered_chapters,
        summary.suffix_chapters,
    ] {
        collect(&items, &text, &mut pages);
    }
    Ok(pages)
}

fn collect(items: &[SummaryItem], summary: &str, pages: &mut Vec<Page>) {
    for item in items {
        let SummaryItem::Link(Link {
            name,
            location,
            nested_items,
            ..
        }) = item
        else {
            continue;
        };
        if let Some(path) = location {
            let target = format!("]({})", path.display());
            let line = summary
                .lines()
                .position(|l| l.replace("./", "").contains(&target));
            pages.push(Page {
                path: path.clone(),
                title: name.clone(),
                summary_line: line.map_or(0, |l| l + 1),
            });
        }
        collect(nested_items, summary, pages);
    }
}
