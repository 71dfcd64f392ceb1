//! `time`: the clocks of the host, and waiting.

use crate::native::Filling;
use num_traits::ToPrimitive;
use numbers::{Integer, as_f64, float, int_from_bigint};
use objects::Object;
use types::{ErrorKind, NativeCode, NativeDef, PyResult, Thread, Version};

const SECOND: u128 = 1_000_000_000;

/// A time of the host as seconds. The whole ones and the rest are converted apart, as
/// `_PyTime_AsSecondsDouble` does where a float would not hold the nanoseconds.
fn seconds(t: &Thread, nanoseconds: u128) -> PyResult {
    match nanoseconds % SECOND {
        0 => float(t, (nanoseconds / SECOND) as f64),
        _ => float(t, nanoseconds as f64 / 1e9),
    }
}

fn whole(t: &Thread, nanoseconds: u128) -> PyResult {
    int_from_bigint(t, nanoseconds.into())
}

/// How long to wait, in nanoseconds.
fn duration(t: &Thread, object: &Object) -> PyResult<u64> {
    let too_large = || t.overflow_error("timestamp too large to convert to C _PyTime_t");
    let negative = || t.value_error("sleep length must be non-negative");
    if let Some(value) = as_f64(object) {
        if value.is_nan() {
            return Err(t.value_error("Invalid value NaN (not a number)"));
        }
        let nanoseconds = value * 1e9;
        if nanoseconds.abs() >= i64::MAX as f64 {
            return Err(match t.version {
                Version::V310 => too_large(),
                Version::V311 => t.overflow_error("timestamp out of range for platform time_t"),
            });
        }
        return match value < 0.0 {
            true => Err(negative()),
            false => Ok(nanoseconds.ceil() as u64),
        };
    }
    let index = t.index(object)?;
    let Some(value) = Integer::of(&index) else {
        return Err(t.type_error("an integer was expected"));
    };
    let nanoseconds = value
        .to_i64()
        .and_then(|seconds| seconds.checked_mul(1_000_000_000))
        .ok_or_else(too_large)?;
    nanoseconds.to_u64().ok_or_else(negative)
}

fn sleep(t: &Thread, _: &Object, length: &Object) -> PyResult {
    t.host.sleep(duration(t, length)?).map_err(|error| {
        t.raise(
            ErrorKind::OSError,
            types::Details::Message(error.to_string().into()),
        )
    })?;
    Ok(Object::none())
}

/// The two rows of a clock: in seconds, and in nanoseconds.
macro_rules! clock {
    ($name:literal, $nanoseconds:literal, $read:expr, $doc:literal, $doc_nanoseconds:literal) => {
        [
            NativeDef {
                name: $name,
                code: NativeCode::NoArgs(|t, _| {
                    let read: fn(&Thread) -> u128 = $read;
                    seconds(t, read(t))
                }),
                doc: $doc,
            },
            NativeDef {
                name: $nanoseconds,
                code: NativeCode::NoArgs(|t, _| {
                    let read: fn(&Thread) -> u128 = $read;
                    whole(t, read(t))
                }),
                doc: $doc_nanoseconds,
            },
        ]
    };
}

static CLOCKS: [[NativeDef; 2]; 5] = [
    clock!(
        "time",
        "time_ns",
        |t| t.host.now(),
        "Return the current time in seconds since the Epoch.",
        "Return the current time in nanoseconds since the Epoch."
    ),
    clock!(
        "monotonic",
        "monotonic_ns",
        |t| t.host.monotonic(),
        "Monotonic clock, cannot go backward.",
        "Monotonic clock, cannot go backward, as nanoseconds."
    ),
    clock!(
        "perf_counter",
        "perf_counter_ns",
        |t| t.host.monotonic(),
        "Performance counter for benchmarking.",
        "Performance counter for benchmarking as nanoseconds."
    ),
    clock!(
        "process_time",
        "process_time_ns",
        |t| t.host.process_time(),
        "Process time for profiling: sum of the kernel and user-space CPU time.",
        "Process time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time."
    ),
    clock!(
        "thread_time",
        "thread_time_ns",
        |t| t.host.process_time(),
        "Thread time for profiling: sum of the kernel and user-space CPU time.",
        "Thread time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time."
    ),
];

static FUNCTIONS: &[NativeDef] = &[NativeDef {
    name: "sleep",
    code: NativeCode::One(sleep),
    doc: "Delay execution for a given number of seconds.",
}];

/// Fills the module.
pub(crate) fn fill(t: &Thread, time: &Filling) -> PyResult<()> {
    for clock in &CLOCKS {
        time.functions(t, clock)?;
    }
    time.functions(t, FUNCTIONS)
}
