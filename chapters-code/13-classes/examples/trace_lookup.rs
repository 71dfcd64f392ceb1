//! Attribute lookups of `programs/class_lookup.py`, traced:
//! `cargo run -p classes --example trace_lookup`.

mod machine;

use machine::{get, run, show, with_machine};
use objects::Object;
use types::{PyResult, Thread, Type};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/class_lookup.pyc");

/// The first class in the order of resolution whose namespace has the name.
fn find(t: &Thread, class: &Type, name: &str, text: &mut String) -> PyResult<Option<Object>> {
    let name = t.intern(name)?;
    let mut asked = Vec::new();
    for base in class.mro() {
        asked.push(base.name());
        let found = base.namespace().and_then(|names| names.get_name(&name));
        if let Some(value) = found {
            let kind = t.type_name(&value);
            *text += &format!("  {}: here, of type {kind}\n", asked.join(", "));
            return Ok(Some(value));
        }
    }
    *text += &format!("  {}: no such name\n", asked.join(", "));
    Ok(None)
}

/// Goes the way of the generic lookup, and writes down each step.
pub fn trace(t: &Thread, object: &Object, name: &str) -> PyResult<String> {
    let mut text = format!("duck.{name}\n");
    let class = t.type_of(object).object();
    let on_class = find(t, &class, name, &mut text)?;
    let slots = on_class.as_ref().map(|value| &t.type_of(value).slots);
    let has_get = slots.is_some_and(|slots| slots.descriptor_get.get().is_some());
    let has_set = slots.is_some_and(|slots| slots.descriptor_set.get().is_some());
    if has_get && has_set {
        text += "  it has __get__ and __set__, so it comes first: it is called\n";
    } else if let Some(own) = t.own_attribute(object, &t.intern(name)?) {
        text += &format!("  the object has its own: {}\n", show(t, &own));
    } else if has_get {
        text += "  the object has none of its own; __get__ is called\n";
    } else if on_class.is_some() {
        text += "  the object has none of its own; the value is taken as it is\n";
    } else {
        text += "  the object has none of its own; is there a __getattr__?\n";
        find(t, &class, "__getattr__", &mut text)?;
    }
    let found = get(t, object, name)?;
    Ok(text + &format!("  = {}\n", show(t, &found)))
}

/// The traces of all of `names`, on the duck of the program.
pub fn traces(t: &Thread, names: &[&str]) -> PyResult<String> {
    let globals = run(t, PROGRAM)?;
    let duck = globals.get_name(&t.intern("duck")?);
    let duck = duck.unwrap_or(Object::none());
    names.iter().map(|name| trace(t, &duck, name)).collect()
}

fn main() -> PyResult<()> {
    let names = ["age", "greet", "legs", "feathers"];
    let (text, _) = with_machine(|t| traces(t, &names))?;
    print!("{text}");
    Ok(())
}
