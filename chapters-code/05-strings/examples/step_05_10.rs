//! What the format language makes of numbers and texts.

mod machine;

use objects::Object;
use types::Version;

fn main() {
    machine::run(Version::V310, |t| {
        let show = |value: &Object, spec: &str| -> types::PyResult<()> {
            let result = strings::format(t, value, &t.str(spec)?);
            let value = t.repr(value)?.to_text();
            match result {
                Ok(text) => println!("{value:>9}  {spec:9} {}", t.repr(&text)?.to_text()),
                Err(raised) => println!("{value:>9}  {spec:9} {raised:?}"),
            }
            Ok(())
        };
        let million = Object::int32(-1_234_567);
        for spec in ["", ">12", "^12", "+,", "012,", "#x", "08_x", "e", "c", "s"] {
            show(&million, spec)?;
        }
        let float = numbers::float(t, 2.5)?;
        for spec in ["", ".0f", ".3e", "8.2%", "é^9"] {
            show(&float, spec)?;
        }
        let text = t.str("жизнь")?;
        for spec in [">8", ".3", "-^7.2", "d"] {
            show(&text, spec)?;
        }
        Ok(())
    });
}
