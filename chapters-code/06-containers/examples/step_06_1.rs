//! The same words in a dictionary and in a set: which order do they have?

mod machine;

use machine::{call, shown, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

fn main() -> PyResult<()> {
    for version in [Version::V310, Version::V311] {
        with_machine(version, |t| look(t, version))?;
    }
    Ok(())
}

fn look(t: &Thread, version: Version) -> PyResult<()> {
    let dict = containers::dict(t)?;
    let set = containers::set(t)?;
    for (number, word) in ["spam", "eggs", "ham", "python"].iter().enumerate() {
        let word = t.str(word)?;
        containers::set_add(t, &set, word.clone())?;
        containers::dict_set(t, &dict, word, Object::int32(number as i32))?;
    }
    println!("{version:?}");
    println!("  {}", shown(t, dict.as_object())?);
    println!("  {}", shown(t, set.as_object())?);
    let eggs = t.str("eggs")?;
    containers::dict_remove(t, &dict, &eggs)?;
    containers::dict_set(t, &dict, eggs.clone(), Object::int32(9))?;
    call(t, set.as_object(), "remove", std::slice::from_ref(&eggs))?;
    call(t, set.as_object(), "add", &[eggs])?;
    println!("  {}", shown(t, dict.as_object())?);
    println!("  {}", shown(t, set.as_object())?);
    Ok(())
}
