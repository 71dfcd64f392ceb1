//! What of CPython is there, and what is not? The names of `programs/names`, which CPython printed,
//! against those of the running machine.

use super::book::{Result, root};
use super::machine;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use types::{HashSeed, MemoryHost, Str, Table, Thread, Type, Version, as_str};

/// One table per version: programs, builtins, and the attributes of the builtin types.
pub fn tables() -> Result<String> {
    let mut text = String::new();
    for (version, number) in [(Version::V310, "310"), (Version::V311, "311")] {
        let t = machine::with_host(version, HashSeed::Fixed, Box::new(MemoryHost::default()))
            .map_err(|raised| format!("no machine: {raised:?}"))?;
        let names = fs::read_to_string(root().join(format!("programs/names/{number}.txt")))?;
        writeln!(text, "## {version}\n")?;
        writeln!(
            text,
            "{} programs of `programs/{number}` print what CPython {version} printed: output, errors and exit status.\n",
            recorded(number)?
        )?;
        text.push_str("| Of | there | of | not there |\n|---|--:|--:|---|\n");
        t.enter(machine::STACK, |t| {
            for line in names.lines() {
                if let Some((owner, wanted)) = line.split_once(": ") {
                    text.push_str(&row(t, owner, wanted));
                }
            }
        });
        text.push('\n');
    }
    Ok(text)
}

fn recorded(number: &str) -> Result<usize> {
    let entries = fs::read_dir(root().join("programs").join(number))?.flatten();
    let outputs = entries.filter(|entry| entry.path().extension().is_some_and(|e| e == "out"));
    Ok(outputs.count())
}

fn row(t: &Thread, owner: &str, wanted: &str) -> String {
    let wanted: BTreeSet<&str> = wanted.split_whitespace().collect();
    let Some(there) = names_of(t, owner) else {
        let count = wanted.len();
        return format!("| {owner} | 0 | {count} | all of it: there is no such type |\n");
    };
    let missing: Vec<String> = wanted
        .iter()
        .filter(|name| !there.contains(**name))
        .map(|name| format!("`{name}`"))
        .collect();
    let count = wanted.len() - missing.len();
    format!(
        "| {owner} | {count} | {} | {} |\n",
        wanted.len(),
        missing.join(" ")
    )
}

/// The names in the builtins, or of a type and its bases.
fn names_of(t: &Thread, owner: &str) -> Option<BTreeSet<String>> {
    let name = |name: &str| t.intern(name).ok();
    let module = t.modules.get_name(&name("builtins")?)?;
    let builtins = module.downcast::<imports::Module>()?.dict()?;
    if owner == "builtins" {
        return Some(keys(&builtins.table));
    }
    let types = &t.types;
    let kind = match owner {
        "function" => types.function,
        "generator" => types.generator,
        "coroutine" => types.coroutine,
        "async_generator" => types.async_generator,
        "code" => types.code,
        "cell" => types.cell,
        "module" => types.module,
        "method" => types.method,
        "builtin_function_or_method" => types.native_function,
        "mappingproxy" => types.mapping_proxy,
        "frame" => types.frame,
        _ => {
            let object = builtins.get_name(&name(owner)?)?;
            let kind = object.into_owned::<Type>().ok()?;
            return Some(inherited(&kind));
        }
    };
    Some(inherited(kind))
}

/// What an instance of the type has: its own names and those of its bases.
fn inherited(kind: &Type) -> BTreeSet<String> {
    let kinds = std::iter::once(kind.object()).chain(kind.mro());
    let namespaces = kinds.filter_map(|kind| kind.namespace()?.copy().ok());
    namespaces.flat_map(|names| keys(&names)).collect()
}

fn keys(table: &Table) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut place = 0;
    while let Some((key, _)) = table.next(&mut place) {
        found.extend(as_str(&key).map(Str::to_text));
    }
    found
}
