//! Step 2: two bases, two orders: depth first, and C3: `cargo run -p classes --example step_13_2`.

/// A class and its bases, by name.
pub type Family = &'static [(&'static str, &'static [&'static str])];

/// The diamond: the ducks of the chapter.
pub const DUCKS: Family = &[
    ("object", &[]),
    ("Animal", &["object"]),
    ("Swimmer", &["Animal"]),
    ("Walker", &["Animal"]),
    ("Duck", &["Swimmer", "Walker"]),
];

/// The bases of a class.
pub fn bases(family: Family, class: &str) -> &'static [&'static str] {
    let row = family.iter().find(|(name, _)| *name == class);
    row.map_or(&[], |(_, bases)| bases)
}

/// A class, then all of its first base's family, then the second's: Python's order until 2.1.
pub fn depth_first(family: Family, class: &'static str) -> Vec<&'static str> {
    let mut order = vec![class];
    for base in bases(family, class) {
        for class in depth_first(family, base) {
            if !order.contains(&class) {
                order.push(class);
            }
        }
    }
    order
}

/// C3: a class, then the merge of its bases' orders and of the list of the bases itself.
/// `told` hears of each turn of the merge. `None` if there is no such order.
pub fn c3(
    family: Family,
    class: &'static str,
    told: &mut dyn FnMut(&[Vec<&'static str>], &str),
) -> Option<Vec<&'static str>> {
    let mut lists = Vec::new();
    for base in bases(family, class) {
        lists.push(c3(family, base, &mut |_, _| ())?);
    }
    lists.push(bases(family, class).to_vec());
    let mut order = vec![class];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let is_free = |head: &str| {
            let mut tails = lists.iter().map(|list| &list[1..]);
            tails.all(|tail| !tail.contains(&head))
        };
        let mut heads = lists.iter().map(|list| list[0]);
        let next = heads.find(|head| is_free(head))?;
        told(&lists, next);
        order.push(next);
        lists
            .iter_mut()
            .for_each(|list| list.retain(|class| *class != next));
    }
}

/// Two classes that want their common bases in different orders.
pub const QUARREL: Family = &[
    ("object", &[]),
    ("X", &["object"]),
    ("Y", &["object"]),
    ("A", &["X", "Y"]),
    ("B", &["Y", "X"]),
    ("C", &["A", "B"]),
];

fn main() {
    println!("depth first: {}", depth_first(DUCKS, "Duck").join(" "));
    let order = c3(DUCKS, "Duck", &mut |lists, next| {
        let lists: Vec<String> = lists.iter().map(|list| list.join(" ")).collect();
        println!("  take {next:<8} from [{}]", lists.join("] ["));
    });
    println!("C3:          {}", order.unwrap_or_default().join(" "));
    println!("the quarrel: {:?}", c3(QUARREL, "C", &mut |_, _| ()));
}
