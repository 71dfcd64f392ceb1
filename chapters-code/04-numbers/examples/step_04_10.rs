//! Dividing complex numbers: what overflows on the way?

mod machine;

use machine::show;
use types::{BinaryOp, PyResult};

type Pair = (f64, f64);

/// As in a textbook: times the conjugate of the divisor, by the square of its length.
fn school(a: Pair, b: Pair) -> Pair {
    let square = b.0 * b.0 + b.1 * b.1;
    (
        (a.0 * b.0 + a.1 * b.1) / square,
        (a.1 * b.0 - a.0 * b.1) / square,
    )
}

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    for (a, b) in [((1.0, 2.0), (3.0, 4.0)), ((1e200, 2e200), (3e200, 4e200))] {
        let quotient = t.binary(
            BinaryOp::TrueDivide,
            &numbers::complex(&t, a)?,
            &numbers::complex(&t, b)?,
        );
        println!("{a:?} / {b:?}");
        println!("  school: {:?}", school(a, b));
        println!("  Python: {}", show(&t, quotient));
    }
    Ok(())
}
