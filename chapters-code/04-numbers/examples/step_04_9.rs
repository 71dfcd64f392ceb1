//! Short expressions that ask for a lot, under a limit of 64 megabytes.

mod machine;

use machine::{power, show};
use objects::heap;
use types::{BinaryOp, PyResult};

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    heap().set_limit(64 << 20);
    let one = numbers::int(&t, 1)?;
    let count = numbers::int(&t, 1_000_000_000_000)?;
    println!(
        "1 << 10**12: {}",
        show(&t, t.binary(BinaryOp::LeftShift, &one, &count))
    );
    println!("9 ** 387420489: {}", show(&t, power(&t, 9, 387_420_489)));
    let big = power(&t, 10, 5000)?;
    println!("str(10**5000): {}", show(&t, Ok(big.clone())));
    let seven = numbers::int(&t, 7)?;
    println!(
        "10**5000 % 7: {}",
        show(&t, t.binary(BinaryOp::Remainder, &big, &seven))
    );
    Ok(())
}
