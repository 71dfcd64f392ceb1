//! How is a traceback written? A line for each frame, and the line of source that ran.
#![forbid(unsafe_code)]

use super::Printer;
use super::carets;
use crate::exception::Exception;
use crate::group::is_group;
use crate::traceback::Traceback;
use code_objects::Code;
use objects::{Object, Owned};
use types::{PyResult, Thread, Version};

/// After so many equal lines the others are counted only.
const REPEATS_SHOWN: usize = 3;
/// Only so many frames are shown, the last ones, unless `sys.tracebacklimit` says otherwise.
const DEFAULT_LIMIT: i64 = 1000;

/// The traceback of an exception, if it has one.
pub(super) fn write_traceback(printer: &mut Printer<'_>, exception: &Object) -> PyResult<()> {
    let Some(traceback) = exception
        .downcast::<Exception>()
        .and_then(|e| e.traceback.get())
    else {
        return Ok(());
    };
    let Some(limit) = limit(printer.t) else {
        return Ok(());
    };
    let grouped = is_group(printer.t, exception);
    match (grouped, printer.depth) {
        (true, 1) => {
            printer.indent();
            printer.out.text("+ ");
        }
        _ => printer.margin(),
    }
    if grouped {
        printer.out.text("Exception Group ");
    }
    printer.out.text("Traceback (most recent call last):\n");
    write_entries(printer, &traceback, limit)
}

/// `sys.tracebacklimit`; `None`: nothing is shown.
fn limit(t: &Thread) -> Option<usize> {
    let given = || {
        let sys = t.modules.get_name(&t.intern("sys").ok()?)?;
        let name = t.intern("tracebacklimit").ok()?;
        t.find_attribute(&sys, &name).ok()??.as_small_int()
    };
    let limit = given().unwrap_or(DEFAULT_LIMIT);
    usize::try_from(limit).ok().filter(|&limit| limit > 0)
}

/// The entries of a traceback, the outermost frame first.
pub(crate) fn entries(first: &Object) -> Vec<Owned<Traceback>> {
    let mut entries = vec![];
    let mut next = Some(first.clone());
    while let Some(entry) = next.and_then(|entry| entry.into_owned::<Traceback>().ok()) {
        next = entry.next.get();
        entries.push(entry);
    }
    entries
}

/// What tells one line of a traceback from the next.
#[derive(PartialEq)]
struct Place {
    file: u64,
    line: i32,
    name: u64,
}

/// `tb_printinternal`
pub(crate) fn write_entries(
    printer: &mut Printer<'_>,
    first: &Object,
    limit: usize,
) -> PyResult<()> {
    let entries = entries(first);
    let start = entries.len().saturating_sub(limit);
    let mut last = None;
    let mut count = 0;
    for entry in &entries[start..] {
        let Some(code) = entry.frame.code() else {
            continue;
        };
        let line = entry.line().unwrap_or(-1);
        let place = Place {
            file: code.filename.as_object().word(),
            line,
            name: code.name.as_object().word(),
        };
        if line == -1 || last.as_ref() != Some(&place) {
            write_repeats(printer, count);
            last = Some(place);
            count = 0;
        }
        count += 1;
        if count <= REPEATS_SHOWN {
            write_entry(printer, entry, &code, line)?;
        }
    }
    write_repeats(printer, count);
    Ok(())
}

fn write_repeats(printer: &mut Printer<'_>, count: usize) {
    let Some(hidden @ 1..) = count.checked_sub(REPEATS_SHOWN) else {
        return;
    };
    let plural = if hidden > 1 { "s" } else { "" };
    let line = format!("  [Previous line repeated {hidden} more time{plural}]\n");
    printer.out.text(&line);
}

/// `tb_displayline`
fn write_entry(
    printer: &mut Printer<'_>,
    entry: &Traceback,
    code: &Code,
    line: i32,
) -> PyResult<()> {
    printer.margin();
    printer.out.text("  File \"");
    printer.out.object(code.filename.as_object())?;
    printer.out.text(&format!("\", line {line}, in "));
    printer.out.object(code.name.as_object())?;
    printer.out.text("\n");
    let file = code.filename.to_text();
    let Some(source) = printer.sources.line(&file, line) else {
        return Ok(());
    };
    let shown = source.trim_start_matches([' ', '\t', '\x0C']);
    printer.margin();
    printer.out.text(&format!("    {shown}\n"));
    if printer.t.version == Version::V311
        && let Some(carets) = carets::carets(code, entry.last_instruction(), &source)
    {
        printer.margin();
        printer.out.text(&format!("{carets}\n"));
    }
    Ok(())
}
