//! How many comparisons does a sort need? It depends on what is in order already.

mod key;
mod machine;

use key::{Key, new_key};
use machine::with_machine;
use types::{List, PyResult, Thread, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let shuffled = |n: i32| n * 7919 % 1009;
        count(t, "in order", |n| n)?;
        count(t, "the wrong way round", |n| 1000 - n)?;
        count(t, "two runs, shuffled together", |n| n / 2 + n % 2 * 500)?;
        count(t, "in order, then ten more", |n| {
            if n < 990 { n } else { shuffled(n) }
        })?;
        count(t, "out of order", shuffled)
    })
}

/// Sorts a thousand keys and prints how often two of them were compared.
fn count(t: &Thread, what: &str, number: impl Fn(i32) -> i32) -> PyResult<()> {
    let keys = (0..1000)
        .map(|n| new_key(t, Key::new(number(n), 0)))
        .collect::<PyResult<_>>()?;
    let made = containers::list(t, keys)?;
    let list = made.downcast::<List>().expect("a list");
    containers::sort_list(t, list, None, false)?;
    println!("{what:28} {:5} comparisons", key::comparisons());
    Ok(())
}
