//! Where is a `SyntaxError`? It names a place in a source text itself, instead of a frame.
#![forbid(unsafe_code)]

use super::Printer;
use objects::Object;
use types::{PyResult, Thread, as_str};

/// What a `SyntaxError` says of its place.
struct Place {
    message: Object,
    filename: Option<Object>,
    line: i64,
    column: i64,
    end_line: i64,
    end_column: i64,
    text: Option<Object>,
}

/// Writes the place of an exception that has one, and gives back what then stands for the
/// exception itself: the bare message.
pub(super) fn write_place(
    printer: &mut Printer<'_>,
    exception: &Object,
) -> PyResult<Option<Object>> {
    let t = printer.t;
    let name = t.intern("print_file_and_line")?;
    if !matches!(t.find_attribute(exception, &name), Ok(Some(_))) {
        return Ok(None);
    }
    // An error that is not what it should be is shown like any other.
    let Some(place) = place(t, exception) else {
        return Ok(None);
    };
    printer.margin();
    printer.out.text("  File \"");
    match &place.filename {
        Some(filename) => printer.out.object(t.to_str(filename)?.as_object())?,
        None => printer.out.text("<string>"),
    }
    printer.out.text(&format!("\", line {}\n", place.line));
    if let Some(text) = place.text.as_ref().and_then(as_str) {
        let bytes = text.to_utf8().map_or(-1, |text| text.len() as i64);
        let mut end = place.end_column;
        if place.end_line > place.line {
            // Only the first line is shown, marked to its end.
            end = bytes;
        }
        if bytes >= 0 {
            end = end.min(bytes + 1);
        }
        if let Some(text) = text.to_utf8() {
            write_text(printer, &text, place.column, end);
        }
    }
    Ok(Some(place.message))
}

/// `parse_syntax_error`
fn place(t: &Thread, exception: &Object) -> Option<Place> {
    let attribute = |name: &str| {
        let name = t.intern(name).ok()?;
        t.find_attribute(exception, &name).ok()?
    };
    let or_nothing = |value: Object| (!value.is_none()).then_some(value);
    let number = |name: &str, default: i64| match attribute(name)? {
        value if value.is_none() => Some(default),
        value => value.as_small_int(),
    };
    Some(Place {
        message: attribute("msg")?,
        filename: or_nothing(attribute("filename")?),
        line: attribute("lineno")?.as_small_int()?,
        column: number("offset", -1)?,
        end_line: number("end_lineno", attribute("lineno")?.as_small_int()?)?,
        end_column: number("end_offset", -1)?,
        text: or_nothing(attribute("text")?),
    })
}

/// The line, and marks below it. Columns count from one (`print_error_text`).
fn write_text(printer: &mut Printer<'_>, text: &str, column: i64, end: i64) {
    let marks = if end > 0 && end > column {
        end - column
    } else {
        1
    };
    let shown = text.trim_start_matches([' ', '\t', '\x0C']);
    let mut column = column - 1 - (text.len() - shown.len()) as i64;
    let mut shown = shown.strip_suffix('\n').unwrap_or(shown);
    column = column.min(shown.len() as i64);
    // Of several lines the one that the column is in counts.
    while let Some(at) = shown.find('\n')
        && (at as i64) < column
    {
        shown = &shown[at + 1..];
        column -= at as i64 + 1;
    }
    printer.out.text(&format!("    {shown}\n"));
    if column >= 0 {
        printer.out.text("    ");
        (0..column).for_each(|_| printer.out.text(" "));
        (0..marks).for_each(|_| printer.out.text("^"));
        printer.out.text("\n");
    }
}
