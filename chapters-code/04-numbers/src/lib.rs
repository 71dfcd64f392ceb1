//! int, bool, float and complex, and the singletons `None`, `...` and `NotImplemented`.
//!
//! Small integers and ordinary floats are words: this chapter says what is done with them,
//! and what happens when a number outgrows its word.
#![forbid(unsafe_code)]

mod complex;
mod complex_arithmetic;
mod complex_text;
mod complex_type;
mod convert;
mod fast;
mod float;
mod float_arithmetic;
mod float_text;
mod float_type;
pub mod format;
mod hash;
mod int;
mod int_arithmetic;
mod int_text;
mod int_type;
mod quotient;
mod real;
mod singletons;
mod text;

pub use complex::{Complex, as_complex, complex, complex_value};
pub use complex_text::to_text as complex_to_text;
pub use convert::{buffer, to_float, to_int, to_isize};
pub use fast::{add, binary, compare, multiply, power, subtract};
pub use float::{Float, as_f64, float, float_value, integer_to_f64};
pub use float_text::parse as parse_float;
pub use hash::hash_bigint;
pub use int::{
    Int, Integer, MAX_BITS, as_bigint, cpython_digits, exact as exact_int, int, int_from_bigint,
    int_from_i128, int_from_u64, int_from_usize, reserve,
};
pub use int_text::{DIGITS_THRESHOLD, IntSettings, to_decimal, to_prefixed, to_radix};
pub use num_bigint::{BigInt, Sign};
pub use real::{bigint_to_f64, truncate};
pub use text::{decimal_digit, is_space};

pub(crate) use float_arithmetic::float_of_int;

/// Fills the slots of the number types and of the singletons' types.
pub fn install(t: &types::Thread) -> types::PyResult<()> {
    int_type::install(t)?;
    float_type::install(t)?;
    complex_type::install(t)?;
    singletons::install(t)
}
