//! What a failure costs before anybody looks at it, and after.

mod machine;

use machine::{printed, with_machine};
use objects::heap;
use types::Version;

fn main() {
    with_machine(Version::V310, |t| {
        let name = t.intern("spam")?;
        // Once before we count, so that what is kept for good is there.
        drop(t.name_error(&name).into_exception(t));

        let (objects, bytes) = (heap().objects(), heap().bytes());
        let raised = t.name_error(&name);
        println!(
            "raised:    {} object, {} bytes",
            heap().objects() - objects,
            heap().bytes() - bytes
        );
        println!(
            "           the Result that carries it has {} bytes",
            size_of_val(&raised)
        );

        let exception = raised.into_exception(t);
        println!(
            "looked at: {} objects, {} bytes",
            heap().objects() - objects,
            heap().bytes() - bytes
        );
        print!("           {}", printed(t, &exception)?);

        drop(exception);
        println!("dropped:   {} objects", heap().objects() - objects);
        Ok(())
    });
}
