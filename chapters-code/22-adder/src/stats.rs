//! What did specialization do in a run? `adder stats` tells, for each family of instructions
//! and for each site, as text or as JSON.

use crate::host::System;
use crate::options::Stats;
use crate::trace::World;
use crate::{machine, run};
use code_objects::Pyc;
use specializer::{Counts, SiteCounts, Statistics};
use std::fmt::Write;
use std::rc::Rc;
use types::{Raised, Thread, Version};

/// `adder stats`: the exit status. What the program prints to standard output is left out.
pub fn stats(options: &Stats) -> u8 {
    let (bytes, version) = match run::read(&options.file) {
        Ok(file) => file,
        Err(status) => return status,
    };
    if version != Version::V311 {
        let what = format!("CPython {version} specializes nothing: a file of 3.11 is needed");
        return run::complain(&options.file, what);
    }
    let seed = match machine::hash_seed(&System::new()) {
        Ok(seed) => seed,
        Err(message) => return run::complain(&options.file, message),
    };
    let world = World::new(Rc::default());
    let t = match machine::with_host(version, seed, Box::new(world)) {
        Ok(t) => t,
        Err(raised) => return run::complain(&options.file, format!("no machine: {raised:?}")),
    };
    let statistics = specializer::count(&t);
    let ended = t.enter(machine::STACK, |t| {
        let ended = run_file(t, options, &bytes);
        let status = ended.map_or_else(|raised| exceptions::exit_status(t, raised), |()| 0);
        imports::finish(t);
        u8::try_from(status).unwrap_or(1)
    });
    let text = match options.json {
        true => json(statistics),
        false => table(statistics, options.sites),
    };
    run::show(&text).max(ended)
}

fn run_file(t: &Thread, options: &Stats, bytes: &[u8]) -> Result<(), Raised> {
    let code = Pyc::read(t, bytes)?.code;
    imports::run_main(t, code, &options.file, &options.arguments)
}

/// A part of a whole, in percent.
fn percent(part: u64, whole: u64) -> String {
    match whole {
        0 => "–".to_owned(),
        _ => format!("{:.1}", 100.0 * part as f64 / whole as f64),
    }
}

/// The families as a table, the reasons of failures, and the sites that missed or failed most.
fn table(statistics: &Statistics, sites: usize) -> String {
    let families = statistics.families();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{:16} {:>11} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
        "family", "executions", "hit %", "miss %", "wait %", "plain%", "made", "failed", "deopts"
    );
    for (family, counts) in &families {
        let all = counts.executions();
        let _ = writeln!(
            out,
            "{family:16} {all:>11} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
            percent(counts.hits, all),
            percent(counts.misses, all),
            percent(counts.deferred, all),
            percent(counts.plain, all),
            counts.specialized,
            counts.failed(),
            counts.deopts,
        );
    }
    for (family, counts) in &families {
        for (reason, count) in &counts.failures {
            let _ = writeln!(out, "{family}: {count} times {}", reason.name());
        }
    }
    for site in worst(statistics.sites(), sites) {
        let line = site.line.map_or("?".to_owned(), |line| line.to_string());
        let counts = &site.counts;
        let _ = writeln!(
            out,
            "{}, line {line}, offset {}: {} ({} hits, {} misses, {} failures)",
            site.function,
            site.offset,
            site.now,
            counts.hits,
            counts.misses,
            counts.failed()
        );
    }
    out
}

/// The sites where most executions were neither hits nor, for want of a specialization, plain.
fn worst(mut sites: Vec<SiteCounts>, count: usize) -> Vec<SiteCounts> {
    let lost = |counts: &Counts| counts.misses + counts.deferred + counts.failed();
    sites.retain(|site| lost(&site.counts) > 0);
    sites.sort_by_key(|site| std::cmp::Reverse(lost(&site.counts)));
    sites.truncate(count);
    sites
}

fn json(statistics: &Statistics) -> String {
    let families: Vec<String> = statistics
        .families()
        .iter()
        .map(|(family, counts)| format!("    {}: {}", quoted(family), object(counts)))
        .collect();
    let sites: Vec<String> = statistics.sites().iter().map(site).collect();
    format!(
        "{{\n  \"schema\": 1,\n  \"families\": {{\n{}\n  }},\n  \"sites\": [\n{}\n  ]\n}}\n",
        families.join(",\n"),
        sites.join(",\n")
    )
}

fn site(site: &SiteCounts) -> String {
    format!(
        "    {{\"function\": {}, \"line\": {}, \"offset\": {}, \"family\": {}, \"now\": {}, \
         \"counts\": {}}}",
        quoted(&site.function),
        site.line.map_or("null".to_owned(), |line| line.to_string()),
        site.offset,
        quoted(site.family),
        quoted(site.now),
        object(&site.counts)
    )
}

fn object(counts: &Counts) -> String {
    let failures: Vec<String> = counts
        .failures
        .iter()
        .map(|(reason, count)| format!("{}: {count}", quoted(reason.name())))
        .collect();
    format!(
        "{{\"executions\": {}, \"specialized\": {}, \"deferred\": {}, \"hits\": {}, \
         \"misses\": {}, \"deopts\": {}, \"plain\": {}, \"failures\": {{{}}}}}",
        counts.executions(),
        counts.specialized,
        counts.deferred,
        counts.hits,
        counts.misses,
        counts.deopts,
        counts.plain,
        failures.join(", ")
    )
}

/// A string in JSON.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            ' '.. => out.push(char),
            _ => {
                let _ = write!(out, "\\u{:04x}", u32::from(char));
            }
        }
    }
    out.push('"');
    out
}
