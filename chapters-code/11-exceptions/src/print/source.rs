//! Which line of source does a traceback show? It is read from the file that the code
//! object names, when the traceback is printed.
#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use types::{List, Thread, as_str};

/// The lines of source files, each file read once.
pub(super) struct Sources<'a> {
    t: &'a Thread,
    files: RefCell<HashMap<String, Option<Rc<[String]>>>>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(t: &'a Thread) -> Sources<'a> {
        Sources {
            t,
            files: RefCell::default(),
        }
    }

    /// A line, by its number from one. `None`: there is no such file or line, or the name
    /// is not a file's, like `<string>`.
    pub(super) fn line(&self, file: &str, number: i32) -> Option<String> {
        if file.starts_with('<') && file.ends_with('>') {
            return None;
        }
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        let known = self.files.borrow().get(file).cloned();
        let lines = known.unwrap_or_else(|| {
            let lines = self.read(file);
            let mut files = self.files.borrow_mut();
            files.insert(file.to_owned(), lines.clone());
            lines
        });
        lines?.get(index).cloned()
    }

    fn read(&self, file: &str) -> Option<Rc<[String]>> {
        let bytes = self.t.host.read_file(file).ok();
        let bytes = bytes.or_else(|| self.search(file))?;
        Some(split_lines(&decode(&bytes)?).into())
    }

    /// Looks for the file's last name in the folders of `sys.path` (`_Py_FindSourceFile`).
    fn search(&self, file: &str) -> Option<Vec<u8>> {
        let t = self.t;
        let tail = file.rsplit('/').next()?;
        let sys = t.modules.get_name(&t.intern("sys").ok()?)?;
        let path = t.find_attribute(&sys, &t.intern("path").ok()?).ok()??;
        let folders = path.downcast::<List>()?.items.to_vec();
        folders.iter().find_map(|folder| {
            let folder = as_str(folder)?.to_utf8()?;
            let slash = if folder.is_empty() || folder.ends_with('/') {
                ""
            } else {
                "/"
            };
            t.host.read_file(&format!("{folder}{slash}{tail}")).ok()
        })
    }
}

/// The text of a source file: UTF-8, unless one of the first two lines names Latin-1
/// (PEP 263).
fn decode(bytes: &[u8]) -> Option<String> {
    let start = bytes.split(|&byte| byte == b'\n').take(2);
    let latin1 = start.filter_map(cookie).any(|encoding| {
        let encoding = encoding.replace('_', "-");
        ["latin-1", "iso-8859-1", "iso-latin-1"].contains(&&*encoding)
    });
    match latin1 {
        true => Some(bytes.iter().map(|&byte| char::from(byte)).collect()),
        false => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// The encoding that a comment line names: `# -*- coding: latin-1 -*-`
fn cookie(line: &[u8]) -> Option<String> {
    let line = std::str::from_utf8(line).ok()?;
    let comment = line
        .trim_start_matches([' ', '\t', '\x0C'])
        .strip_prefix('#')?;
    let (_, after) = comment.split_once("coding")?;
    let name = after
        .strip_prefix([':', '='])?
        .trim_start_matches([' ', '\t']);
    let named = |char: char| char.is_ascii_alphanumeric() || "-_.".contains(char);
    let end = name.find(|char| !named(char)).unwrap_or(name.len());
    Some(name[..end].to_ascii_lowercase())
}

/// The lines of a text without their ends, which are `\n`, `\r\n` or `\r`.
fn split_lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.strip_suffix('\n')
        .unwrap_or(&text)
        .split('\n')
        .map(str::to_owned)
        .collect()
}
