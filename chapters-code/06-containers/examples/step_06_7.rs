//! What does a lookup ask? A key that counts its comparisons, and one that empties the
//! dictionary while it is being compared.

mod key;
mod machine;

use key::{Key, new_key};
use machine::with_machine;
use objects::Object;
use types::{PyResult, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let dict = containers::dict(t)?;
        let keys: Vec<Object> = (0..4)
            .map(|number| new_key(t, Key::new(number, 7)))
            .collect::<PyResult<_>>()?;
        for key in &keys {
            containers::dict_set(t, &dict, key.clone(), Object::none())?;
        }
        println!(
            "four keys with the hash 7: {} comparisons",
            key::comparisons()
        );

        containers::find_key(t, &dict.table, &keys[3])?;
        println!(
            "the last of them, found:   {} comparisons",
            key::comparisons()
        );

        let equal = new_key(t, Key::new(3, 7))?;
        containers::find_key(t, &dict.table, &equal)?;
        println!(
            "a key equal to the last:   {} comparisons",
            key::comparisons()
        );

        let other = new_key(t, Key::new(3, 8))?;
        containers::find_key(t, &dict.table, &other)?;
        println!(
            "one with the hash 8:       {} comparisons",
            key::comparisons()
        );

        let emptied = dict.clone();
        let meddler = Key::meddling(3, 7, move || drop(emptied.table.take()));
        let found = containers::find_key(t, &dict.table, &new_key(t, meddler)?)?;
        println!(
            "one that meddles:          {} comparisons",
            key::comparisons()
        );
        println!("found: {found:?}, and {} keys are left", dict.table.len());
        Ok(())
    })
}
