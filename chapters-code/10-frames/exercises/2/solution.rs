//! A variable is a cell because of what others do with it.

/// A function: the names that it binds, the names that it uses, the functions inside it.
pub struct Scope {
    /// What it binds.
    pub bound: &'static [&'static str],
    /// What it uses.
    pub used: &'static [&'static str],
    /// The functions inside it.
    pub inner: &'static [Scope],
}

/// Where a function finds a variable.
#[derive(Debug, PartialEq)]
pub enum Seen {
    /// `LOAD_FAST`
    Local,
    /// `LOAD_DEREF`, in its own cell
    Cell,
    /// `LOAD_DEREF`, in a cell of its closure
    Free,
    /// `LOAD_GLOBAL`
    Global,
}

/// Where `scope`, which stands in the functions `around`, finds `name`.
pub fn classify(scope: &Scope, name: &str, around: &[&Scope]) -> Seen {
    let has = |scope: &Scope| scope.bound.contains(&name);
    if has(scope) {
        return match scope.inner.iter().any(|inner| wants(inner, name)) {
            true => Seen::Cell,
            false => Seen::Local,
        };
    }
    match around.iter().any(|outer| has(outer)) {
        true => Seen::Free,
        false => Seen::Global,
    }
}

/// Does a function, or one inside it, need the name from outside?
fn wants(scope: &Scope, name: &str) -> bool {
    let free = !scope.bound.contains(&name);
    free && (scope.used.contains(&name) || scope.inner.iter().any(|inner| wants(inner, name)))
}
