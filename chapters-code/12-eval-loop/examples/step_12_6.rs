//! Sixth step: every instruction calls the next, as the last thing that it does, or nearly.

/// Where the next instruction is, the sum, what is left to add.
type Operation = fn(next: usize, total: i64, n: i64, machine: &mut Machine) -> i64;

/// What does not travel from hand to hand.
pub struct Machine {
    code: &'static [u8],
    returned: usize,
    lowest: usize,
}

/// `total += n`, `n -= 1`, `if n: goto 0`, `return total`
const CODE: &[u8] = &[0, 1, 2, 3];

/// The function of an operation, of one of two machines.
fn operation<const WAITS: bool>(number: u8) -> Operation {
    match number {
        0 => add::<WAITS>,
        1 => decrement::<WAITS>,
        2 => jump_if::<WAITS>,
        _ => give_back,
    }
}

fn go_on<const WAITS: bool>(next: usize, total: i64, n: i64, machine: &mut Machine) -> i64 {
    let operation = operation::<WAITS>(machine.code[next]);
    if !WAITS {
        return operation(next + 1, total, n, machine);
    }
    let result = operation(next + 1, total, n, machine);
    machine.returned += 1;
    result
}

fn add<const WAITS: bool>(next: usize, total: i64, n: i64, machine: &mut Machine) -> i64 {
    go_on::<WAITS>(next, total + n, n, machine)
}

fn decrement<const WAITS: bool>(next: usize, total: i64, n: i64, machine: &mut Machine) -> i64 {
    go_on::<WAITS>(next, total, n - 1, machine)
}

fn jump_if<const WAITS: bool>(next: usize, total: i64, n: i64, machine: &mut Machine) -> i64 {
    let next = if n != 0 { 0 } else { next };
    go_on::<WAITS>(next, total, n, machine)
}

fn give_back(_: usize, total: i64, _: i64, machine: &mut Machine) -> i64 {
    machine.lowest = here();
    total
}

/// About where the host's stack ends now.
#[inline(never)]
fn here() -> usize {
    let place = 0u8;
    std::hint::black_box(&raw const place).addr()
}

/// The sum of the numbers up to `n`, and how much deeper the host's stack was at the end.
pub fn total<const WAITS: bool>(n: i64) -> (i64, usize) {
    let mut machine = Machine {
        code: CODE,
        returned: 0,
        lowest: 0,
    };
    let total = go_on::<WAITS>(0, 0, n, &mut machine);
    (total, here().abs_diff(machine.lowest))
}

fn main() {
    println!("instructions   stack, if each counts   if none does");
    for n in [10, 100, 1000] {
        let ((_, counting), (_, leaving)) = (total::<true>(n), total::<false>(n));
        println!("{:12}   {counting:15} bytes   {leaving:6} bytes", 3 * n + 1);
    }
}
