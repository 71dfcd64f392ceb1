//! How many digits does a float need?

use numbers::format::{float_fixed, float_general, float_repr};

fn main() {
    for value in [0.1, 0.1 + 0.2, 0.3, 1e22, 1e23, 5e-324] {
        println!("{:<22} is {}", float_repr(value), exact(value));
    }
    let tie = 900_719_925_474_099.0 + 0.25;
    println!(
        "{:<22} is {}, for Rust {tie:?}",
        float_repr(tie),
        exact(tie)
    );
    println!("2.675 to two places:    {}", float_fixed(2.675, 2, false));
    println!(
        "2.675 to twenty digits: {}",
        float_general(2.675, 20, false)
    );
}

/// The first digits of the float itself, and dots if there are more.
fn exact(value: f64) -> String {
    let text = float_general(value, 1000, false);
    match text
        .split_once('e')
        .map_or((text.as_str(), ""), |(digits, exponent)| (digits, exponent))
    {
        (digits, _) if digits.len() <= 32 => text,
        (digits, "") => format!("{}…", &digits[..32]),
        (digits, exponent) => format!("{}…e{exponent}", &digits[..32]),
    }
}
