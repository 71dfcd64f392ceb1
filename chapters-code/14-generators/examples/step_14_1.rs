//! First step: a generator written by hand, as a state machine.

/// Where it is.
enum State {
    Start,
    AtYield,
    End,
}

/// `for a in range(n): for b in range(a): yield a, b`, taken apart.
pub struct Pairs {
    n: u32,
    a: u32,
    b: u32,
    state: State,
}

/// A new one, which has not begun.
pub fn pairs(n: u32) -> Pairs {
    let (a, b, state) = (0, 0, State::Start);
    Pairs { n, a, b, state }
}

impl Iterator for Pairs {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        match self.state {
            State::Start => (self.a, self.b) = (0, 0),
            State::AtYield => self.b += 1,
            State::End => return None,
        }
        while self.a < self.n {
            if self.b < self.a {
                self.state = State::AtYield;
                return Some((self.a, self.b));
            }
            (self.a, self.b) = (self.a + 1, 0);
        }
        self.state = State::End;
        None
    }
}

fn main() {
    for (a, b) in pairs(4) {
        print!("({a}, {b}) ");
    }
    println!("\na state machine of {} bytes", size_of::<Pairs>());
}
