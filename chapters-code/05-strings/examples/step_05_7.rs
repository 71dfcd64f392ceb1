//! Adding to a string, ten thousand times: how much is copied?

mod machine;

use types::{BinaryOp, Version, as_str};

fn main() {
    machine::run(Version::V310, |t| {
        let x = t.str("x")?;

        let (mut text, mut copied) = (t.str("")?, 0);
        for _ in 0..10_000 {
            text = t.binary(BinaryOp::Add, &text, &x)?;
            copied += as_str(&text).map_or(0, |text| text.len());
        }
        println!("text + x:  {copied:>8} characters copied");

        let (mut text, mut copied) = (t.str("xy")?, 0);
        for _ in 0..10_000 {
            let before = text.identity();
            text = strings::append(t, text, &x)?;
            if text.identity() != before {
                copied += as_str(&text).map_or(0, |text| text.len());
            }
        }
        println!("text += x: {copied:>8} characters copied");
        Ok(())
    });
}
