//! Recordings for steppers: what is asked of one, making it by running `adder trace`, and the
//! steps in it.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::cache::{self, Cache};
use crate::progress;
use crate::repo::Repo;

/// The schema of `adder trace` that the pages understand.
const SCHEMA: u64 = 1;

/// The crate of the command.
const ADDER: &str = "adder";

/// More steps than this are no explanation.
const MOST_STEPS: usize = 400;

/// Runs a program of the repository and gives what `adder trace` writes; `arguments` are its
/// options and the file. With `run` false, only what is known already or can be had from a
/// command that is built.
///
/// # Errors
/// When it cannot be run, or is of another schema, or too long.
pub fn record(repo: &Repo, arguments: &[String], run: bool) -> Result<Option<Value>> {
    let krate = repo.find(ADDER).context("there is no crate `adder`")?;
    let cache = Cache::new(repo, "recordings");
    let key = cache::key_of(&(arguments, cache::inputs_of(repo, krate)?));
    let text = match cache.get(key) {
        Some(text) => text,
        None => {
            let built = repo.target.join("debug/adder");
            let mut command = match run {
                true => {
                    let mut cargo = Command::new("cargo");
                    cargo.args(["run", "--quiet", "-p", ADDER, "--"]);
                    cargo
                }
                false if built.is_file() => Command::new(built),
                false => return Ok(None),
            };
            let what = format!("  adder trace {}", arguments.join(" "));
            let text = progress::step(&what, || output_of(repo, &mut command, arguments))?;
            if run {
                cache.put(key, &text)?;
            }
            text
        }
    };
    let recording: Value = serde_json::from_str(&text).context("the recording")?;
    if recording["schema"] != SCHEMA {
        bail!("a recording of schema {}", recording["schema"]);
    }
    let left_out = recording["left_out"].as_u64().unwrap_or(0);
    let length = steps_of(&recording).len();
    if left_out > 0 || length > MOST_STEPS {
        bail!("{length} steps are too many (and {left_out} more): name fewer `functions`");
    }
    Ok(Some(recording))
}

fn output_of(repo: &Repo, command: &mut Command, arguments: &[String]) -> Result<String> {
    let output = command
        .arg("trace")
        .args(arguments)
        .env("PYTHONHASHSEED", "0")
        .current_dir(&repo.root)
        .output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn steps_of(recording: &Value) -> &[Value] {
    recording["steps"].as_array().map_or(&[], Vec::as_slice)
}

/// A step, whole.
pub struct Step<'a> {
    recording: &'a Value,
    fields: BTreeMap<&'a str, &'a Value>,
    /// What the instruction has been rewritten to.
    quick: Option<&'a str>,
    /// What is in the cache behind it.
    cache: Option<&'a Value>,
}

/// The steps of a recording, each whole.
pub fn steps(recording: &Value) -> Vec<Step<'_>> {
    let mut fields = BTreeMap::new();
    let mut names = BTreeMap::new();
    let mut caches = BTreeMap::new();
    let mut steps = Vec::new();
    for step in steps_of(recording) {
        let changed = step.as_object().into_iter().flatten();
        fields.extend(changed.map(|(name, value)| (name.as_str(), value)));
        for name in ["quick", "caches"] {
            if step.get(name).is_none() {
                fields.remove(name);
            }
        }
        let mut step = Step {
            recording,
            fields: fields.clone(),
            quick: None,
            cache: None,
        };
        let code = step.index("code");
        for rewritten in step.list("quick") {
            names.insert((code, rewritten[0].as_u64()), rewritten[1].as_str());
        }
        for refilled in step.list("caches") {
            caches.insert((code, refilled[0].as_u64()), &refilled[1]);
        }
        let at = (code, Some(step.index("at") as u64));
        step.quick = names.get(&at).copied().flatten();
        step.cache = caches.get(&at).copied();
        steps.push(step);
    }
    steps
}

impl<'a> Step<'a> {
    fn list(&self, field: &str) -> &'a [Value] {
        let list = self.fields.get(field).and_then(|list| list.as_array());
        list.map_or(&[], Vec::as_slice)
    }

    fn index(&self, field: &str) -> usize {
        let value = self.fields.get(field).and_then(|value| value.as_u64());
        value.map_or(0, |value| value as usize)
    }

    fn code(&self) -> &Value {
        &self.recording["codes"][self.index("code")]
    }

    fn instruction(&self) -> &Value {
        &self.code()["instructions"][self.index("at")]
    }

    /// The function that runs.
    pub fn function(&self) -> &str {
        self.code()["name"].as_str().unwrap_or_default()
    }

    /// The line of the source.
    pub fn line(&self) -> Option<u64> {
        self.instruction()[4].as_u64()
    }

    /// The instruction's name, and what its argument means.
    pub fn instruction_text(&self) -> String {
        let instruction = self.instruction();
        let text = |at: usize| instruction[at].as_str().unwrap_or_default();
        let argument = match (text(3), &instruction[2]) {
            ("", Value::Null) => String::new(),
            ("", number) => number.to_string(),
            (meaning, _) => meaning.to_owned(),
        };
        format!("{} {argument}", text(1)).trim_end().to_owned()
    }

    /// What the instruction has been rewritten to, if it has.
    pub fn quick(&self) -> Option<&str> {
        self.quick
    }

    /// What is in its inline cache, if there is anything: `counter 53, index 0`.
    pub fn cache(&self) -> Option<String> {
        let fields = self.instruction()[7].as_array()?.iter();
        let shown = fields.zip(self.cache?.as_array()?).map(|(field, value)| {
            let value = value.as_str().map_or(value.to_string(), str::to_owned);
            format!("{} {value}", field.as_str().unwrap_or_default())
        });
        Some(shown.collect::<Vec<_>>().join(", "))
    }

    /// Whether instructions were rewritten since the step before.
    pub fn rewritten(&self) -> bool {
        self.fields.contains_key("quick")
    }

    /// The value stack, from the bottom.
    pub fn stack(&self) -> Vec<String> {
        let values = self.list("stack").iter();
        values.map(|value| self.value(value)).collect()
    }

    /// The variables that hold something.
    pub fn locals(&self) -> Vec<String> {
        let bound = |entry: &&Value| entry[1] != -1 && entry[1][0] != -1;
        let locals = self.list("locals").iter().filter(bound);
        let shown = |entry: &Value| {
            let name = entry[0].as_str().unwrap_or_default();
            format!("{name} = {}", self.value(&entry[1]))
        };
        locals.map(shown).collect()
    }

    fn value(&self, value: &Value) -> String {
        let index = value.as_u64().or_else(|| value[0].as_u64());
        match index {
            Some(index) => {
                let text = &self.recording["values"][index as usize][1];
                text.as_str().unwrap_or_default().to_owned()
            }
            None => "–".to_owned(),
        }
    }
}

/// Whether a program's file is there.
///
/// # Errors
/// When it is not.
pub fn program(repo: &Repo, file: &str) -> Result<()> {
    let inside = Path::new(file).starts_with("programs") && !file.contains("..");
    if !inside || !repo.root.join(file).is_file() {
        bail!("there is no program {file}");
    }
    Ok(())
}
