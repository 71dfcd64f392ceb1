//! How is a code object printed as CPython's `dis` prints it?

mod code_info;
mod listing;
mod object;
mod view;

use std::fmt::Write;

pub use code_info::{code_info, flag_names};
use listing::Listing;
pub use listing::{Line, listing};
pub use object::CodeObject;
pub use view::{CodeView, DisError, NameList, Numbers, Options};

/// Prints a code object and the code objects among its constants, and theirs, as
/// `dis.dis(code)` does.
///
/// # Errors
///
/// If a code object's bytes are not code, or an argument says something that is not there,
/// or `out` fails. What was printed before stays printed.
pub fn dis<V: CodeView>(view: V, options: Options, out: &mut dyn Write) -> Result<(), DisError> {
    disassemble(&view, options, out)?;
    // A loop with its own stack: code objects can be nested deeper than the host's.
    let mut open = vec![(view, 0)];
    while let Some((view, next)) = open.last_mut() {
        let index = *next;
        *next += 1;
        if index >= view.constant_count() {
            open.pop();
        } else if let Some(nested) = view.nested(index) {
            let repr = view
                .constant_repr(index)
                .transpose()
                .map_err(DisError::Repr)?;
            writeln!(out, "\nDisassembly of {}:", repr.unwrap_or_default())?;
            // The arrow is for the outermost code object only.
            disassemble(
                &nested,
                Options {
                    current: None,
                    ..options
                },
                out,
            )?;
            open.push((nested, 0));
        }
    }
    Ok(())
}

/// Prints one code object, without those in it, as `dis.disassemble(code)` does.
///
/// # Errors
///
/// As [`dis`].
pub fn disassemble<V: CodeView>(
    view: &V,
    options: Options,
    out: &mut dyn Write,
) -> Result<(), DisError> {
    let listing = Listing::new(view, options)?;
    let columns = Columns::new(&listing);
    for line in &listing.lines {
        if columns.line > 0 && line.starts_line.is_some() && line.offset > 0 {
            writeln!(out)?;
        }
        columns.print(line, options.current == Some(line.offset), out)?;
    }
    if !listing.handlers.is_empty() {
        writeln!(out, "ExceptionTable:")?;
    }
    for entry in &listing.handlers {
        let lasti = if entry.lasti { " lasti" } else { "" };
        // The last instruction of the stretch; signed, for a stretch of none at the start.
        let last = entry.end as i64 - 2;
        writeln!(
            out,
            "  {} to {last} -> {} [{}]{lasti}",
            entry.start, entry.target, entry.depth
        )?;
    }
    Ok(())
}

/// How wide the columns of numbers are.
struct Columns {
    /// 0 if the code object has no lines: then the column is not there.
    line: usize,
    offset: usize,
}

impl Columns {
    fn new(listing: &Listing) -> Self {
        let digits = |number: &dyn ToString| number.to_string().len();
        let line = match listing.last_line {
            None => 0,
            Some(last) if last >= 1000 => digits(&last),
            Some(_) => 3,
        };
        let last_offset = listing.code_length.saturating_sub(2);
        let offset = if last_offset >= 10_000 {
            digits(&last_offset)
        } else {
            4
        };
        Self { line, offset }
    }

    fn print(&self, line: &Line, current: bool, out: &mut dyn Write) -> Result<(), DisError> {
        let mut text = String::new();
        if self.line > 0 {
            let number = line
                .starts_line
                .map(|number| number.to_string())
                .unwrap_or_default();
            write!(text, "{number:>width$} ", width = self.line)?;
        }
        let arrow = if current { "-->" } else { "" };
        let mark = if line.is_jump_target { ">>" } else { "" };
        let offset = line.offset;
        write!(
            text,
            "{arrow:3} {mark:2} {offset:>width$} {:20}",
            line.name,
            width = self.offset
        )?;
        if let Some(argument) = line.argument {
            write!(text, " {argument:>5}")?;
            if !line.meaning.is_empty() {
                write!(text, " ({})", line.meaning)?;
            }
        }
        Ok(writeln!(out, "{}", text.trim_end())?)
    }
}
