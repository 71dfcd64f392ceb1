//! What objects and errors look like.

use objects::Object;
use types::{Details, Raised, Thread};

/// An exception as the last line of a traceback shows it.
pub fn describe(t: &Thread, raised: Raised) -> String {
    let lazy = match raised.into_lazy() {
        Ok(lazy) => lazy,
        Err(_) => return "MemoryError".to_owned(),
    };
    let name = lazy.kind.name();
    let text = match &lazy.details {
        Details::Message(message) => message.to_string(),
        Details::Attribute(message, ..) | Details::Name(message, _) => message.clone(),
        Details::Import(message, ..) => message.clone(),
        Details::Arguments(arguments) => match &arguments[..] {
            [] => String::new(),
            [one] if name == "KeyError" => shown(t, one),
            [one] => t.to_str(one).unwrap().to_text(),
            more => format!("{} arguments", more.len()),
        },
    };
    if text.is_empty() {
        name.to_owned()
    } else {
        format!("{name}: {text}")
    }
}

/// `repr(object)`, or what it raised.
pub fn shown(t: &Thread, object: &Object) -> String {
    match t.repr(object) {
        Ok(text) => text.to_text(),
        Err(raised) => describe(t, raised),
    }
}
