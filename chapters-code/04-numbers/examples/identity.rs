//! Computed twice, is it the same? What `is` says of numbers.

mod machine;

use machine::{power, show};
use objects::Object;
use types::PyResult;

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    let cases: [(&str, &dyn Fn() -> PyResult); 8] = [
        ("255 + 1", &|| {
            numbers::add(&t, &Object::int32(255), &Object::int32(1))
        }),
        ("256 + 1", &|| {
            numbers::add(&t, &Object::int32(256), &Object::int32(1))
        }),
        ("2 ** 61", &|| power(&t, 2, 61)),
        ("2 ** 62", &|| power(&t, 2, 62)),
        ("1.0 + 0.5", &|| {
            numbers::add(&t, &numbers::float(&t, 1.0)?, &numbers::float(&t, 0.5)?)
        }),
        ("2.0 ** 300", &|| numbers::float(&t, 2_f64.powi(300))),
        ("inf - inf", &|| numbers::float(&t, f64::NAN)),
        ("1 + 0j", &|| numbers::complex(&t, (1.0, 0.0))),
    ];
    for (text, compute) in cases {
        let (a, b) = (compute()?, compute()?);
        let equal = t.is_true(&numbers::compare(&t, &a, &b, types::CompareOp::Eq)?)?;
        println!(
            "{text:<11} = {:<20} equal: {equal:<5}  the same: {}",
            short(show(&t, Ok(a.clone()))),
            a.is(&b)
        );
    }
    println!(
        "id(1) = {}, id(2) = {}",
        Object::int32(1).identity(),
        Object::int32(2).identity()
    );
    Ok(())
}

fn short(text: String) -> String {
    if text.len() <= 20 {
        text
    } else {
        format!("{}…", &text[..19])
    }
}
