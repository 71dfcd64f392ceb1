//! No Rust typed into the prose, and no output typed by hand.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::Text;
use crate::page::outputs::{self, Command};
use crate::problem::Problem;

/// Languages in which a chapter may quote a few lines that nothing runs.
const QUOTED: [&str; 6] = ["python", "c", "toml", "sh", "html", "json"];

pub(super) fn check(text: &Text<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (event, bytes) in Parser::new_ext(&text.text, Options::all()).into_offset_iter() {
        let line = text.line_at(bytes.start);
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                problems
                    .push(text.problem(line, "an indented block: nothing says where it is from"));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let language = info.split([',', ' ']).next().unwrap_or_default();
                check_fence(text, language, line, &text.text[bytes], &mut problems);
            }
            Event::Html(html) | Event::InlineHtml(html) if html.contains("<pre") => {
                problems.push(text.problem(line, "a <pre> typed by hand: use a listing or cmdrun"));
            }
            _ => {}
        }
    }
    problems
}

fn check_fence(
    text: &Text<'_>,
    language: &str,
    line: usize,
    fence: &str,
    problems: &mut Vec<Problem>,
) {
    let inside: Vec<&str> = {
        let lines: Vec<&str> = fence
            .lines()
            .map(|l| l.trim_start_matches(['>', ' ']))
            .collect();
        let end = lines.len().saturating_sub(1).max(1);
        lines[1..end].to_vec()
    };
    match language {
        "" | "text" | "console" => check_output(text, language, line, &inside, problems),
        "rust" | "rs" => {
            let message = "Rust typed into the prose: show it with {{#listing}}";
            problems.push(text.problem(line, message));
        }
        "python" if fence.lines().any(|line| line.contains(">>> ")) => {
            problems.push(text.problem(line, "a session typed by hand: run it with cmdrun"));
        }
        language if QUOTED.contains(&language) => {}
        language => {
            let message = format!("the checker knows no fences of `{language}`");
            problems.push(text.problem(line, message));
        }
    }
}

/// An output holds commands that cmdrun replaces, and in a `console`, before each, what
/// the reader would type.
fn check_output(
    text: &Text<'_>,
    language: &str,
    line: usize,
    inside: &[&str],
    problems: &mut Vec<Problem>,
) {
    let mut typed: Option<&str> = None;
    let mut runs = 0;
    for (index, content) in inside.iter().enumerate() {
        let here = line + index + 1;
        let prompt = content.strip_prefix("$ ").filter(|_| language == "console");
        if let [command] = outputs::commands(content).as_slice() {
            runs += 1;
            if let Some(typed) = typed.take().filter(|typed| !same_command(typed, command)) {
                let message = format!("`$ {typed}` is not what runs: `{}`", command.parts().1);
                problems.push(text.problem(here, message));
            }
        } else if let Some(command) = prompt {
            typed = Some(command);
        } else if !content.trim().is_empty() {
            problems.push(text.problem(here, "an output typed by hand: let cmdrun print it"));
            return;
        }
    }
    if runs == 0 || typed.is_some() {
        problems.push(text.problem(line, "no cmdrun prints this output"));
    }
}

/// Whether the page shows what runs, but for what only keeps cargo silent and paths short.
fn same_command(typed: &str, command: &Command<'_>) -> bool {
    plain(typed) == plain(command.parts().1)
}

fn plain(command: &str) -> String {
    let words = command
        .trim_start_matches("cd ../.. && ")
        .split_whitespace();
    let kept = words.filter(|w| !["-q", "--quiet", "2>&1"].contains(w));
    let words: Vec<String> = kept.map(|word| word.replace("../", "")).collect();
    let command = words.join(" ");
    command
        .replace("cargo run --release -p adder -- ", "adder ")
        .replace("cargo run -p adder -- ", "adder ")
}
