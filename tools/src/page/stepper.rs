//! Steppers: recorded runs that the page plays. `{{#stepper FILE "QUESTION?"}}` names a TOML
//! file beside the page:
//!
//! ```toml
//! [[run]]
//! program = "programs/310/closures.pyc"
//! label = "3.10"                # what is over it, where there are two
//! functions = ["step"]          # record only what runs in these
//! call = 12                     # and only in the twelfth call of the first of them
//! counts = true                 # reference counts are shown before the reader asks for them
//!
//! [[run.stop]]                  # playback rests here
//! instruction = "BINARY_ADD"    # the first step from the last stop on that fits all of these:
//! line = 3                      # instruction (its name, or name and argument), line,
//! function = "step"             # function, rewritten = true; `nth = 2` takes the second one
//! say = "Both operands lie on the *stack*."
//! ```
//!
//! A stop without any of these is at the first step, one with `end = true` at the last.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use toml::Table;

use super::args::{Token, tokens};
use super::directives::PageContext;
use super::listing::escape;
use super::recording::{self, Step};
use crate::repo::Repo;

/// The modules of the player, in the order in which they need each other.
const MODULES: [&str; 4] = ["recording", "pane", "controls", "element"];

/// What is left in a page where a stepper will be, once its recordings are there.
const MARK: &str = "<!-- adder-stepper ";

/// Checks what the directive says, and leaves a mark. (Recording runs programs, which reading
/// a page must not.)
///
/// # Errors
/// When the file is not there or says nothing that could be recorded.
pub fn stepper(context: &mut PageContext<'_>, args: &str) -> Result<String> {
    let parts = tokens(args)?;
    let [Token::Word(file), Token::Quoted(caption)] = parts.as_slice() else {
        bail!("write {{{{#stepper steppers/NAME.toml \"A question that the run answers?\"}}}}");
    };
    if !caption.contains('?') {
        bail!("a caption asks a question that the run answers");
    }
    let folder = Path::new("src").join(context.path.parent().unwrap_or(context.path));
    let file = folder.join(file);
    for run in runs(context.repo, &file)? {
        recording::program(context.repo, &run.program)?;
    }
    let number = context.next_stepper();
    let (file, caption) = (file.display(), escape(caption));
    Ok(format!("\n{MARK}{number} {file} {caption} -->\n"))
}

struct Run {
    program: String,
    label: String,
    arguments: Vec<String>,
    counts: bool,
    stops: Vec<Table>,
}

fn runs(repo: &Repo, file: &Path) -> Result<Vec<Run>> {
    let text = fs::read_to_string(repo.root.join(file))
        .with_context(|| format!("no file {}", file.display()))?;
    let table: Table = text.parse().with_context(|| file.display().to_string())?;
    let runs: Vec<Run> = tables(&table, "run")
        .iter()
        .map(run)
        .collect::<Result<_>>()?;
    if runs.is_empty() || runs.len() > 2 {
        bail!("{}: one [[run]], or two side by side", file.display());
    }
    if runs[0].stops.is_empty() {
        bail!(
            "{}: a run without a [[run.stop]] explains nothing",
            file.display()
        );
    }
    Ok(runs)
}

fn tables(table: &Table, name: &str) -> Vec<Table> {
    let list = table.get(name).and_then(toml::Value::as_array);
    let tables = list.into_iter().flatten().filter_map(toml::Value::as_table);
    tables.cloned().collect()
}

fn text(table: &Table, name: &str) -> Option<String> {
    Some(table.get(name)?.as_str()?.to_owned())
}

fn run(table: &Table) -> Result<Run> {
    let program = text(table, "program").context("a [[run]] has no `program`")?;
    let mut arguments = ["--max-repr", "48", "--counts"].map(str::to_owned).to_vec();
    if let Some(functions) = table.get("functions").and_then(toml::Value::as_array) {
        let names: Vec<&str> = functions.iter().filter_map(toml::Value::as_str).collect();
        arguments.extend(["--functions".to_owned(), names.join(",")]);
    }
    if let Some(call) = table.get("call").and_then(toml::Value::as_integer) {
        arguments.extend(["--call".to_owned(), call.to_string()]);
    }
    arguments.push(program.clone());
    Ok(Run {
        label: text(table, "label").unwrap_or_default(),
        program,
        arguments,
        counts: table.get("counts").and_then(toml::Value::as_bool) == Some(true),
        stops: tables(table, "stop"),
    })
}

