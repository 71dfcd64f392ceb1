//! Fifth step: somebody watches the loop, and the loop does not know.

/// Sees every instruction before it runs.
pub trait Observer {
    /// May the instruction run?
    fn before(&mut self, opcode: u8) -> bool;
}

/// Sees nothing.
pub struct Silent;

impl Observer for Silent {
    fn before(&mut self, _: u8) -> bool {
        true
    }
}

/// Counts down.
pub struct Limit(pub u64);

impl Observer for Limit {
    fn before(&mut self, _: u8) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 > 0
    }
}

/// Counts how often each instruction runs.
pub struct Histogram(pub [u64; 256]);

impl Observer for Histogram {
    fn before(&mut self, opcode: u8) -> bool {
        self.0[usize::from(opcode)] += 1;
        true
    }
}

/// A machine with two instructions: count up (1), and go back to the start until the
/// counter is at `end` (2). Gives how far it came.
pub fn run<O: Observer>(end: u64, observer: &mut O) -> u64 {
    let (code, mut next, mut counter) = ([1, 2], 0, 0);
    loop {
        if !observer.before(code[next]) {
            return counter;
        }
        match code[next] {
            1 => {
                counter += 1;
                next = 1;
            }
            _ if counter == end => return counter,
            _ => next = 0,
        }
    }
}

fn main() {
    println!("silent:    {}", run(1000, &mut Silent));
    println!("limit 100: {}", run(u64::MAX, &mut Limit(100)));
    let mut histogram = Histogram([0; 256]);
    run(1000, &mut histogram);
    println!(
        "histogram: {} times 1, {} times 2",
        histogram.0[1], histogram.0[2]
    );
}
