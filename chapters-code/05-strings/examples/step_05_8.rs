//! What do upper and lower case do to a text?

mod machine;

use types::{PyResult, Version};

fn main() {
    machine::run(Version::V310, |t| {
        for text in ["straße", "ΟΔΥΣΣΕΥΣ", "ǆungla", "İstanbul", "日本"] {
            let string = machine::text(t, text)?.into_object();
            let call = |name: &str| -> PyResult<String> {
                let result = t.call_method(&string, &t.intern(name)?, &[])?;
                Ok(t.to_str(&result)?.to_text())
            };
            println!(
                "{text:8}\t{}\t{}\t{}\t{}",
                call("upper")?,
                call("lower")?,
                call("title")?,
                call("casefold")?,
            );
        }
        Ok(())
    });
}
