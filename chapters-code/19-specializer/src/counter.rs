//! When is the next attempt? The counter in the first code unit of every inline cache says
//! (`Include/internal/pycore_code.h`).
//!
//! While an instruction is adaptive, the upper twelve bits count executions down to the next
//! attempt, and the lower four hold the exponent that a failure raises. Once it is
//! specialized, the whole unit counts misses down.
#![forbid(unsafe_code)]

/// Executions and backward jumps until a code object is quickened.
pub const QUICKENING_WARMUP_DELAY: i32 = 8;
/// The exponent after a specialized instruction has missed too often.
const ADAPTIVE_BACKOFF_START: u16 = 5;
/// Bits of the exponent.
const ADAPTIVE_BACKOFF_BITS: u16 = 4;
/// The largest exponent.
const MAX_BACKOFF_VALUE: u16 = 16 - ADAPTIVE_BACKOFF_BITS;
const EXPONENT: u16 = (1 << ADAPTIVE_BACKOFF_BITS) - 1;
/// What a deferred execution takes off.
pub const ONE_EXECUTION: u16 = 1 << ADAPTIVE_BACKOFF_BITS;

/// Misses that a fresh specialization may have: a prime, to avoid resonance with what the
/// program does at regular intervals.
pub const MISSES: u16 = 53;

const fn counter(value: u16, exponent: u16) -> u16 {
    value << ADAPTIVE_BACKOFF_BITS | exponent & EXPONENT
}

/// The counter of an instruction that goes back to adaptive after its last miss: 31 more
/// executions pass before the next attempt.
pub const fn start() -> u16 {
    counter((1 << ADAPTIVE_BACKOFF_START) - 1, ADAPTIVE_BACKOFF_START)
}

/// The counter after a failed attempt: each failure doubles the wait.
pub const fn backoff(old: u16) -> u16 {
    let mut exponent = (old & EXPONENT) + 1;
    if exponent > MAX_BACKOFF_VALUE {
        exponent = MAX_BACKOFF_VALUE;
    }
    counter((1 << exponent) - 1, exponent)
}

/// Is it time for an attempt?
#[inline(always)]
pub const fn is_due(counter: u16) -> bool {
    counter < ONE_EXECUTION
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_last_miss_the_counter_is_31_with_exponent_5() {
        assert_eq!(start(), 501);
    }

    #[test]
    fn every_failure_doubles_the_wait_up_to_4095() {
        let mut counter = 0;
        let waits: Vec<u16> = (0..14)
            .map(|_| {
                counter = backoff(counter);
                counter >> 4
            })
            .collect();
        let expected = [
            1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 2047, 4095, 4095, 4095,
        ];
        assert_eq!(waits, expected);
    }

    #[test]
    fn a_site_that_always_fails_is_tried_at_these_executions() {
        let (mut counter, mut attempts) = (0, vec![]);
        for execution in 8..5000 {
            if is_due(counter) {
                attempts.push(execution);
                counter = backoff(counter);
            }
            counter -= ONE_EXECUTION;
        }
        assert_eq!(
            attempts,
            [8, 9, 12, 19, 34, 65, 128, 255, 510, 1021, 2044, 4091]
        );
    }

    #[test]
    fn a_deoptimized_site_is_tried_again_32_executions_later() {
        let (mut counter, mut executions) = (start(), 1);
        while !is_due(counter) {
            counter -= ONE_EXECUTION;
            executions += 1;
        }
        assert_eq!(executions, 32);
    }
}
