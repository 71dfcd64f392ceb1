//! Exercises: the starter, how to run its test, and the solution, folded.

use anyhow::{Context, Result, bail};

use super::directives::PageContext;
use super::listing::{whole_file, words};

/// `{{#exercise CRATE N}}`.
///
/// # Errors
/// When the crate has no such exercise, or one of its files is gone.
pub fn exercise(context: &mut PageContext<'_>, args: &str) -> Result<String> {
    let words = words(args, &["a crate", "a number"])?;
    let (name, number) = (
        words[0],
        words[1].parse::<u32>().context("the exercise's number")?,
    );
    let krate = context
        .repo
        .find(name)
        .with_context(|| format!("there is no crate `{name}`"))?;
    if !krate.exercises().contains(&number) {
        bail!("{name} has no feature exercise-{number}");
    }
    if !krate
        .folder
        .join(format!("tests/exercise_{number}.rs"))
        .is_file()
    {
        bail!("{name} has no tests/exercise_{number}.rs");
    }
    let folder = format!("{name}/exercises/{number}");
    let starter = whole_file(context, &format!("{folder}/starter.rs"), "Begin with")?;
    let solution = whole_file(context, &format!("{folder}/solution.rs"), "One way")?;
    let command =
        format!("cargo test -p {name} --features exercise-{number} --test exercise_{number}");
    Ok(format!(
        "{starter}\n<p class=\"try\">Its test: <code>{command}</code></p>\n\n\
         <details class=\"solution\"><summary>A solution</summary>\n\n{solution}\n</details>\n"
    ))
}