/// Puts the steppers into a page, with their recordings.
///
/// # Errors
/// When a program cannot be recorded, or a stop fits no step.
pub fn fill(repo: &Repo, text: &str, run: bool) -> Result<String> {
    let mut result = String::with_capacity(text.len());
    for line in text.lines() {
        let inside = line
            .strip_prefix(MARK)
            .and_then(|rest| rest.strip_suffix(" -->"));
        match inside {
            Some(inside) => {
                let mut parts = inside.splitn(3, ' ');
                let (number, file, caption) = (parts.next(), parts.next(), parts.next());
                let (Some(number), Some(file), Some(caption)) = (number, file, caption) else {
                    bail!("a mark of a stepper is broken: {line}");
                };
                let html = element(repo, number, Path::new(file), caption, run);
                result.push_str(&html.with_context(|| file.to_owned())?);
            }
            None => result.push_str(line),
        }
        result.push('\n');
    }
    Ok(result)
}

fn element(repo: &Repo, number: &str, file: &Path, caption: &str, run: bool) -> Result<String> {
    let mut recordings = Vec::new();
    let mut tables = String::new();
    for wanted in runs(repo, file)? {
        let Some(mut recording) = recording::record(repo, &wanted.arguments, run)? else {
            return Ok("<p>(not recorded)</p>".to_owned());
        };
        let stops = stops(&recording, &wanted)?;
        tables.push_str(&table(&recording, &wanted.label, &stops));
        recording["label"] = wanted.label.into();
        recording["counts"] = wanted.counts.into();
        recording["stops"] = stops.iter().map(|(step, say)| json!([step, say])).collect();
        recordings.push(recording);
    }
    let count = recordings.len();
    let parts = recordings
        .iter()
        .map(|recording| parts(recording, count > 1));
    let parts = parts.max().unwrap_or(4);
    // `</` would end the script.
    let json = serde_json::to_string(&recordings)?.replace("</", "<\\/");
    Ok(format!(
        "<adder-stepper id=\"stepper-{number}\" data-panes=\"{count}\" style=\"--parts: {parts}; --rows: {}\">\n\
         <div class=\"waiting\"></div>\n\
         <script type=\"application/json\">{json}</script>\n\
         <figcaption><span class=\"number\">Stepper {number}</span> {caption}</figcaption>\n\
         <details class=\"table\"><summary>The steps as a table</summary>\n{tables}</details>\n\
         </adder-stepper>\n",
        parts.div_ceil(2)
    ))
}

/// How many parts the pane will have: as many as `pane.js` makes.
fn parts(recording: &Value, compact: bool) -> usize {
    let list = |value: &Value| value.as_array().is_some_and(|list| !list.is_empty());
    let any = |field: &str, is: &dyn Fn(&Value) -> bool| {
        let steps = recording["steps"].as_array();
        steps.into_iter().flatten().any(|step| is(&step[field]))
    };
    let codes = recording["codes"].as_array().map_or(0, Vec::len);
    let handlers = (0..codes).any(|code| list(&recording["codes"][code]["handlers"]));
    let blocks = any("blocks", &list) || handlers;
    let calls = codes > 1
        || any("calls", &|calls| {
            calls.as_array().is_some_and(|calls| calls.len() > 1)
        });
    let output = recording["output"].as_str() != Some("");
    let more = usize::from(calls) + usize::from(output);
    4 + usize::from(blocks) + if compact { 0 } else { more }
}

/// The step of each stop, and what is said there.
fn stops(recording: &Value, run: &Run) -> Result<Vec<(usize, String)>> {
    let steps = recording::steps(recording);
    let mut found = Vec::new();
    let mut from = 0;
    for stop in &run.stops {
        let say = text(stop, "say").context("a stop has no `say`")?;
        let nth = stop
            .get("nth")
            .and_then(toml::Value::as_integer)
            .unwrap_or(1);
        let nth = usize::try_from(nth - 1).context("`nth` counts from 1")?;
        let end = stop.get("end").and_then(toml::Value::as_bool) == Some(true);
        let fitting = (from..steps.len()).filter(|at| match end {
            true => at + 1 == steps.len(),
            false => fits(&steps[*at], stop),
        });
        let Some(at) = fitting.into_iter().nth(nth) else {
            bail!("{}: no step fits the stop that says: {say}", run.program);
        };
        found.push((at, marked_up(&say)));
        from = at + 1;
    }
    Ok(found)
}

fn fits(step: &Step<'_>, stop: &Table) -> bool {
    stop.iter().all(|(name, value)| match name.as_str() {
        "instruction" => value.as_str().is_some_and(|wanted| {
            let is = step.instruction_text();
            is == wanted || is.split(' ').next() == Some(wanted)
        }),
        "line" => step.line().map(u64::cast_signed) == value.as_integer(),
        "function" => value.as_str() == Some(step.function()),
        "rewritten" => value.as_bool() == Some(step.rewritten()),
        "say" | "nth" => true,
        _ => false,
    })
}

