//! The pages that show whole source files, so that a caption's link works offline.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::listing::{escape, language};
use crate::cache::files_under;

/// The folder of these pages in the book's `src`, from where mdBook copies them.
pub const FOLDER: &str = "source";

/// Writes a page for each file in `linked` (name → file) under `src`, and removes the
/// pages of files that are no longer linked. A page that is already right is not touched.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_pages(src: &Path, linked: &BTreeMap<String, PathBuf>) -> Result<()> {
    let folder = src.join(FOLDER);
    let mut kept = Vec::new();
    for (name, file) in linked {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
        let page = folder.join(format!("{name}.html"));
        let html = html(name, &text);
        if fs::read_to_string(&page).ok().as_ref() != Some(&html) {
            fs::create_dir_all(page.parent().context("a page lies in a folder")?)?;
            fs::write(&page, html)?;
        }
        kept.push(page);
    }
    if folder.is_dir() {
        for file in files_under(&folder)?
            .iter()
            .filter(|file| !kept.contains(file))
        {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

fn html(name: &str, text: &str) -> String {
    let root = "../".repeat(name.split('/').count());
    let numbers: String = (1..=text.lines().count())
        .map(|line| format!("<a id=\"L{line}\" href=\"#L{line}\">{line}</a>\n"))
        .collect();
    TEMPLATE
        .replace("{root}", &root)
        .replace("{name}", &escape(name))
        .replace("{language}", language(name))
        .replace("{numbers}", &numbers)
        .replace("{text}", &escape(text))
}

/// The theme is the reader's choice in the book, which mdBook keeps in local storage.
const TEMPLATE: &str = r##"<!DOCTYPE html>
<html lang="en" class="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name} – Adder</title>
<script>
let theme = null;
try { theme = localStorage.getItem("mdbook-theme"); } catch (error) { }
if (!theme) theme = matchMedia("(prefers-color-scheme: dark)").matches ? "navy" : "light";
theme = theme.replaceAll('"', "");
document.documentElement.className = theme + " js";
const sheet = { light: "highlight", rust: "highlight", ayu: "ayu-highlight" }[theme] ?? "tomorrow-night";
addEventListener("DOMContentLoaded", () => { colours.href = "{root}" + sheet + ".css"; });
</script>
<link rel="stylesheet" href="{root}css/variables.css">
<link rel="stylesheet" href="{root}css/general.css">
<link rel="stylesheet" href="{root}fonts/fonts.css">
<link rel="stylesheet" id="colours" href="{root}highlight.css">
<link rel="stylesheet" href="{root}theme/adder.css">
</head>
<body class="source">
<header><a href="{root}index.html">Adder</a> · <b>{name}</b></header>
<main>
<pre class="numbers">{numbers}</pre>
<pre><code class="language-{language}">{text}</code></pre>
</main>
<script src="{root}highlight.js"></script>
<script>document.querySelectorAll("code").forEach((code) => hljs.highlightBlock(code));</script>
</body>
</html>
"##;
