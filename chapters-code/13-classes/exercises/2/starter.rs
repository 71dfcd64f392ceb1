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
/// the class's `__getattr__`. (So far: what step 1 does.)
pub fn lookup(on_class: &OnClass, own: Option<i64>, _getattr: Option<Getter>) -> Option<i64> {
    match (own, on_class) {
        (Some(own), _) => Some(own),
        (None, OnClass::Plain(value)) => Some(*value),
        (None, OnClass::NonData(get) | OnClass::Data(get)) => get(),
        (None, OnClass::Nothing) => None,
    }
}