/// `code` and *emphasis*, which is all that a sentence needs.
fn marked_up(text: &str) -> String {
    let mut html = String::new();
    for (number, part) in text.split('`').enumerate() {
        if number % 2 == 1 {
            html.push_str(&format!("<code>{}</code>", escape(part)));
            continue;
        }
        for (number, part) in part.split('*').enumerate() {
            match number % 2 {
                1 => html.push_str(&format!("<em>{}</em>", escape(part))),
                _ => html.push_str(&escape(part)),
            }
        }
    }
    html
}

/// The steps for paper, and for who has no script. It holds no empty line, which would end the
/// HTML.
fn table(recording: &Value, label: &str, stops: &[(usize, String)]) -> String {
    let mut html = String::from("<table>");
    if !label.is_empty() {
        html.push_str(&format!("<caption>{}</caption>", escape(label)));
    }
    html.push_str(
        "<thead><tr><th>step</th><th>line</th><th>instruction</th><th>stack</th><th>variables</th></tr></thead><tbody>\n",
    );
    let code = |text: &str| match text {
        "" => String::new(),
        text => format!("<code class=\"nohighlight\">{}</code>", escape(text)),
    };
    let instruction = |step: &Step<'_>| {
        let name = code(step.quick().unwrap_or(&step.instruction_text()));
        match step.cache() {
            Some(cache) if step.quick().is_some() => format!("{name}<br>{}", escape(&cache)),
            _ => name,
        }
    };
    let mut before = String::new();
    for (at, step) in recording::steps(recording).iter().enumerate() {
        for (_, say) in stops.iter().filter(|(stop, _)| *stop == at) {
            html.push_str(&format!(
                "<tr><td></td><td colspan=\"4\"><em>{say}</em></td></tr>\n"
            ));
        }
        let line = step.line().map_or(String::new(), |line| line.to_string());
        let locals = step.locals().join(", ");
        html.push_str(&format!(
            "<tr><td>{}</td><td>{line}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            at + 1,
            instruction(step),
            code(&step.stack().join(" │ ")),
            code(if locals == before { "" } else { &locals }),
        ));
        before = locals;
    }
    html.push_str("</tbody></table>\n");
    html
}

/// Joins the modules of the player into one script, `theme/stepper.js`: a page opened from disk may
/// not load modules.
///
/// # Errors
/// When one is not there, or the script cannot be written.
pub fn write_script(root: &Path) -> Result<()> {
    let folder = root.join("theme/stepper");
    if !folder.is_dir() {
        return Ok(());
    }
    let mut script = String::from("(() => {\n\"use strict\";\n");
    for module in MODULES {
        let file = folder.join(format!("{module}.js"));
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        for line in text.lines().filter(|line| !line.starts_with("import ")) {
            script.push_str(line.strip_prefix("export ").unwrap_or(line));
            script.push('\n');
        }
    }
    script.push_str("})();\n");
    let joined = root.join("theme/stepper.js");
    if fs::read_to_string(&joined).ok().as_ref() != Some(&script) {
        fs::write(&joined, script)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recording() -> Value {
        json!({
            "codes": [{"name": "f", "instructions": [
                [0, "LOAD_FAST", 0, "a", 1, null, 0],
                [2, "RETURN_VALUE", null, "", 2, null, 0],
            ]}],
            "values": [["int", "1"]],
            "steps": [
                {"code": 0, "at": 0, "locals": [["a", 0], ["b", -1]], "stack": []},
                {"at": 1, "stack": [0]},
            ],
        })
    }

    fn stop(text: &str) -> Run {
        let stops = vec![text.parse().unwrap()];
        Run {
            program: "x.pyc".into(),
            label: String::new(),
            arguments: Vec::new(),
            counts: false,
            stops,
        }
    }

    #[test]
    fn a_stop_is_where_everything_fits() {
        let found = |text| stops(&recording(), &stop(text)).map(|stops| stops[0].0);
        assert_eq!(found("say = 'x'").unwrap(), 0);
        assert_eq!(found("say = 'x'\ninstruction = 'LOAD_FAST a'").unwrap(), 0);
        assert_eq!(found("say = 'x'\nline = 2\nfunction = 'f'").unwrap(), 1);
        assert_eq!(found("say = 'x'\nend = true").unwrap(), 1);
        assert!(found("say = 'x'\nline = 3").is_err());
        assert!(found("say = 'x'\nlines = 2").is_err());
    }

    #[test]
    fn a_step_of_the_table_is_whole() {
        let html = table(&recording(), "", &[(1, marked_up("`a` is *there*"))]);
        assert!(html.contains("<td>LOAD_FAST a</td>") || html.contains(">LOAD_FAST a</code>"));
        assert!(html.contains("<em><code>a</code> is <em>there</em></em>"));
        assert!(html.contains("a = 1"), "{html}");
    }
}
