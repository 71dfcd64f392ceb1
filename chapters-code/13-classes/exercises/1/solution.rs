/// Merges lists of classes into one: in each turn the first head that stands in no list's
/// tail. `None` if no head is free.
pub fn merge(lists: &[Vec<&'static str>]) -> Option<Vec<&'static str>> {
    let mut lists = lists.to_vec();
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let is_free = |head: &&str| !lists.iter().any(|list| list[1..].contains(head));
        let next = lists.iter().map(|list| list[0]).find(is_free)?;
        order.push(next);
        for list in &mut lists {
            if list[0] == next {
                list.remove(0);
            }
        }
    }
}
