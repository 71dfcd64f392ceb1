//! Which `except` clauses would catch a `FileNotFoundError`?

mod machine;

use machine::{builtin, make, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

fn main() {
    with_machine(Version::V310, |t| {
        let args = [Object::int32(2), t.str("No such file")?];
        let error = make(t, "OSError", &args)?;
        for class in [
            "FileNotFoundError",
            "OSError",
            "Exception",
            "PermissionError",
            "ValueError",
        ] {
            ask(t, &error, class, &builtin(t, class)?)?;
        }
        let pair = t.tuple([builtin(t, "ValueError")?, builtin(t, "OSError")?])?;
        ask(t, &error, "(ValueError, OSError)", &pair)?;
        ask(t, &error, "()", &t.tuple(vec![])?)?;
        ask(t, &error, "int", &t.types.int.object().into_object())?;
        ask(t, &error, "'OSError'", &t.str("OSError")?)
    });
}

fn ask(t: &Thread, error: &Object, written: &str, classes: &Object) -> PyResult<()> {
    match exceptions::matches(t, error, classes) {
        Ok(caught) => println!("except {written}: {caught}"),
        Err(raised) => println!("except {written}: {raised:?}"),
    }
    Ok(())
}
