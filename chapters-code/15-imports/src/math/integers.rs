//! The functions of integers: exact, whatever their size.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer as _;
use num_traits::{One, Signed, ToPrimitive, Zero};
use numbers::{as_bigint, int_from_bigint, reserve};
use objects::Object;
use types::{NativeCode, NativeDef, PyResult, Thread, Version, check_count};

/// An argument that is an integer or has an `__index__`.
fn integer(t: &Thread, object: &Object) -> PyResult<BigInt> {
    let index = t.index(object)?;
    match as_bigint(&index) {
        Some(value) => Ok(value.into_owned()),
        None => Err(t.system_error("__index__ gave no integer")),
    }
}

fn gcd(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    let mut result = BigInt::zero();
    for arg in args {
        // Every argument must be an integer, even when the result is known.
        let value = integer(t, arg)?;
        result = result.gcd(&value);
    }
    int_from_bigint(t, result)
}

fn lcm(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    let mut result = BigInt::one();
    for arg in args {
        let value = integer(t, arg)?;
        reserve(result.bits().saturating_add(value.bits()))?;
        result = match result.is_zero() || value.is_zero() {
            true => BigInt::zero(),
            false => (&result / result.gcd(&value) * value).abs(),
        };
    }
    int_from_bigint(t, result)
}

fn isqrt(t: &Thread, _: &Object, n: &Object) -> PyResult {
    let n = integer(t, n)?;
    match n.to_biguint() {
        Some(n) => int_from_bigint(t, n.sqrt().into()),
        None => Err(t.value_error("isqrt() argument must be nonnegative")),
    }
}

/// The product of the integers from `from` on, `count` of them, halved again and again so
/// that the factors stay of like size.
fn rising(from: &BigUint, count: u64) -> BigUint {
    match count {
        0 => BigUint::one(),
        1..=8 => (1..count).fold(from.clone(), |product, at| product * (from + at)),
        _ => {
            let half = count / 2;
            rising(from, half) * rising(&(from + half), count - half)
        }
    }
}

/// How many bits the product of `count` integers up to `largest` can have.
fn reserve_product(largest: &BigUint, count: u64) -> PyResult<()> {
    Ok(reserve(largest.bits().saturating_mul(count))?)
}

/// The number of a factorial's factors.
fn factorial_argument(t: &Thread, object: &Object) -> PyResult<BigInt> {
    if t.version == Version::V310
        && let Some(value) = numbers::as_f64(object)
    {
        return match numbers::truncate(value) {
            Some(whole) if value == value.floor() => Ok(whole),
            _ => Err(t.value_error("factorial() only accepts integral values")),
        };
    }
    integer(t, object)
}

fn factorial_of(t: &Thread, n: &BigInt) -> PyResult {
    if n.is_negative() {
        return Err(t.value_error("factorial() not defined for negative values"));
    }
    let Some(count) = n.to_i64() else {
        return Err(t.overflow_error(format!(
            "factorial() argument should not exceed {}",
            i64::MAX
        )));
    };
    let count = count.unsigned_abs();
    reserve_product(&BigUint::from(count), count)?;
    int_from_bigint(t, rising(&BigUint::one(), count).into())
}

fn factorial(t: &Thread, _: &Object, x: &Object) -> PyResult {
    factorial_of(t, &factorial_argument(t, x)?)
}

/// Both arguments of `comb` and `perm`, which must not be negative.
fn choice(t: &Thread, n: &Object, k: &Object) -> PyResult<(BigUint, BigUint)> {
    let (n, k) = (integer(t, n)?, integer(t, k)?);
    let natural = |value: BigInt, name: &str| {
        value
            .to_biguint()
            .ok_or_else(|| t.value_error(format!("{name} must be a non-negative integer")))
    };
    Ok((natural(n, "n")?, natural(k, "k")?))
}

fn perm(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "perm", args.len(), 1, 2)?;
    let k = match args.get(1) {
        Some(k) if !k.is_none() => k,
        _ => return factorial(t, &Object::none(), &args[0]),
    };
    let (n, k) = choice(t, &args[0], k)?;
    if n < k {
        return Ok(Object::int32(0));
    }
    let Some(count) = k.to_i64().map(i64::unsigned_abs) else {
        return Err(t.overflow_error(format!("k must not exceed {}", i64::MAX)));
    };
    reserve_product(&n, count)?;
    int_from_bigint(t, rising(&(n - k + 1_u32), count).into())
}

fn comb(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "comb", args.len(), 2, 2)?;
    let (n, k) = choice(t, &args[0], &args[1])?;
    if n < k {
        return Ok(Object::int32(0));
    }
    let k = k.clone().min(&n - k);
    let Some(count) = k.to_i64().map(i64::unsigned_abs) else {
        return Err(t.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    reserve_product(&n, count)?;
    let ways = rising(&(n - k + 1_u32), count) / rising(&BigUint::one(), count);
    int_from_bigint(t, ways.into())
}

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "gcd",
        code: NativeCode::Fast(gcd),
        doc: "Greatest Common Divisor.",
    },
    NativeDef {
        name: "lcm",
        code: NativeCode::Fast(lcm),
        doc: "Least Common Multiple.",
    },
    NativeDef {
        name: "isqrt",
        code: NativeCode::One(isqrt),
        doc: "Return the integer part of the square root of the input.",
    },
    NativeDef {
        name: "factorial",
        code: NativeCode::One(factorial),
        doc: "Find n!.",
    },
    NativeDef {
        name: "perm",
        code: NativeCode::Fast(perm),
        doc: "Number of ways to choose k items from n items without repetition and with order.",
    },
    NativeDef {
        name: "comb",
        code: NativeCode::Fast(comb),
        doc: "Number of ways to choose k items from n items without repetition and without order.",
    },
];
