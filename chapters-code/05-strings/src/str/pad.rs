//! How is a string made to fill a width? `center`, `ljust`, `rjust`, `zfill`,
//! `expandtabs`.

use crate::builder::Builder;
use crate::text::{this, unchanged};
use objects::Object;
use types::{Args, ErrorKind, Parameters, PyResult, Raised, Thread, as_str, check_count};

fn width_argument(t: &Thread, argument: &Object) -> PyResult<usize> {
    let width = t.index_or(argument, ErrorKind::OverflowError)?;
    t.charge(width.max(0) as u64 / 1024)?;
    Ok(usize::try_from(width).unwrap_or(0))
}

/// The fill character, a space if none is given.
fn fill_argument(t: &Thread, argument: Option<&Object>) -> PyResult<u32> {
    let Some(argument) = argument else {
        return Ok(b' '.into());
    };
    let Some(fill) = as_str(argument) else {
        let kind = t.type_name(argument);
        return Err(t.type_error(format!(
            "The fill character must be a unicode character, not {kind}"
        )));
    };
    match (fill.len(), fill.chars().get(0)) {
        (1, Some(char)) => Ok(char),
        _ => Err(t.type_error("The fill character must be exactly one character long")),
    }
}

fn too_long(t: &Thread) -> Raised {
    t.overflow_error("padded string is too long")
}

/// The string with `left` and `right` fill characters around it.
fn pad(t: &Thread, object: &Object, left: usize, right: usize, fill: u32) -> PyResult {
    if left == 0 && right == 0 {
        return unchanged(t, object);
    }
    let text = this(t, object)?;
    let length = left
        .checked_add(right)
        .and_then(|around| around.checked_add(text.len()));
    if length.is_none_or(|length| i64::try_from(length).is_err()) {
        return Err(too_long(t));
    }
    let mut builder = Builder::with_capacity(left + right + text.len())?;
    builder.fill(left, fill)?;
    builder.push_str(text)?;
    builder.fill(right, fill)?;
    builder.finish(t)
}

/// Reads width and fill, and pads by what `share` gives to the left of what is missing.
fn justify(
    t: &Thread,
    name: &str,
    object: &Object,
    args: &[Object],
    share: fn(usize, usize) -> usize,
) -> PyResult {
    check_count(t, name, args.len(), 1, 2)?;
    let width = width_argument(t, &args[0])?;
    let fill = fill_argument(t, args.get(1))?;
    let missing = width.saturating_sub(this(t, object)?.len());
    let left = share(missing, width);
    pad(t, object, left, missing - left, fill)
}

pub(super) fn ljust(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    justify(t, "ljust", object, args, |_, _| 0)
}

pub(super) fn rjust(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    justify(t, "rjust", object, args, |missing, _| missing)
}

pub(super) fn center(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    justify(t, "center", object, args, crate::text::left_share)
}

pub(super) fn zfill(t: &Thread, object: &Object, width: &Object) -> PyResult {
    let width = width_argument(t, width)?;
    let text = this(t, object)?;
    let missing = width.saturating_sub(text.len());
    let sign = text
        .chars()
        .get(0)
        .filter(|&char| char == 0x2B || char == 0x2D);
    let (true, Some(sign)) = (missing > 0, sign) else {
        return pad(t, object, missing, 0, b'0'.into());
    };
    let mut builder = Builder::with_capacity(width)?;
    builder.push(sign);
    builder.fill(missing, b'0'.into())?;
    builder.push_chars(text.chars().slice(1..text.len()))?;
    builder.finish(t)
}

pub(super) fn expand_tabs(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("expandtabs", &["tabsize"], 0);
    let [size] = t.arguments(&PARAMETERS, args)?;
    let size = crate::text::c_int(t, size, 8)?;
    let size = usize::try_from(size).unwrap_or(0);
    let text = this(t, object)?;
    if !text.chars().iter().any(|char| char == 0x09) {
        return unchanged(t, object);
    }
    let mut builder = Builder::new();
    let mut column = 0usize;
    for char in text.chars().iter() {
        match char {
            0x09 if size > 0 => {
                let more = size - column % size;
                builder.fill(more, b' '.into())?;
                column += more;
            }
            0x09 => (),
            0x0A | 0x0D => {
                builder.push(char);
                column = 0;
            }
            _ => {
                builder.push(char);
                column += 1;
            }
        }
    }
    builder.finish(t)
}
