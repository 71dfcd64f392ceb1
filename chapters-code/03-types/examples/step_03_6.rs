//! A table from the inside: where does each key stand?

mod machine;

use types::{PyResult, Table, Thread, Version};

fn show(t: &Thread, table: &Table) -> PyResult<()> {
    let places: Vec<String> = (0..1 << table.log2_size())
        .map(|place| match table.index_at(place) {
            -1 => ".".to_owned(),
            -2 => "x".to_owned(),
            index => index.to_string(),
        })
        .collect();
    println!("indices  {}", places.join(" "));
    for index in 0..table.entries() {
        match table.key(index) {
            Some(key) => {
                let text = t.to_str(&key)?.to_text();
                println!("entry {index}  {text:6} …{:03b}", table.hash(index) & 7);
            }
            None => println!("entry {index}  (deleted)"),
        }
    }
    Ok(())
}

fn main() -> PyResult<()> {
    let t = machine::start(Version::V310)?;
    let table = Table::default();
    for text in ["red", "green", "blue", "white"] {
        let name = t.intern(text)?;
        table.add(name.object().clone(), name.hash(), t.str(text)?)?;
    }
    show(&t, &table)?;
    if let Some(green) = table.find_name(&t.intern("green")?) {
        drop(table.remove(green));
    }
    println!();
    show(&t, &table)?;
    Ok(())
}
