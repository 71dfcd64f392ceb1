//! Nothing that a program asks of strings takes more memory than the machine may have: a
//! size that comes from outside ends in an error.

mod machine;

use machine::{Expression, error_text, evaluate, thread};
use types::Version;

/// Each would take a hundred megabytes at least.
const GREEDY: &[&str] = &[
    "'ab' * 100000000",
    "'ж' * 100000000",
    "b'ab' * 100000000",
    "bytearray(b'ab') * 100000000",
    "'a'.center(100000000)",
    "'a'.ljust(100000000, '🐍')",
    "'a'.rjust(100000000)",
    "'a'.zfill(100000000)",
    "'-a'.zfill(100000000)",
    "b'a'.center(100000000)",
    "b'-1'.zfill(100000000)",
    "'\\t'.expandtabs(100000000)",
    "b'\\t'.expandtabs(100000000)",
    "format('a', '100000000')",
    "format(1, '100000000')",
    "format(1, '0100000000,')",
    "format(1.5, '0100000000')",
    "format(1.5, '.100000000f')",
    "format(1.5, '.100000000e')",
    "format(1j, '100000000')",
    "'{:{}}'.format('a', 100000000)",
    "'{:100000000}'.format(1)",
    "'%100000000d' % 1",
    "'%.100000000d' % 1",
    "'%.100000000f' % 1",
    "'%*s' % (100000000, 'x')",
    "b'%100000000d' % 1",
    "('a' * 10000).replace('a', 'b' * 100000)",
    "('a' * 10000).replace('', 'b' * 100000)",
    "(b'a' * 10000).replace(b'a', b'b' * 100000)",
    "('a' * 1000000).join('b' * 200)",
    "('a' * 10000).translate({97: 'b' * 100000})",
    "bytes(100000000)",
    "bytearray(100000000)",
];

#[test]
fn what_is_too_large_is_a_memory_error() {
    let t = thread(Version::V310);
    objects::heap().set_limit(objects::heap().bytes() + (16 << 20));
    for expression in GREEDY {
        let result = match evaluate(&t, &Expression::parse(expression)) {
            Ok(_) => "a value".to_owned(),
            Err(raised) => error_text(&t, raised),
        };
        assert_eq!(result, "!MemoryError: ", "{expression}");
    }
    objects::heap().set_limit(usize::MAX);
}

#[test]
fn what_is_beyond_any_machine_is_an_error_too() {
    let t = thread(Version::V311);
    for expression in [
        "'{:1000000000000000}'.format(1)",
        "'%1000000000000000d' % 1",
        "'a'.ljust(1000000000000000)",
        "'ab' * 4000000000000000000",
        "'ab' * 5000000000000000000",
        "bytes(4000000000000000000)",
        "format(1, '01000000000000000,')",
    ] {
        let result = match evaluate(&t, &Expression::parse(expression)) {
            Ok(_) => "a value".to_owned(),
            Err(raised) => error_text(&t, raised),
        };
        let refused = ["!MemoryError: ", "!OverflowError"];
        assert!(
            refused.iter().any(|error| result.starts_with(error)),
            "{expression}: {result}"
        );
    }
}
