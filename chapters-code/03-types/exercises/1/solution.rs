/// What a type can do: its name, the type it is derived from, and its addition.
pub struct Type {
    /// The name.
    pub name: &'static str,
    /// The base.
    pub base: Option<&'static Type>,
    /// Says whether it can add the two; it is told their types' names.
    pub add: Option<fn(&str, &str) -> bool>,
}

fn derived(kind: &Type, from: &Type) -> bool {
    kind.base
        .is_some_and(|base| std::ptr::eq(base, from) || derived(base, from))
}

/// The name of the type whose `add` does `left + right`.
pub fn who_adds(left: &'static Type, right: &'static Type) -> Option<&'static str> {
    let order = if std::ptr::eq(left, right) {
        vec![left]
    } else if derived(right, left) {
        vec![right, left]
    } else {
        vec![left, right]
    };
    let can = |kind: &&Type| kind.add.is_some_and(|add| add(left.name, right.name));
    order.into_iter().find(can).map(|kind| kind.name)
}
