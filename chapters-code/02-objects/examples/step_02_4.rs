//! A float in a pointer: where does the tag go?

/// Its exponent, as it is and moved, and whether the two bits after the sign are `10` now.
fn show(value: f64) {
    let bits = value.to_bits();
    let moved = bits.wrapping_add(0x101 << 52);
    let fits = moved >> 61 & 3 == 0b10;
    println!(
        "{value:>10.2e}   {:011b}   {:011b}   {}",
        bits >> 52 & 0x7FF,
        moved >> 52 & 0x7FF,
        if fits { "fits" } else { "-" }
    );
}

fn main() {
    println!("     float   exponent      moved by 257");
    for exponent in [-1022, -257, -256, -1, 0, 1, 255, 256, 1023] {
        show(2f64.powi(exponent));
    }
    for value in [-1.5, 0.0, f64::INFINITY] {
        show(value);
    }
}
