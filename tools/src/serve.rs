//! Showing the book while it is written: a small server, and a new rendering after each
//! change.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::cache::files_under;
use crate::page::source;
use crate::progress;
use crate::repo::Repo;
use crate::{book, check};

const ADDRESS: &str = "127.0.0.1:3000";

/// What every page gets while it is served: it asks for the version, and reloads.
const RELOAD: &str = r#"<script>
(async () => {
  const version = async () => (await fetch("/version")).text();
  const first = await version();
  setInterval(async () => { if (await version() !== first) location.reload(); }, 1000);
})();
</script>"#;

/// Renders, serves, and renders again whenever a file changes. Does not return.
///
/// # Errors
/// When the port is taken or the repository cannot be read.
pub fn serve(root: &Path) -> Result<()> {
    let listener = TcpListener::bind(ADDRESS).with_context(|| format!("{ADDRESS} is taken"))?;
    let version = Arc::new(AtomicUsize::new(0));
    let (book, shared) = (root.join("book"), Arc::clone(&version));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (book, version) = (book.clone(), Arc::clone(&shared));
            thread::spawn(move || {
                // A browser that has gone away is no error of ours.
                let _ = answer(stream, &book, version.load(Ordering::Relaxed));
            });
        }
    });
    let mut seen = HashMap::new();
    loop {
        let now = dates(root)?;
        if now != seen {
            seen = now;
            match again(root) {
                Ok(()) => progress::say(&format!("http://{ADDRESS}")),
                Err(error) => progress::say(&format!("{error:#}\nwaiting for a change")),
            }
            version.fetch_add(1, Ordering::Relaxed);
        }
        thread::sleep(Duration::from_millis(500));
    }
}

fn again(root: &Path) -> Result<()> {
    let repo = Repo::open(root)?;
    let checked = check::all(&repo);
    book::render(&repo)?;
    checked
}

/// When each file that the book is made from was changed.
fn dates(root: &Path) -> Result<HashMap<PathBuf, SystemTime>> {
    let mut dates = HashMap::new();
    let made = root.join("src").join(source::FOLDER);
    for folder in ["src", "theme", crate::repo::CRATES, "programs"] {
        let folder = root.join(folder);
        let files = if folder.is_dir() {
            files_under(&folder)?
        } else {
            Vec::new()
        };
        for file in files.into_iter().filter(|file| !file.starts_with(&made)) {
            dates.insert(file.clone(), fs::metadata(&file)?.modified()?);
        }
    }
    let settings = root.join("book.toml");
    dates.insert(settings.clone(), fs::metadata(&settings)?.modified()?);
    Ok(dates)
}

fn answer(stream: TcpStream, book: &Path, version: usize) -> Result<()> {
    let mut request = String::new();
    BufReader::new(&stream).read_line(&mut request)?;
    let asked = request.split_whitespace().nth(1).unwrap_or("/");
    let asked = asked
        .split(['?', '#'])
        .next()
        .unwrap_or("/")
        .trim_start_matches('/');
    if asked == "version" {
        return send(
            &stream,
            "200 OK",
            "text/plain",
            version.to_string().as_bytes(),
        );
    }
    let path = Path::new(asked);
    let inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let mut file = book.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(mut content) if inside => {
            let kind = kind(&file);
            if kind.starts_with("text/html") {
                content.extend_from_slice(RELOAD.as_bytes());
            }
            send(&stream, "200 OK", kind, &content)
        }
        _ => send(
            &stream,
            "404 Not Found",
            "text/plain",
            b"there is no such page",
        ),
    }
}

fn send(mut stream: &TcpStream, status: &str, kind: &str, content: &[u8]) -> Result<()> {
    let length = content.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(content)?;
    Ok(())
}

fn kind(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
