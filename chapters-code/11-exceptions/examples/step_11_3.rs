//! What exceptions make of their arguments.

mod machine;

use machine::{make, repr, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

fn main() {
    with_machine(Version::V310, |t| {
        let text = |text: &str| t.str(text);
        tell(t, "ValueError", &[])?;
        tell(t, "ValueError", &[text("no")?])?;
        tell(t, "ValueError", &[text("no")?, Object::int32(7)])?;
        tell(t, "KeyError", &[text("")?])?;
        tell(
            t,
            "OSError",
            &[Object::int32(2), text("No such file")?, text("spam.txt")?],
        )?;
        tell(t, "StopIteration", &[Object::int32(42)])?;
        let data = t.bytes(b"caf\xe9")?;
        let range = [Object::int32(3), Object::int32(4)];
        let [start, end] = range;
        let args = [
            text("ascii")?,
            data,
            start,
            end,
            text("ordinal not in range(128)")?,
        ];
        tell(t, "UnicodeDecodeError", &args)
    });
}

fn tell(t: &Thread, class: &str, args: &[Object]) -> PyResult<()> {
    let exception = make(t, class, args)?;
    println!("{class}: {}", repr(t, &exception)?);
    println!("    {}", t.to_str(&exception)?.to_text());
    for field in ["errno", "filename", "value", "start"] {
        if let Some(value) = t.find_attribute(&exception, &t.intern(field)?)? {
            println!("    .{field} = {}", repr(t, &value)?);
        }
    }
    Ok(())
}
