//! Which way does division round? Rust's and the processor's goes towards zero, Python's
//! down.

mod machine;

use machine::show;
use types::{BinaryOp, PyResult};

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    println!("  a   b | Rust: a/b  a%b | Python: a//b  a%b");
    for (a, b) in [(7_i64, 2_i64), (-7, 2), (7, -2), (-7, -2), (-6, 2)] {
        let (x, y) = (numbers::int(&t, a)?, numbers::int(&t, b)?);
        println!(
            "{a:3} {b:3} | {:9} {:4} | {:>12} {:>4}",
            a / b,
            a % b,
            show(&t, t.binary(BinaryOp::FloorDivide, &x, &y)),
            show(&t, t.binary(BinaryOp::Remainder, &x, &y)),
        );
    }
    Ok(())
}
