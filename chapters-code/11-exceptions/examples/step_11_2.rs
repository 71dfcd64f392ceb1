//! The builtin exceptions of 3.10, as a tree.

mod machine;

use machine::with_machine;
use types::{ErrorKind, Thread, Version};

fn main() {
    with_machine(Version::V310, |t| {
        show(t, "object", 0);
        let there = ErrorKind::ALL
            .iter()
            .filter(|kind| t.error_type(**kind).is_some());
        println!("{} types", there.count());
        Ok(())
    });
}

fn show(t: &Thread, base: &str, depth: usize) {
    for kind in ErrorKind::ALL {
        if kind.base() == base && t.error_type(*kind).is_some() {
            println!("{:indent$}{}", "", kind.name(), indent = depth * 2);
            show(t, kind.name(), depth + 1);
        }
    }
}
