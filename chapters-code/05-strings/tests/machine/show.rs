//! How are results shown, as the recording script shows CPython's?

use objects::Object;
use types::{Details, Dict, List, Raised, Thread, Tuple, Type};

/// The `repr` of a value; of containers, whose `repr` is the next chapter's, too.
pub fn show(t: &Thread, object: &Object) -> String {
    let all = |items: &[Object]| -> String {
        let items: Vec<String> = items.iter().map(|item| show(t, item)).collect();
        items.join(", ")
    };
    if let Some(tuple) = object.downcast::<Tuple>() {
        let comma = if tuple.len() == 1 { "," } else { "" };
        return format!("({}{comma})", all(tuple.items()));
    }
    if let Some(list) = object.downcast::<List>() {
        return format!("[{}]", all(&list.items.to_vec()));
    }
    if let Some(dict) = object.downcast::<Dict>() {
        let entries = (0..dict.table.entries()).filter_map(|index| dict.table.entry(index));
        let entries: Vec<String> = entries
            .map(|(key, value)| format!("{}: {}", show(t, &key), show(t, &value)))
            .collect();
        return format!("{{{}}}", entries.join(", "));
    }
    if object.downcast::<Type>().is_some() {
        return "a type".to_owned();
    }
    match t.repr(object) {
        Ok(text) => text.to_utf8().unwrap(),
        Err(raised) => error_text(t, raised),
    }
}

/// An error as `!Kind: message`, or `!Kind(arguments)`.
pub fn error_text(t: &Thread, raised: Raised) -> String {
    let Some(kind) = raised.lazy_kind() else {
        return format!("{raised:?}");
    };
    let Ok(lazy) = raised.into_lazy() else {
        return format!("!{}: ", kind.name());
    };
    match &lazy.details {
        Details::Message(text) => format!("!{}: {text}", kind.name()),
        Details::Attribute(text, ..) => format!("!{}: {text}", kind.name()),
        Details::Arguments(arguments) => {
            let shown: Vec<String> = arguments.iter().map(|argument| show(t, argument)).collect();
            format!("!{}({})", kind.name(), shown.join(", "))
        }
        _ => format!("!{}", kind.name()),
    }
}
