//! Which strings are the same object?

mod machine;

use objects::Object;
use types::{BinaryOp, Version, as_str};

fn main() {
    machine::run(Version::V310, |t| {
        let tell = |what: &str, a: &Object, b: &Object| {
            let interned = as_str(a).is_some_and(|a| a.is_interned());
            println!("{what:22} is: {:5}  interned: {interned}", a.is(b));
        };
        let spam = t.str("spam")?;
        let sp = t.str("sp")?;
        let joined = t.binary(BinaryOp::Add, &sp, &t.str("am")?)?;
        tell("'spam' and 'sp' + 'am'", &spam, &joined);

        let a = t.get_item(&spam, &Object::int32(2))?;
        let b = t.get_item(&joined, &Object::int32(2))?;
        tell("their third letters", &a, &b);

        let name = t.intern("spam")?;
        let again = t.intern("spam")?;
        tell("the name spam, twice", name.object(), again.object());
        Ok(())
    });
}
