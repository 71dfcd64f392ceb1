//! One state per `yield`, and one for each end of the code.

enum State {
    Start,
    AfterPositive,
    AfterNegative,
    AfterZero,
}

/// `for i in range(1, n + 1): yield i; yield -i`, and then `yield 0`.
pub struct Zigzag {
    n: i64,
    i: i64,
    state: State,
}

/// A new one, which has not begun.
pub fn zigzag(n: i64) -> Zigzag {
    let (i, state) = (0, State::Start);
    Zigzag { n, i, state }
}

impl Iterator for Zigzag {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        match self.state {
            State::AfterPositive => {
                self.state = State::AfterNegative;
                return Some(-self.i);
            }
            State::AfterZero => return None,
            State::Start | State::AfterNegative => (),
        }
        // The head of the loop, which two states come to.
        if self.i < self.n {
            self.i += 1;
            self.state = State::AfterPositive;
            return Some(self.i);
        }
        self.state = State::AfterZero;
        Some(0)
    }
}
