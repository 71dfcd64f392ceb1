/// What a type can do: its name, the type it is derived from, and its addition.
pub struct Type {
    /// The name.
    pub name: &'static str,
    /// The base.
    pub base: Option<&'static Type>,
    /// Says whether it can add the two; it is told their types' names.
    pub add: Option<fn(&str, &str) -> bool>,
}

/// The name of the type whose `add` does `left + right`.
pub fn who_adds(left: &'static Type, right: &'static Type) -> Option<&'static str> {
    let add = left.add?;
    add(left.name, right.name).then_some(left.name)
}
