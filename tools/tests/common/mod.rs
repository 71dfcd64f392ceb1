//! Small books to break: each test gets a copy of `tests/fixture` of its own.
#![allow(dead_code, reason = "not every test file uses everything")]

use std::fs;
use std::path::{Path, PathBuf};

use tools::cache::files_under;
use tools::check;
use tools::repo::Repo;

/// A fresh copy of the small book.
pub fn book(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("books")
        .join(name);
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
    for file in files_under(&fixture).unwrap() {
        let copy = root.join(file.strip_prefix(&fixture).unwrap());
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(file, copy).unwrap();
    }
    root
}

/// Replaces the one `from` in a file.
pub fn replace(root: &Path, file: &str, from: &str, to: &str) {
    let path = root.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(from).count(), 1, "`{from}` in {file}");
    fs::write(path, text.replace(from, to)).unwrap();
}

/// Everything the checker says about a book.
pub fn problems(root: &Path) -> Vec<String> {
    let repo = Repo::open(root).unwrap();
    check::problems(&repo)
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect()
}
