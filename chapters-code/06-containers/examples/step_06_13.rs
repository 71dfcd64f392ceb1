//! Looking for 1: when can a table answer by itself?

mod machine;

use machine::with_machine;
use objects::Object;
use types::{PyResult, Table, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let one = Object::int32(1);
        let near_one = numbers::float(t, 1.0)?;
        let far = numbers::float(t, 1e300)?;
        let keys = [
            ("1", one.clone()),
            ("2", Object::int32(2)),
            ("'one'", t.str("one")?),
            ("True", Object::bool(true)),
            ("1.0", near_one),
            ("1e300", far),
        ];
        for (shown, key) in keys {
            let table = Table::default();
            let hash = t.hash(&key)?;
            table.add(key, hash, Object::none())?;
            println!("in {{{shown}}}: {:?}", table.find_int(&one, 1));
        }
        Ok(())
    })
}
