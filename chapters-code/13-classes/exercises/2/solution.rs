/// `__get__` or `__getattr__`; `None` stands for an `AttributeError`.
pub type Getter = fn() -> Option<i64>;

/// What the class holds under the name.
pub enum OnClass {
    Nothing,
    Plain(i64),
    NonData(Getter),
    Data(Getter),
}

/// The value of an attribute: of what the class holds, of the instance's own value, and of
/// the class's `__getattr__`.
pub fn lookup(on_class: &OnClass, own: Option<i64>, getattr: Option<Getter>) -> Option<i64> {
    let found = match (on_class, own) {
        (OnClass::Data(get), _) => get(),
        (_, Some(own)) => Some(own),
        (OnClass::NonData(get), None) => get(),
        (OnClass::Plain(value), None) => Some(*value),
        (OnClass::Nothing, None) => None,
    };
    // Whoever raised the AttributeError, `__getattr__` gets its chance.
    found.or_else(|| getattr.and_then(|getattr| getattr()))
}
