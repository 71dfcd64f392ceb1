//! One exception leads to another.

mod machine;

use machine::{error, printed, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

/// `raise exception`, in a handler of `handled`.
fn raise_in_handler(t: &Thread, handled: &Object, exception: &Object) {
    t.handled.set(handled.clone());
    drop(exceptions::raise(t, exception.clone(), None));
    t.handled.clear();
}

fn main() {
    with_machine(Version::V310, |t| {
        let lost = error(t, "KeyError", "config")?;
        let missing = error(t, "FileNotFoundError", "no defaults")?;
        let failed = error(t, "RuntimeError", "cannot start")?;
        raise_in_handler(t, &lost, &missing);
        drop(exceptions::raise(t, failed.clone(), Some(missing.clone())));
        print!("{}", printed(t, &failed)?);

        println!("--- the first one again, while the last one is handled");
        raise_in_handler(t, &failed, &lost);
        print!("{}", printed(t, &lost)?);
        println!("--- links of the others");
        show_links(t, "missing", &missing)?;
        show_links(t, "failed", &failed)
    });
}

fn show_links(t: &Thread, name: &str, exception: &Object) -> PyResult<()> {
    for link in ["__cause__", "__context__"] {
        let to = t.get_attribute(exception, &t.intern(link)?)?;
        println!("{name}.{link} = {}", machine::repr(t, &to)?);
    }
    Ok(())
}
