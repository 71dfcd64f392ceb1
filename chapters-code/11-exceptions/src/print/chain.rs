//! In which order are exceptions shown that led to each other, and those of a group?
#![forbid(unsafe_code)]

use super::Printer;
use crate::exception::Exception;
use crate::group::{is_group, members};
use objects::{Object, Word};
use std::collections::HashSet;
use types::PyResult;

const CAUSE: &str = "The above exception was the direct cause of the following exception:\n";
const CONTEXT: &str = "During handling of the above exception, another exception occurred:\n";

/// A group shows at most so many of its exceptions, and is shown to this depth.
const MAX_GROUP_WIDTH: usize = 15;
const MAX_GROUP_DEPTH: usize = 10;

/// Writes an exception and all that led to it.
pub(super) fn write_chain(printer: &mut Printer<'_>, exception: &Object) -> PyResult<()> {
    write(printer, exception, &mut HashSet::new())
}

fn write(printer: &mut Printer<'_>, exception: &Object, seen: &mut HashSet<Word>) -> PyResult<()> {
    let need_close = printer.need_close;
    // The newest first; with each but the first how it leads to the one before.
    let mut chain = vec![(exception.clone(), None)];
    seen.insert(exception.word());
    while let Some((earlier, link)) = chain.last().and_then(|(own, _)| led_to(own)) {
        if !seen.insert(earlier.word()) {
            break;
        }
        chain.push((earlier, Some(link)));
    }
    while let Some((exception, link)) = chain.pop() {
        match is_group(printer.t, &exception) {
            true => write_group(printer, &exception, seen)?,
            false => printer.exception(&exception)?,
        }
        if let Some(link) = link {
            printer.need_close = need_close;
            for line in ["\n", link, "\n"] {
                printer.margin();
                printer.out.text(line);
            }
        }
    }
    Ok(())
}

/// The exception before this one, and what is said between the two.
fn led_to(exception: &Object) -> Option<(Object, &'static str)> {
    let exception = exception.downcast::<Exception>()?;
    if let Some(cause) = exception.cause.get() {
        return Some((cause, CAUSE));
    }
    if exception.suppress_context.get() {
        return None;
    }
    Some((exception.context.get()?, CONTEXT))
}

/// `print_exception_group`
fn write_group(
    printer: &mut Printer<'_>,
    group: &Object,
    seen: &mut HashSet<Word>,
) -> PyResult<()> {
    if printer.depth > MAX_GROUP_DEPTH {
        printer.margin();
        let line = format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n");
        printer.out.text(&line);
        return Ok(());
    }
    let _guard = printer.t.enter_native(" in print_exception_group")?;
    if printer.depth == 0 {
        printer.depth = 1;
    }
    printer.exception(group)?;
    let members = members(printer.t, group)?;
    let shown = members.len().min(MAX_GROUP_WIDTH + 1);
    printer.need_close = false;
    for (at, member) in members.iter().take(shown).enumerate() {
        let last = at + 1 == shown;
        if last {
            // An inner group may write the last line instead of us.
            printer.need_close = true;
        }
        let cut = at >= MAX_GROUP_WIDTH;
        let number = if cut {
            "...".to_owned()
        } else {
            (at + 1).to_string()
        };
        let corner = if at == 0 { "+-" } else { "  " };
        printer.indent();
        let line = format!("{corner}+---------------- {number} ----------------\n");
        printer.out.text(&line);
        printer.depth += 1;
        if cut {
            let left = members.len() - MAX_GROUP_WIDTH;
            let plural = if left > 1 { "s" } else { "" };
            printer.margin();
            printer
                .out
                .text(&format!("and {left} more exception{plural}\n"));
        } else {
            write(printer, member, seen)?;
        }
        if last && printer.need_close {
            printer.indent();
            printer.out.text("+------------------------------------\n");
            printer.need_close = false;
        }
        printer.depth -= 1;
    }
    if printer.depth == 1 {
        printer.depth = 0;
    }
    Ok(())
}
