//! How is the last line of an exception written: its type and what it says?
#![forbid(unsafe_code)]

use super::Printer;
use objects::Object;
use types::{PyResult, Thread, Type, Version, as_str};

/// `module.Class: text`
pub(crate) fn write_message(
    printer: &mut Printer<'_>,
    class: &Type,
    shown: &Object,
) -> PyResult<()> {
    write_class(printer, class)?;
    if shown.is_none() {
        return Ok(());
    }
    match printer.t.to_str(shown) {
        Ok(text) if text.is_empty() => Ok(()),
        Ok(text) => {
            printer.out.text(": ");
            printer.out.object(text.as_object())
        }
        Err(_) => {
            printer.out.text(": <exception str() failed>");
            Ok(())
        }
    }
}

fn attribute(t: &Thread, class: &Type, name: &types::Name) -> Option<Object> {
    let class = class.object().into_object();
    let value = t.find_attribute(&class, name).ok().flatten()?;
    as_str(&value).is_some().then_some(value)
}

/// The class, with its module unless that goes without saying. 3.11 leaves out `__main__`
/// as well as `builtins`.
pub(crate) fn write_class(printer: &mut Printer<'_>, class: &Type) -> PyResult<()> {
    let t = printer.t;
    match attribute(t, class, &t.names.module) {
        None => printer.out.text("<unknown>."),
        Some(module) => {
            let is = |name: &str| as_str(&module).is_some_and(|module| module.equals(name));
            let main = t.version == Version::V311 && is("__main__");
            if !is("builtins") && !main {
                printer.out.object(&module)?;
                printer.out.text(".");
            }
        }
    }
    match attribute(t, class, &t.names.qualname) {
        Some(name) => printer.out.object(&name),
        None => {
            printer.out.text("<unknown>");
            Ok(())
        }
    }
}
