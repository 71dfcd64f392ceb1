//! What does an error in a source text hold? Where it is, and the line.
#![forbid(unsafe_code)]

use crate::base;
use crate::exception::Exception;
use crate::fields::syntax;
use objects::Object;
use types::{Args, PyResult, Thread, as_str};

/// The fields of the second argument, in its order.
const DETAILS: [usize; 6] = [
    syntax::FILENAME,
    syntax::LINENO,
    syntax::OFFSET,
    syntax::TEXT,
    syntax::END_LINENO,
    syntax::END_OFFSET,
];

/// `SyntaxError(message, (filename, lineno, offset, text[, end_lineno, end_offset]))`
pub(crate) fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    base::init(t, object, args)?;
    let exception = Exception::of(t, object)?;
    if let Some(message) = args.plain().first() {
        exception.fields[syntax::MSG].set(message.clone());
    }
    let [_, details] = args.plain() else {
        return Ok(());
    };
    let details = t.collect(details)?;
    let bound = match details.len() {
        0..4 => Some("at least 4"),
        4..=6 => None,
        _ => Some("at most 6"),
    };
    if let Some(bound) = bound {
        let given = details.len();
        return Err(t.type_error(format!("function takes {bound} arguments ({given} given)")));
    }
    for (at, place) in DETAILS.into_iter().enumerate() {
        drop(exception.fields[place].replace(details.get(at).cloned()));
    }
    if details.len() == 5 {
        let message = "end_offset must be provided when end_lineno is provided";
        return Err(t.type_error(message));
    }
    Ok(())
}

/// `message (file.py, line 3)`
pub(crate) fn str(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    let field = |place: usize| exception.fields[place].get();
    let message = field(syntax::MSG).unwrap_or(Object::none());
    let message = t.to_str(&message)?;
    let filename = field(syntax::FILENAME);
    let filename = filename.as_ref().and_then(as_str).map(|name| {
        let name = name.to_text();
        name.rsplit('/').next().unwrap_or_default().to_owned()
    });
    let line = field(syntax::LINENO).filter(|line| t.is_exact(line, t.types.int));
    let line = line.as_ref().map(|line| t.to_str(line)).transpose()?;
    let place = match (filename, line) {
        (None, None) => return Ok(message.into_object()),
        (Some(file), Some(line)) => format!(" ({file}, line {})", line.to_text()),
        (Some(file), None) => format!(" ({file})"),
        (None, Some(line)) => format!(" (line {})", line.to_text()),
    };
    let mut out = strings::Builder::new();
    out.push_str(&message)?;
    out.push_text(&place);
    out.finish(t)
}
