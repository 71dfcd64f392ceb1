//! The table inside a real dictionary: its index array, its entries, and when it grows.

mod machine;

use machine::{shown, with_machine};
use objects::Object;
use types::{PyResult, Table, Thread, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let dict = containers::dict(t)?;
        for word in ["spam", "eggs", "ham", "python", "monty"] {
            containers::dict_set(t, &dict, t.str(word)?, Object::none())?;
        }
        show(t, &dict.table)?;
        containers::dict_remove(t, &dict, &t.str("ham")?)?;
        show(t, &dict.table)?;
        containers::dict_set(t, &dict, t.str("brian")?, Object::none())?;
        show(t, &dict.table)?;
        growth(t)
    })
}

/// The index array, then the entries with their hashes and first places.
fn show(t: &Thread, table: &Table) -> PyResult<()> {
    let places = 1 << table.log2_size();
    let indices: Vec<String> = (0..places)
        .map(|place| match table.index_at(place) {
            -1 => ".".to_owned(),
            -2 => "x".to_owned(),
            index => index.to_string(),
        })
        .collect();
    println!("indices  {}", indices.join(" "));
    for index in 0..table.entries() {
        match table.key(index) {
            Some(key) => {
                let hash = table.hash(index);
                let first = hash as u64 & (places as u64 - 1);
                println!(
                    "entry {index}  {:8} hash …{:03x}, place {first}",
                    shown(t, &key)?,
                    hash & 0xFFF
                );
            }
            None => println!("entry {index}  gone"),
        }
    }
    println!();
    Ok(())
}

/// The numbers of keys at which the table is made anew.
fn growth(t: &Thread) -> PyResult<()> {
    let dict = containers::dict(t)?;
    let mut places = 1 << dict.table.log2_size();
    for number in 1..=100_000 {
        containers::dict_set(t, &dict, Object::int32(number), Object::none())?;
        if places != 1 << dict.table.log2_size() {
            places = 1 << dict.table.log2_size();
            println!("key {number:6}: {places:6} places");
        }
    }
    Ok(())
}
