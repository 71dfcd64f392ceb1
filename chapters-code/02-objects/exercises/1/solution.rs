/// Does this float fit into a word? Look at its bits only: `value.to_bits()`.
pub fn fits(value: f64) -> bool {
    let bits = value.to_bits();
    let exponent = bits >> 52 & 0x7FF;
    // The exponent is stored with 1023 added, so −256…255 is stored as 767…1278.
    // Without its sign, a zero has no bits at all.
    (767..=1278).contains(&exponent) || bits << 1 == 0
}
