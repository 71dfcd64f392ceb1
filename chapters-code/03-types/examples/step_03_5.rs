//! Is a name equal to another? One comparison of words.

mod machine;

use types::{PyResult, Version};

fn main() -> PyResult<()> {
    for version in [Version::V310, Version::V311] {
        let t = machine::start(version)?;
        let (a, b) = (t.str("spam and eggs")?, t.str("spam and eggs")?);
        let same_text = t.to_str(&a)?.to_text() == t.to_str(&b)?.to_text();
        println!("two strings, equal: {same_text}, identical: {}", a.is(&b));
        let (a, b) = (t.intern("spam and eggs")?, t.intern("spam and eggs")?);
        println!("two names, identical: {}", a.is(&b));
        println!("in {version} its hash is {}", a.hash());
    }
    Ok(())
}
