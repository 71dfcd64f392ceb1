//! Which numbers are words, which are objects, and what their objects cost.

mod machine;

use machine::{literal, show, thread};
use num_bigint::BigInt;
use numbers::{Int, as_bigint, cpython_digits, float, int, int_from_bigint};
use objects::{Object, heap};
use types::{Args, BinaryOp, ErrorKind, PyResult, Thread, Type, Version};

fn machine() -> Thread {
    thread(Version::V310)
}

#[test]
fn equal_small_integers_are_the_same_word() -> PyResult<()> {
    let t = machine();
    for value in [
        0,
        -5,
        256,
        257,
        1 << 40,
        Object::MAX_SMALL_INT,
        Object::MIN_SMALL_INT,
    ] {
        let sum = numbers::add(
            &t,
            &int(&t, value - value.signum())?,
            &int(&t, value.signum())?,
        )?;
        assert!(sum.is(&int(&t, value)?) && !sum.is_heap(), "{value}");
    }
    Ok(())
}

#[test]
fn an_integer_outgrows_its_word_at_63_bits_and_returns_to_it() -> PyResult<()> {
    let t = machine();
    let one = Object::int32(1);
    let most = int(&t, Object::MAX_SMALL_INT)?;
    let beyond = numbers::add(&t, &most, &one)?;
    assert!(!most.is_heap() && beyond.is_heap());
    assert!(numbers::subtract(&t, &beyond, &one)?.is(&most));
    let least = int(&t, Object::MIN_SMALL_INT)?;
    assert!(t.negative(&least)?.is_heap());
    assert!(t.negative(&t.negative(&least)?)?.is(&least));
    Ok(())
}

#[test]
fn floats_are_words_between_2_to_the_minus_256_and_2_to_the_256() -> PyResult<()> {
    let t = machine();
    let is_heap = |value| PyResult::Ok(float(&t, value)?.is_heap());
    for value in [0.0, -0.0, 1.5, 2_f64.powi(-255), -(2_f64.powi(255))] {
        assert!(!is_heap(value)?, "{value}");
    }
    for value in [
        2_f64.powi(-300),
        2_f64.powi(300),
        f64::INFINITY,
        f64::NAN,
        5e-324,
    ] {
        assert!(is_heap(value)?, "{value}");
    }
    Ok(())
}

#[test]
fn every_nan_object_is_another_unless_it_is_the_same() -> PyResult<()> {
    let t = machine();
    let (a, b) = (float(&t, f64::NAN)?, float(&t, f64::NAN)?);
    assert!(!a.is(&b) && a.is(&a.clone()));
    assert!(!t.is_true(&numbers::compare(&t, &a, &a, types::CompareOp::Eq)?)?);
    assert_ne!(t.hash(&a)?, t.hash(&b)?);
    Ok(())
}

#[test]
fn the_heap_counts_the_digits_of_a_big_integer_and_gets_them_back() -> PyResult<()> {
    let t = machine();
    let before = heap().bytes();
    let big = int_from_bigint(&t, BigInt::from(1) << 80_000)?;
    assert!(heap().bytes() - before >= 10_000);
    drop(big);
    assert_eq!(heap().bytes(), before);
    Ok(())
}

#[test]
fn a_result_that_exceeds_the_memory_limit_is_refused_before_it_is_computed() {
    let t = machine();
    heap().set_limit(heap().bytes() + (1 << 20));
    let refused = |op, a: &str, b: &str| {
        let raised = t.binary(op, &literal(&t, a), &literal(&t, b)).unwrap_err();
        assert_eq!(
            raised.lazy_kind(),
            Some(ErrorKind::MemoryError),
            "{a} {op:?} {b}"
        );
    };
    refused(BinaryOp::LeftShift, "1", "1000000000000");
    refused(BinaryOp::Power, "9", "387420489");
    refused(BinaryOp::Power, "2", "99999999999999999999");
    let big = t.binary(
        BinaryOp::LeftShift,
        &literal(&t, "1"),
        &literal(&t, "5000000"),
    );
    let big = big.unwrap();
    let raised = t.binary(BinaryOp::Multiply, &big, &big).unwrap_err();
    assert_eq!(raised.lazy_kind(), Some(ErrorKind::MemoryError));
    heap().set_limit(usize::MAX);
}

/// A class derived from a builtin type, as the chapter on classes will make it.
fn derived(t: &Thread, base: &'static Type) -> PyResult<&'static Type> {
    let class = Type::builtin(t.types.type_, "Derived", Some(base))?;
    class.set_bases(vec![base.object()], base.mro());
    class.make_namespace(t.types)?;
    t.ready(class)?;
    Ok(class)
}

#[test]
fn an_instance_of_a_class_derived_from_int_is_an_object_but_its_sums_are_words() -> PyResult<()> {
    let t = machine();
    let class = derived(&t, t.types.int)?;
    let new = class.slots.new.get().unwrap();
    let seven = new(&t, class, Args::positional(&[Object::int32(7)]))?;
    assert!(seven.downcast::<Int>().is_some() && t.is_exact(&seven, class));
    assert_eq!(as_bigint(&seven).unwrap().as_ref(), &BigInt::from(7));
    let eight = numbers::add(&t, &seven, &Object::bool(true))?;
    assert!(eight.is(&Object::int32(8)));
    assert!(t.positive(&seven)?.is(&Object::int32(7)));
    assert_eq!(t.hash(&seven)?, 7);
    assert_eq!(show(&t, &seven)?, "7");
    assert!(t.is_true(&t.compare(&seven, &Object::int32(7), types::CompareOp::Eq)?)?);
    Ok(())
}

#[test]
fn cpython_holds_two_to_the_seventieth_in_three_digits() {
    assert_eq!(cpython_digits(&(BigInt::from(1) << 70)), [0, 0, 1024]);
    assert_eq!(cpython_digits(&BigInt::from(-1)), [1]);
    assert_eq!(cpython_digits(&BigInt::ZERO), [0_u32; 0]);
    let value = "123456789012345678901234567890".parse().unwrap();
    let digits = cpython_digits(&value);
    let back = digits
        .iter()
        .rev()
        .fold(BigInt::ZERO, |number, digit| (number << 30) + digit);
    assert_eq!(back, value);
}

#[test]
fn objects_of_numbers_have_the_sizes_that_were_meant() {
    assert_eq!(size_of::<Object>(), 8);
    #[cfg(target_pointer_width = "64")]
    assert_eq!(size_of::<Int>(), 40);
    assert_eq!(size_of::<numbers::Float>(), 8);
    assert_eq!(size_of::<numbers::Complex>(), 16);
}
