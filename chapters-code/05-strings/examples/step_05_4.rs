//! The three widths of a string, as they lie in the machine's memory.

mod machine;

use types::Version;

fn main() {
    machine::run(Version::V310, |t| {
        for text in ["hello", "café", "жизнь", "snake 🐍", ""] {
            let string = machine::text(t, text)?;
            println!(
                "{text:8}\tlength {}, width {:?}, {}",
                string.len(),
                string.width(),
                if string.is_ascii() {
                    "ASCII"
                } else {
                    "not ASCII"
                },
            );
            for unit in string.raw_bytes().chunks(string.width() as usize) {
                let unit: Vec<String> = unit.iter().map(|byte| format!("{byte:02x}")).collect();
                print!("  {}", unit.join(" "));
            }
            println!();
        }
        Ok(())
    });
}
