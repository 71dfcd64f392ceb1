//! Step 4: operators that search, and operators that have slots:
//! `cargo run -p classes --example step_13_4`.

use std::collections::HashMap;

/// What `+` does: the method, here a function of two numbers.
pub type Add = fn(i64, i64) -> i64;

/// A class.
#[derive(Default)]
pub struct Class {
    /// Its namespace.
    pub names: HashMap<&'static str, Add>,
    /// The order of resolution.
    pub order: Vec<usize>,
    /// The classes right under it.
    pub subclasses: Vec<usize>,
    /// What `+` does, without looking.
    pub add: Option<Add>,
}

/// All classes.
#[derive(Default)]
pub struct World {
    /// They, by number.
    pub classes: Vec<Class>,
    /// How many namespaces were searched.
    pub searched: usize,
}

impl World {
    /// A class below another one.
    pub fn class(&mut self, base: Option<usize>) -> usize {
        let own = self.classes.len();
        let mut order = vec![own];
        if let Some(base) = base {
            order.extend(&self.classes[base].order);
            self.classes[base].subclasses.push(own);
        }
        let add = base.and_then(|base| self.classes[base].add);
        let class = Class {
            order,
            add,
            ..Class::default()
        };
        self.classes.push(class);
        own
    }

    /// The method, from the order of resolution.
    pub fn search(&mut self, class: usize) -> Option<Add> {
        for place in self.classes[class].order.clone() {
            self.searched += 1;
            if let Some(add) = self.classes[place].names.get("__add__") {
                return Some(*add);
            }
        }
        None
    }

    /// `Class.__add__ = add`: the slots of the class and of all under it follow.
    pub fn assign(&mut self, class: usize, add: Add) {
        self.classes[class].names.insert("__add__", add);
        let mut pending = vec![class];
        while let Some(class) = pending.pop() {
            self.classes[class].add = self.search(class);
            pending.extend(&self.classes[class].subclasses);
        }
    }
}

/// Adds a thousand times by searching, then a thousand times by the slot; gives how many
/// namespaces each has searched, and the sum.
pub fn compare() -> (usize, usize, i64) {
    let mut world = World::default();
    let number = world.class(None);
    let length = world.class(Some(number));
    let metres = world.class(Some(length));
    world.assign(number, |a, b| a + b);
    world.searched = 0;
    let mut sum = 0;
    for value in 0..1000 {
        sum = world.search(metres).map_or(sum, |add| add(sum, value));
    }
    let by_search = std::mem::take(&mut world.searched);
    for value in 0..1000 {
        sum = world.classes[metres]
            .add
            .map_or(sum, |add| add(sum, -value));
    }
    world.assign(number, |a, b| a * 10 + b);
    sum = world.classes[metres].add.map_or(sum, |add| add(4, 2));
    (by_search, world.searched, sum)
}

fn main() {
    let (by_search, by_slot, last) = compare();
    println!("a thousand additions that search: {by_search} namespaces");
    println!("a thousand by slot, and a change: {by_slot} namespaces");
    println!("after the change, 4 + 2 is {last}");
}
