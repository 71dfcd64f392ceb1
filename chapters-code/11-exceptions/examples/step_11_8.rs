//! A group of exceptions: shown, and taken apart.

mod machine;

use machine::{builtin, error, make, printed, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

fn group(t: &Thread, message: &str, members: Vec<Object>) -> PyResult {
    make(t, "ExceptionGroup", &[t.str(message)?, t.list_of(members)?])
}

fn main() {
    with_machine(Version::V311, |t| {
        let reading = group(
            t,
            "reading",
            vec![
                error(t, "OSError", "disk")?,
                error(t, "ValueError", "line 7")?,
            ],
        )?;
        let all = group(
            t,
            "three tasks failed",
            vec![error(t, "KeyError", "user")?, reading],
        )?;
        print!("{}", printed(t, &all)?);

        println!("--- except* OSError");
        let (matching, rest) = exceptions::split_for_handler(t, &all, &builtin(t, "OSError")?)?;
        for part in [matching, rest].into_iter().flatten() {
            print!("{}", printed(t, &part)?);
        }
        Ok(())
    });
}
