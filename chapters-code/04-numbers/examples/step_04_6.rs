//! Integers beside floats: what two roundings spoil, and one does not.

mod machine;

use machine::{integer, show};
use types::{BinaryOp, CompareOp, PyResult};

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    let odd = 9_007_199_254_740_993_i64;
    println!("2**53 + 1 as a float:              {:.0}", odd as f64);
    println!(
        "equal to float(2**53), by casting: {}",
        odd as f64 == 9_007_199_254_740_992.0
    );
    let float = numbers::float(&t, 9_007_199_254_740_992.0)?;
    let equal = t.compare(&numbers::int(&t, odd)?, &float, CompareOp::Eq);
    println!("equal to float(2**53), in Python:  {}", show(&t, equal));

    let (a, b) = (36_028_797_018_963_971_i64, 3_i64);
    println!("{a} / {b}, by casting: {}", a as f64 / b as f64);
    let quotient = t.binary(
        BinaryOp::TrueDivide,
        &numbers::int(&t, a)?,
        &numbers::int(&t, b)?,
    );
    println!("{a} / {b}, in Python:  {}", show(&t, quotient));

    let zeros = "0".repeat(400);
    let (a, b) = (
        integer(&t, &format!("3{zeros}"))?,
        integer(&t, &format!("2{zeros}"))?,
    );
    println!(
        "3e400 / 2e400, by casting: {}",
        rust("3e400") / rust("2e400")
    );
    println!(
        "3e400 / 2e400, in Python:  {}",
        show(&t, t.binary(BinaryOp::TrueDivide, &a, &b))
    );
    Ok(())
}

/// A float as Rust reads it: infinite, if it is too large.
fn rust(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}
