//! Which name was meant?

mod machine;

use machine::{repr, with_machine};
use types::{PyResult, Thread, Version};

fn main() {
    with_machine(Version::V310, |t| {
        let known = [
            "colour", "count", "Count", "length", "x", "print", "range", "sorted",
        ];
        for wanted in [
            "color", "cuont", "COUNT", "lenght", "y", "pint", "sort", "elephant",
        ] {
            println!("{wanted}: {}", meant(t, &known, wanted)?);
        }
        Ok(())
    });
}

fn meant(t: &Thread, known: &[&str], wanted: &str) -> PyResult<String> {
    let known: PyResult<Vec<_>> = known.iter().map(|name| t.str(name)).collect();
    match exceptions::nearest(&known?, &t.str(wanted)?) {
        Some(name) => Ok(format!("did you mean {}?", repr(t, &name)?)),
        None => Ok("no idea".to_owned()),
    }
}
