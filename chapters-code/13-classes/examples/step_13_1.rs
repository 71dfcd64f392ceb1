//! Step 1: attributes as dictionaries of dictionaries: `cargo run -p classes --example step_13_1`.

use std::collections::HashMap;

/// A class: names with values, and one base.
pub struct Class {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub names: HashMap<&'static str, &'static str>,
    /// The number of its base.
    pub base: Option<usize>,
}

/// An instance: its own names, and the number of its class.
pub struct Instance {
    /// What it holds.
    pub names: HashMap<&'static str, &'static str>,
    /// The number of its class.
    pub class: usize,
}

/// Looks a name up in an instance, then in its class, then in the class's base, and so on.
/// Gives the value and where it was.
pub fn get<'a>(
    classes: &'a [Class],
    instance: &'a Instance,
    name: &str,
) -> Option<(&'a str, &'static str)> {
    if let Some(value) = instance.names.get(name) {
        return Some((value, "the instance"));
    }
    let mut next = Some(instance.class);
    while let Some(class) = next.map(|number| &classes[number]) {
        if let Some(value) = class.names.get(name) {
            return Some((value, class.name));
        }
        next = class.base;
    }
    None
}

/// Animals, ducks, and a duck.
pub fn animals() -> (Vec<Class>, Instance) {
    let animal = HashMap::from([("legs", "4"), ("greet", "<function Animal.greet>")]);
    let classes = vec![
        Class {
            name: "Animal",
            names: animal,
            base: None,
        },
        Class {
            name: "Duck",
            names: HashMap::from([("legs", "2")]),
            base: Some(0),
        },
    ];
    let duck = Instance {
        names: HashMap::from([("name", "Ada")]),
        class: 1,
    };
    (classes, duck)
}

fn main() {
    let (classes, duck) = animals();
    for name in ["name", "legs", "greet", "feathers"] {
        match get(&classes, &duck, name) {
            Some((value, place)) => println!("duck.{name:<9} {value:<24} from {place}"),
            None => println!("duck.{name:<9} nowhere"),
        }
    }
}
