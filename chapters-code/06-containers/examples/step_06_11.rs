//! Three loops over a dictionary that change it on the way.

mod machine;

use machine::{call, shown, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        run(t, "new values", |t, dict, key| {
            t.set_item(dict, key, Some(&Object::none()))
        })?;
        run(t, "a new key", |t, dict, _| {
            t.set_item(dict, &t.str("new")?, Some(&Object::none()))
        })?;
        run(t, "another key for each", |t, dict, key| {
            t.set_item(dict, key, None)?;
            let longer = t.str(&(t.to_str(key)?.to_text() + "!"))?;
            t.set_item(dict, &longer, Some(&Object::none()))
        })
    })
}

/// Loops over a dictionary of two words.
fn run(
    t: &Thread,
    what: &str,
    change: impl Fn(&Thread, &Object, &Object) -> PyResult<()>,
) -> PyResult<()> {
    let words = t.tuple([t.str("spam")?, t.str("eggs")?])?;
    let class = t.types.dict.object().into_object();
    let dict = call(t, &class, "fromkeys", &[words])?;
    let ended = t.for_each(&dict, |key| {
        print!("{} ", shown(t, &key)?);
        change(t, &dict, &key)
    });
    println!("\n  {what}: {ended:?}");
    println!("  {}", shown(t, &dict)?);
    Ok(())
}
