//! Where are the notes of an exception shown? Below it (3.11, PEP 678).
#![forbid(unsafe_code)]

use super::Printer;
use objects::Object;
use types::{Bytes, PyResult, as_str};

/// `print_exception_notes`
pub(super) fn write_notes(printer: &mut Printer<'_>, exception: &Object) -> PyResult<()> {
    let t = printer.t;
    let Ok(Some(notes)) = t.find_attribute(exception, &t.names.notes) else {
        return Ok(());
    };
    let text = as_str(&notes).is_some() || notes.downcast::<Bytes>().is_some();
    let is_sequence = t.type_of(&notes).slots.item.get().is_some();
    if text || !is_sequence {
        printer.margin();
        match t.repr(&notes) {
            Ok(repr) => printer.out.object(repr.as_object())?,
            Err(_) => printer.out.text("<__notes__ repr() failed>"),
        }
        printer.out.text("\n");
        return Ok(());
    }
    for note in t.collect(&notes)? {
        match t.to_str(&note) {
            Ok(note) => {
                let chars: Vec<u32> = note.chars().iter().collect();
                for line in split_lines(&chars) {
                    printer.margin();
                    printer.out.chars(line);
                }
            }
            Err(_) => printer.out.text("<note str() failed>"),
        }
        printer.out.text("\n");
    }
    Ok(())
}

/// Lines with their ends, as `str.splitlines(True)` cuts them.
fn split_lines(text: &[u32]) -> Vec<&[u32]> {
    const CARRIAGE_RETURN: u32 = 0x0D;
    const LINE_FEED: u32 = 0x0A;
    let mut lines = vec![];
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest
            .iter()
            .position(|&char| matches!(char, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029));
        let length = match end {
            None => rest.len(),
            Some(at) => match rest[at..] {
                [CARRIAGE_RETURN, LINE_FEED, ..] => at + 2,
                _ => at + 1,
            },
        };
        let (line, after) = rest.split_at(length);
        lines.push(line);
        rest = after;
    }
    lines
}
