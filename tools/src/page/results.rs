//! What the benchmarks have measured, as the newest run has written it down.

use std::fs;

use anyhow::{Context, Result, bail};

use super::directives::PageContext;

/// `{{#results TABLE}}`: a whole table; `{{#results TABLE summary}}`: its one sentence.
///
/// # Errors
/// When nothing has been measured for such a table.
pub fn results(context: &mut PageContext<'_>, args: &str) -> Result<String> {
    let words: Vec<&str> = args.split_whitespace().collect();
    let file = match words.as_slice() {
        [table] => format!("bench/results/{table}.md"),
        [table, "summary"] => format!("bench/results/{table}.summary.md"),
        _ => bail!("write {{{{#results TABLE}}}} or {{{{#results TABLE summary}}}}"),
    };
    let text = fs::read_to_string(context.repo.root.join(&file))
        .with_context(|| format!("there is no {file}: `make bench` writes it"))?;
    Ok(format!("\n{}\n", text.trim_end()))
}
