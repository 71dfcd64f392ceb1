//! Step 3: values on the class that want to be asked: `cargo run -p classes --example step_13_3`.

/// What a class may hold under a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OnClass {
    /// Nothing.
    Nothing,
    /// An ordinary value, such as a number.
    Plain,
    /// Something with `__get__`, such as a function.
    NonData,
    /// Something with `__get__` and `__set__`, such as a property.
    Data,
}

/// Who answers for the attribute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// The descriptor's `__get__` is called.
    Get,
    /// The instance's own value.
    Own,
    /// The value on the class, as it is.
    Class,
    /// Nobody: `__getattr__` is tried, if there is one.
    Nobody,
}

/// `object.name`, when the class holds this, and the instance has such a name or not.
pub fn lookup(on_class: OnClass, own: bool) -> Answer {
    match on_class {
        OnClass::Data => Answer::Get,
        _ if own => Answer::Own,
        OnClass::NonData => Answer::Get,
        OnClass::Plain => Answer::Class,
        OnClass::Nothing => Answer::Nobody,
    }
}

/// Who hears of `object.name = value`.
pub fn store(on_class: OnClass) -> &'static str {
    match on_class {
        OnClass::Data => "__set__",
        _ => "the instance",
    }
}

fn main() {
    println!("on the class   no own value   an own value   assignment goes to");
    for on_class in [
        OnClass::Nothing,
        OnClass::Plain,
        OnClass::NonData,
        OnClass::Data,
    ] {
        println!(
            "{:<14} {:<14} {:<14} {}",
            format!("{on_class:?}"),
            format!("{:?}", lookup(on_class, false)),
            format!("{:?}", lookup(on_class, true)),
            store(on_class)
        );
    }
}
