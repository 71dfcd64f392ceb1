//! Two interpreters and their threads: what do they share?

mod machine;

use types::{PyResult, Version};

fn main() -> PyResult<()> {
    let (old, new) = (
        machine::start(Version::V310)?,
        machine::start(Version::V311)?,
    );
    for t in [&old, &new] {
        println!(
            "{}: {} builtin types, recursion limit {}, depth {}",
            t.version,
            t.types.all().len(),
            t.recursion_limit.get(),
            t.depth.get()
        );
    }
    println!("the same int type: {}", old.types.int.is(new.types.int));
    println!("the same names: {}", old.names.add.is(&new.names.add));

    old.recursion_limit.set(3);
    let mut guards = vec![];
    let end = loop {
        match old.enter_native(" in this program") {
            Ok(guard) => guards.push(guard),
            Err(raised) => break raised,
        }
    };
    println!("at depth {}: {end:?}", old.depth.get());
    drop(guards);
    println!("and back at depth {}", old.depth.get());
    Ok(())
}
