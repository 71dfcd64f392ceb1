//! A solution: whatever lies outside of the integers' range is settled by its size.
//! Inside, the float's whole part is an integer; if those are equal, its fraction
//! decides.

use std::cmp::Ordering;

/// How an integer and a float are ordered, exactly; `None` for a NaN.
pub fn order(a: i64, b: f64) -> Option<Ordering> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if b.is_nan() {
        return None;
    }
    if b >= LIMIT {
        return Some(Ordering::Less);
    }
    if b < -LIMIT {
        return Some(Ordering::Greater);
    }
    let whole = b.trunc();
    let fraction = whole.partial_cmp(&b)?;
    Some(a.cmp(&(whole as i64)).then(fraction))
}
