/// A class: its name, the number of its base, and whether it defines the two methods itself.
pub struct Class {
    pub name: &'static str,
    pub base: Option<usize>,
    pub add: bool,
    pub radd: bool,
}

/// The methods that `left + right` calls when each of them returns `NotImplemented`, as
/// `"Class.__add__"`, in order. (So far: the left one's, then the right one's.)
pub fn calls(classes: &[Class], left: usize, right: usize) -> Vec<String> {
    let mut calls = Vec::new();
    if classes[left].add {
        calls.push(format!("{}.__add__", classes[left].name));
    }
    if classes[right].radd {
        calls.push(format!("{}.__radd__", classes[right].name));
    }
    calls
}
