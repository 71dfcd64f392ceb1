//! A match among the bytes that is none among the characters.

mod machine;

use objects::Object;
use types::{PyResult, Thread, Version};

/// `hay.find(needle)`
fn find(t: &Thread, hay: &Object, needle: &str) -> PyResult {
    let find = t.get_attribute(hay, &t.intern("find")?)?;
    t.call(&find, &[t.str(needle)?])
}

fn main() {
    machine::run(Version::V310, |t| {
        // Where addresses are read from the low end, these are 01 02, 01 02, 02 01.
        let hay = t.str("\u{201}\u{201}\u{102}")?;
        let bytes = t.to_str(&hay)?.raw_bytes().to_vec();
        println!("the bytes:              {bytes:02x?}");
        let needle = "\u{102}";
        let bytes_of_needle = t.to_str(&t.str(needle)?)?.raw_bytes().to_vec();
        let found = bytes.windows(2).position(|two| two == bytes_of_needle);
        println!("{bytes_of_needle:02x?} is found at byte  {found:?}");
        println!("'Ă' is at character     {:?}", find(t, &hay, needle)?);
        // A four-byte character cannot occur in a string of two bytes each.
        println!("'🐍' is at character    {:?}", find(t, &hay, "🐍")?);
        Ok(())
    });
}
