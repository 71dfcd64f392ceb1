/// A class: its name, the number of its base, and whether it defines the two methods itself.
pub struct Class {
    pub name: &'static str,
    pub base: Option<usize>,
    pub add: bool,
    pub radd: bool,
}

/// The class and its bases, nearest first.
fn order(classes: &[Class], class: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(class), |class| classes[*class].base)
}

/// Whose method a class has.
fn owner(classes: &[Class], class: usize, has: fn(&Class) -> bool) -> Option<usize> {
    order(classes, class).find(|class| has(&classes[*class]))
}

/// The methods that `left + right` calls when each of them returns `NotImplemented`, as
/// `"Class.__add__"`, in order.
pub fn calls(classes: &[Class], left: usize, right: usize) -> Vec<String> {
    let name = |class: usize, method: &str| format!("{}.{method}", classes[class].name);
    let add = owner(classes, left, |class| class.add).map(|class| name(class, "__add__"));
    let reflected = owner(classes, right, |class| class.radd);
    let radd = reflected.filter(|_| left != right);
    let radd = radd.map(|class| name(class, "__radd__"));
    // A subclass that knows better than its base is asked first.
    let below = order(classes, right).any(|class| class == left);
    let other = reflected != owner(classes, left, |class| class.radd);
    let mut calls: Vec<String> = add.into_iter().chain(radd).collect();
    if left != right && below && other {
        calls.reverse();
    }
    calls
}
