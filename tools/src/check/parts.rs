//! Every chapter has its parts, in their order.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Text;
use crate::page::args;
use crate::problem::Problem;
use crate::repo::{ChapterCrate, Repo};

/// The headings of level two that a chapter has, in this order, with any others between
/// the second and the third; and whether the heading stands in a box (a block quote).
const PARTS: [(&str, bool); 7] = [
    ("The question", false),
    ("What CPython does", false),
    ("Where Adder differs", true),
    ("In 3.11", true),
    ("Exercises", false),
    ("Summary", false),
    ("Sources", false),
];

const FIGURES: usize = 2;

struct Heading {
    text: String,
    line: usize,
    boxed: bool,
}

pub(super) fn check(repo: &Repo, text: &Text<'_>) -> Vec<Problem> {
    let Some(folder) = text.page.chapter_folder() else {
        return Vec::new();
    };
    let Some(krate) = repo.crates.iter().find(|c| c.folder_name == folder) else {
        return Vec::new();
    };
    let mut problems = missing_parts(text);
    problems.extend(directives(text, krate));
    if !repo.short.contains(&krate.name) {
        return problems;
    }
    if problems.is_empty() {
        let message = format!(
            "`short` lists {}, whose chapter has all its parts",
            krate.name
        );
        return vec![Problem::new("book.toml", 0, message)];
    }
    Vec::new()
}

fn missing_parts(text: &Text<'_>) -> Vec<Problem> {
    let headings = headings(text);
    let mut problems = Vec::new();
    let mut after = 0;
    for (part, boxed) in PARTS {
        let Some(at) = headings.iter().position(|h| h.text == part) else {
            problems.push(text.problem(0, format!("the chapter has no part `## {part}`")));
            continue;
        };
        let heading = &headings[at];
        if at < after {
            let message = format!("`## {part}` comes too early");
            problems.push(text.problem(heading.line, message));
        }
        if boxed && !heading.boxed {
            let message = format!("`## {part}` is a box: begin its lines with `>`");
            problems.push(text.problem(heading.line, message));
        }
        after = at + 1;
    }
    problems
}

fn headings(text: &Text<'_>) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let (mut quotes, mut open) = (0_usize, false);
    for (event, bytes) in Parser::new_ext(&text.text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => quotes += 1,
            Event::End(TagEnd::BlockQuote(_)) => quotes -= 1,
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            }) => {
                let line = text.line_at(bytes.start);
                headings.push(Heading {
                    text: String::new(),
                    line,
                    boxed: quotes > 0,
                });
                open = true;
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            Event::Text(part) | Event::Code(part) if open => {
                if let Some(heading) = headings.last_mut() {
                    heading.text.push_str(&part);
                }
            }
            _ => {}
        }
    }
    headings
}

/// A chapter has its figures, all exercises of its crate, and the table of what it does
/// not show.
fn directives(text: &Text<'_>, krate: &ChapterCrate) -> Vec<Problem> {
    let directives: Vec<_> = text.text.lines().filter_map(args::directive).collect();
    let has = |name: &str, args: &str| directives.iter().any(|d| d.name == name && d.args == args);
    let figures = directives.iter().filter(|d| d.name == "figure").count();
    let mut problems = Vec::new();
    if figures < FIGURES {
        let message = format!("a chapter has at least {FIGURES} figures, this one has {figures}");
        problems.push(text.problem(0, message));
    }
    let name = &krate.name;
    if !has("unlisted", name) {
        problems.push(text.problem(0, format!("the chapter has no {{{{#unlisted {name}}}}}")));
    }
    let exercises = krate.exercises();
    if exercises.is_empty() {
        problems.push(text.problem(0, format!("{name} has no exercises")));
    }
    for number in exercises {
        if !has("exercise", &format!("{name} {number}")) {
            let message = format!("the chapter does not show {{{{#exercise {name} {number}}}}}");
            problems.push(text.problem(0, message));
        }
    }
    problems
}
