/// Merges lists of classes into one: in each turn the first head that stands in no list's
/// tail. `None` if no head is free. (So far: depth first, without second mentions.)
pub fn merge(lists: &[Vec<&'static str>]) -> Option<Vec<&'static str>> {
    let mut order = Vec::new();
    for class in lists.iter().flatten() {
        if !order.contains(class) {
            order.push(*class);
        }
    }
    Some(order)
}
