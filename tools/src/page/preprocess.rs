//! The two preprocessors as mdBook 0.4 sees them: outputs first, then directives. What is
//! particular to mdBook 0.4 is here and in `book`.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Result, bail};
use mdbook::BookItem;
use mdbook::book::{Book, Chapter};
use mdbook::preprocess::{CmdPreprocessor, Preprocessor, PreprocessorContext};

use super::{directives, outputs, source, stepper};
use crate::problem::{self, Problem};
use crate::repo::Repo;

/// Runs the commands of all pages.
pub struct Outputs(pub Repo);

/// Shows only those outputs that are known already.
pub struct KnownOutputs(pub Repo);

/// Expands the directives of all pages.
pub struct Directives {
    /// The repository.
    pub repo: Repo,
    /// Whether programs may be run for it.
    pub run: bool,
}

impl Preprocessor for Outputs {
    fn name(&self) -> &str {
        "cmdrun"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let mut problems = Vec::new();
        each_chapter(&mut book, |path, chapter| {
            chapter.content = outputs::run(&self.0, path, &chapter.content, &mut problems)?;
            Ok(())
        })?;
        problem::none_of(problems)?;
        Ok(book)
    }
}

impl Preprocessor for KnownOutputs {
    fn name(&self) -> &str {
        "cmdrun"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        each_chapter(&mut book, |path, chapter| {
            chapter.content = outputs::known(&self.0, path, &chapter.content)?;
            Ok(())
        })?;
        Ok(book)
    }
}

impl Preprocessor for Directives {
    fn name(&self) -> &str {
        "adder"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let mut problems = Vec::new();
        let mut linked = BTreeMap::new();
        each_chapter(&mut book, |path, chapter| {
            let expanded = directives::expand(&self.repo, path, &chapter.content);
            chapter.content = stepper::fill(&self.repo, &expanded.text, self.run)?;
            linked.extend(expanded.linked);
            problems.extend(expanded.problems);
            Ok(())
        })?;
        relocate(&self.repo, &mut problems);
        problem::none_of(problems)?;
        source::write_pages(&self.repo.src(), &linked)?;
        stepper::write_script(&self.repo.root)?;
        Ok(book)
    }
}

fn each_chapter(
    book: &mut Book,
    mut run: impl FnMut(&Path, &mut Chapter) -> Result<()>,
) -> Result<()> {
    let mut result = Ok(());
    book.for_each_mut(|item| {
        let BookItem::Chapter(chapter) = item else {
            return;
        };
        let Some(path) = chapter.source_path.clone() else {
            return;
        };
        if result.is_ok() {
            result = run(&path, chapter);
        }
    });
    result
}

/// Outputs have moved the lines: a problem begins with its directive, so look it up.
fn relocate(repo: &Repo, problems: &mut [Problem]) {
    for problem in problems {
        let Ok(text) = std::fs::read_to_string(repo.root.join(&problem.file)) else {
            continue;
        };
        let Some((directive, _)) = problem.message.split_once("}}") else {
            continue;
        };
        if let Some(index) = text
            .lines()
            .position(|line| line.trim().starts_with(directive))
        {
            problem.line = index + 1;
        }
    }
}

/// What stock `mdbook build` runs: a book comes on stdin, and goes to stdout.
///
/// # Errors
/// When the input is not mdBook's, or a directive cannot be expanded.
pub fn from_stdin(args: &[String]) -> Result<()> {
    match args {
        [] => {
            let (context, book) = CmdPreprocessor::parse_input(io::stdin())?;
            let repo = Repo::open(&context.root)?;
            let book = Directives { repo, run: true }.run(&context, book)?;
            serde_json::to_writer(io::stdout(), &book)?;
            io::stdout().flush()?;
            Ok(())
        }
        [supports, renderer] if supports == "supports" && renderer == "html" => Ok(()),
        _ => bail!("preprocess is for mdBook to call"),
    }
}
