//! Outputs: the `<!-- cmdrun … -->` comments of a page, run by mdbook-cmdrun, strictly,
//! and not again while nothing they depend on has changed.

use std::path::Path;

use anyhow::{Context, Result};
use mdbook_cmdrun::CmdRun;

use crate::cache::{self, Cache};
use crate::problem::Problem;
use crate::progress;
use crate::repo::Repo;

/// How mdbook-cmdrun marks what went wrong, in the page.
const ERROR: &str = "**cmdrun error**";

/// A command in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command<'a> {
    /// The line it is on, counted from 1.
    pub line: usize,
    /// Everything between `cmdrun` and the end of the comment.
    pub written: &'a str,
    /// The bytes of the comment, with the line break that follows it, if one does.
    pub bytes: std::ops::Range<usize>,
    /// Whether something follows it on its line.
    pub inline: bool,
}

impl<'a> Command<'a> {
    /// The expected exit code as it is written, if it is, and the command.
    pub fn parts(&self) -> (Option<&'a str>, &'a str) {
        let written = self.written.trim();
        if !written.starts_with('-') {
            return (None, written);
        }
        let (flag, rest) = written.split_once(' ').unwrap_or((written, ""));
        match flag {
            "--expect-return-code" => {
                let (code, rest) = rest.trim_start().split_once(' ').unwrap_or((rest, ""));
                (Some(code), rest.trim())
            }
            "--strict" => (Some("0"), rest.trim()),
            flag => (Some(&flag[1..]), rest.trim()),
        }
    }
}

/// The commands in a text, in order.
pub fn commands(text: &str) -> Vec<Command<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("<!--").map(|at| at + from) {
        from = start + 4;
        let inside = text[from..].trim_start_matches(' ');
        let Some(written) = inside.strip_prefix("cmdrun ") else {
            continue;
        };
        let line_end = written.find('\n').unwrap_or(written.len());
        let Some(length) = written[..line_end].find("-->") else {
            continue;
        };
        let written_at = text.len() - written.len();
        let comment_end = written_at + length + 3;
        let after = &text[comment_end..];
        let newline = ["\n", "\r\n"]
            .iter()
            .find(|n| after.starts_with(**n))
            .map_or(0, |n| n.len());
        found.push(Command {
            line: text[..start].matches('\n').count() + 1,
            written: &written[..length],
            bytes: start..comment_end + newline,
            inline: newline == 0,
        });
        from = comment_end;
    }
    found
}

/// Runs every command of the page at `path` and puts its output in its place.
///
/// # Errors
/// When the cache cannot be used. Commands that fail are problems, not errors.
pub fn run(repo: &Repo, path: &Path, text: &str, problems: &mut Vec<Problem>) -> Result<String> {
    let mut result = String::with_capacity(text.len());
    let mut copied = 0;
    for command in commands(text) {
        result.push_str(&text[copied..command.bytes.start]);
        copied = command.bytes.end;
        let output = output_of(repo, path, &command)?;
        if let Some(at) = output.find(ERROR) {
            let what = output[at + ERROR.len()..].trim_start_matches(':').trim();
            let page = Path::new("src").join(path);
            problems.push(Problem::new(
                page,
                command.line,
                format!("the command failed: {what}"),
            ));
        }
        result.push_str(&output);
    }
    result.push_str(&text[copied..]);
    Ok(result)
}

/// Puts into their places the outputs of the page that were kept, and says of the others that
/// they were not run.
///
/// # Errors
/// When the cache cannot be used.
pub fn known(repo: &Repo, path: &Path, text: &str) -> Result<String> {
    let mut result = String::with_capacity(text.len());
    let mut copied = 0;
    for command in commands(text) {
        result.push_str(&text[copied..command.bytes.start]);
        copied = command.bytes.end;
        let (cache, key) = place_of(repo, path, &command)?;
        let output = cache.get(key).unwrap_or_else(|| "(not run)\n".to_owned());
        result.push_str(&output);
    }
    result.push_str(&text[copied..]);
    Ok(result)
}

/// Where the output of a command is kept.
fn place_of(repo: &Repo, path: &Path, command: &Command<'_>) -> Result<(Cache, u64)> {
    let page = repo.src().join(path);
    let beside = cache::inputs_beside(&page)?;
    let inputs = match crate_run_by(command.written).and_then(|name| repo.find(name)) {
        Some(krate) => cache::inputs_of(repo, krate)?,
        None => cache::inputs_of_everything(repo)?,
    };
    let cache = Cache::new(repo, "outputs");
    let key = cache::key_of(&(command.written, command.inline, path, beside, inputs));
    Ok((cache, key))
}

fn output_of(repo: &Repo, path: &Path, command: &Command<'_>) -> Result<String> {
    let page = repo.src().join(path);
    let (cache, key) = place_of(repo, path, command)?;
    if let Some(output) = cache.get(key) {
        return Ok(output);
    }
    let folder = page.parent().context("a page lies in a folder")?;
    let folder = folder.to_str().context("the book's path is not UTF-8")?;
    let output = progress::step(&format!("  {}", command.parts().1), || {
        CmdRun::run_cmdrun(command.written.to_owned(), folder, command.inline)
    })?;
    if !output.contains(ERROR) {
        cache.put(key, &output)?;
    }
    Ok(output)
}

/// The crate in `cargo run -p CRATE`.
fn crate_run_by(command: &str) -> Option<&str> {
    let mut words = command.split_whitespace();
    words.find(|word| *word == "-p" || *word == "--package")?;
    words.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_where_cmdrun_finds_them() {
        let text = "a\n```text\n<!-- cmdrun --strict one -->\n```\n| <!--cmdrun -3 two--> |\n";
        let found = commands(text);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].inline), (3, false));
        assert_eq!(found[0].parts(), (Some("0"), "one"));
        assert_eq!((found[1].line, found[1].inline), (5, true));
        assert_eq!(found[1].parts(), (Some("3"), "two"));
    }

    #[test]
    fn a_command_without_a_flag_expects_nothing() {
        assert_eq!(
            commands("<!-- cmdrun ls -l -->")[0].parts(),
            (None, "ls -l")
        );
        let long = commands("<!-- cmdrun --expect-return-code 2 ls x -->");
        assert_eq!(long[0].parts(), (Some("2"), "ls x"));
    }

    #[test]
    fn other_comments_are_left_alone() {
        assert!(commands("<!-- a remark --> <!-- cmdrun\n-->").is_empty());
    }
}
