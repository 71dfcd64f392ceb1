/// Does this float fit into a word? Look at its bits only: `value.to_bits()`.
pub fn fits(value: f64) -> bool {
    let _exponent = value.to_bits() >> 52 & 0x7FF;
    value.is_finite()
}
