//! Where are the book's parts? The folders of the chapters and their crates.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// What went wrong.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of a chapter's crate: `12-eval-loop`.
pub fn folder(chapter: u8) -> Option<String> {
    let prefix = format!("{chapter:02}-");
    let entries = fs::read_dir(root().join("chapters-code")).ok()?;
    let mut names = entries
        .flatten()
        .filter_map(|e| e.file_name().into_string().ok());
    names.find(|name| name.starts_with(&prefix))
}

/// A link to a chapter, or its number where it is not written yet.
pub fn chapter(number: u8) -> String {
    let written = folder(number).filter(|folder| {
        let listed = fs::read_to_string(root().join("src/SUMMARY.md")).unwrap_or_default();
        listed.contains(&format!("({folder}/chapter.md)"))
    });
    match written {
        Some(folder) => format!("[chapter {number}](../{folder}/chapter.md)"),
        None => format!("chapter {number}"),
    }
}

/// The row of a handler table: the number of an instruction, and the paths of the functions that
/// run it.
pub struct Row {
    /// The instruction's number.
    pub opcode: u8,
    /// `stack::pop_top`, with the crate in front.
    pub handlers: Vec<String>,
}

/// The rows of a crate's `table.rs`, as they are written there.
pub fn rows(chapter: u8) -> Result<Vec<Row>> {
    let folder = folder(chapter).ok_or("a chapter has no crate")?;
    let own = folder
        .split_once('-')
        .map_or("", |(_, name)| name)
        .to_owned();
    let file = root()
        .join("chapters-code")
        .join(&folder)
        .join("src/table.rs");
    // A row that is too long for one line goes on further in.
    let text = fs::read_to_string(file)?.replace("\n                ", " ");
    let mut rows = Vec::new();
    for line in text
        .lines()
        .filter_map(|line| line.trim().strip_suffix(','))
    {
        let mut words = line.split_whitespace();
        let Some(Ok(opcode)) = words.next().map(str::parse) else {
            continue;
        };
        let paths = words.skip(1).filter(|word| *word != "else");
        let whole = |path: &str| match path.strip_prefix("$crate::") {
            Some(rest) => format!("{own}::{rest}"),
            None if path.contains("::handlers::") => path.to_owned(),
            None => format!("{own}::handlers::{path}"),
        };
        rows.push(Row {
            opcode,
            handlers: paths.map(whole).collect(),
        });
    }
    Ok(rows)
}

/// A handler, linked to its source: by the book's own directive if it is written there as a
/// function, else to the file in which a macro makes it.
pub fn handler(path: &str) -> Option<String> {
    let (module, name) = path.rsplit_once("::")?;
    let (krate, module) = module.split_once("::")?;
    // Crates are named with hyphens, their paths are not.
    let krate = krate.replace('_', "-");
    let file = format!("{}.rs", module.replace("::", "/"));
    let chapters = fs::read_dir(root().join("chapters-code")).ok()?;
    let folder = chapters
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.to_string_lossy().ends_with(&format!("-{krate}")))?;
    let text = fs::read_to_string(folder.join("src").join(&file)).ok()?;
    // At the top of the file: what is indented lies in a module or in a macro.
    let written = ["pub unsafe fn", "unsafe fn", "pub fn"]
        .iter()
        .any(|how| text.contains(&format!("\n{how} {name}(")));
    match written {
        true => Some(format!("{{{{#item {krate}/{file} {name}}}}}")),
        false => Some(format!("`{name}` in {{{{#item {krate}/{file}}}}}")),
    }
}

/// All that run an instruction: one, or a short one and the one that it leaves the rest to.
pub fn handlers(row: &Row) -> Option<String> {
    let real = row
        .handlers
        .iter()
        .filter(|path| !path.ends_with("fast::never"));
    let links: Vec<String> = real.filter_map(|path| handler(path)).collect();
    (!links.is_empty()).then(|| links.join(", else "))
}

/// A sentence as Markdown that means nothing but its letters.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if "_*<>[]|`\\".contains(c) {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}
