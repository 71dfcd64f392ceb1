//! Begin here: it never gets to a `yield`.

/// `for i in range(1, n + 1): yield i; yield -i`, and then `yield 0`.
pub struct Zigzag {
    _n: i64,
}

/// A new one, which has not begun.
pub fn zigzag(n: i64) -> Zigzag {
    Zigzag { _n: n }
}

impl Iterator for Zigzag {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        None
    }
}
