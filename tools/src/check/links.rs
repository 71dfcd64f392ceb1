//! Every link leads somewhere, and every picture is there.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Text;
use crate::page::source;
use crate::problem::Problem;
use crate::repo::Repo;

pub(super) fn check(repo: &Repo, texts: &[Text<'_>]) -> Vec<Problem> {
    let ids: BTreeMap<&Path, BTreeSet<String>> = texts
        .iter()
        .map(|t| (t.page.path.as_path(), ids(&t.expanded)))
        .collect();
    let mut problems = Vec::new();
    for text in texts {
        for (line, target) in targets(text) {
            if let Err(message) = resolve(repo, &ids, &text.page.path, &target) {
                problems.push(text.problem(line, message));
            }
        }
    }
    problems
}

/// Where the page's links and pictures lead.
fn targets(text: &Text<'_>) -> Vec<(usize, String)> {
    let mut targets = Vec::new();
    for (event, bytes) in Parser::new_ext(&text.text, Options::all()).into_offset_iter() {
        let line = text.line_at(bytes.start);
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                targets.push((line, dest_url.into_string()));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                for attribute in [" href=\"", " src=\""] {
                    for found in html.split(attribute).skip(1) {
                        let target = found.split('"').next().unwrap_or_default();
                        targets.push((line, target.to_owned()));
                    }
                }
            }
            _ => {}
        }
    }
    targets
}

fn resolve(
    repo: &Repo,
    ids: &BTreeMap<&Path, BTreeSet<String>>,
    page: &Path,
    target: &str,
) -> Result<(), String> {
    if target.is_empty() {
        return Err("a link that leads nowhere".to_owned());
    }
    if ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| target.starts_with(scheme))
    {
        return Ok(());
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = match path {
        "" => page.to_path_buf(),
        path => plain(&page.parent().unwrap_or(page).join(path)),
    };
    if path.starts_with(source::FOLDER) {
        return Err(format!(
            "`{target}`: link sources with {{{{#item FILE ITEM}}}}"
        ));
    }
    if path.extension().is_none_or(|e| e != "md") {
        let there = repo.src().join(&path).is_file();
        return there
            .then_some(())
            .ok_or_else(|| format!("`{target}`: there is no such file"));
    }
    match ids.get(path.as_path()) {
        None => Err(format!("`{target}`: there is no such page in SUMMARY.md")),
        Some(ids) if !anchor.is_empty() && !ids.contains(anchor) => {
            Err(format!("`{target}`: the page has no anchor #{anchor}"))
        }
        Some(_) => Ok(()),
    }
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

/// The anchors of a page: its headings, named as mdBook names them, and every `id`.
fn ids(text: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut counter = HashMap::new();
    let mut heading: Option<(Option<String>, String)> = None;
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => {
                heading = Some((id.map(|id| id.into_string()), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => {
                let Some((id, content)) = heading.take() else {
                    continue;
                };
                let unique = mdbook::utils::unique_id_from_content(&content, &mut counter);
                ids.insert(id.unwrap_or(unique));
            }
            Event::Text(part) | Event::Code(part) => {
                if let Some((_, content)) = &mut heading {
                    content.push_str(&part);
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                for found in html.split(" id=\"").skip(1) {
                    ids.insert(found.split('"').next().unwrap_or_default().to_owned());
                }
            }
            _ => {}
        }
    }
    ids
}
