//! What goes into a word comes out of it.

use objects::{Object, Singleton, Unpacked};

/// Numbers that look random and are the same in each run (Marsaglia's xorshift).
fn numbers(count: usize) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0x9E37_79B9_7F4A_7C15_u64), |x| {
        let x = x ^ x << 13;
        let x = x ^ x >> 7;
        Some(x ^ x << 17)
    })
    .take(if cfg!(miri) { count / 100 } else { count })
}

/// Every float with this exponent that is likely to go wrong, in both signs.
fn floats(exponent: u64) -> impl Iterator<Item = f64> {
    let mantissas = [0, 1, 1 << 51, (1 << 52) - 1, 0x5_5555_5555_5555];
    mantissas.into_iter().flat_map(move |mantissa| {
        [0, 1].map(|sign| f64::from_bits(sign << 63 | exponent << 52 | mantissa))
    })
}

/// All exponents; under Miri those at the boundaries and a few between.
fn exponents() -> impl Iterator<Item = u64> {
    let interesting = |e: &u64| {
        [0, 766, 1022, 1278, 2046]
            .iter()
            .any(|b| (*b..b + 2).contains(e))
    };
    (0..2048).filter(move |e| !cfg!(miri) || e % 128 == 0 || interesting(e))
}

#[test]
fn an_integer_comes_back_from_its_word_at_every_power_of_two() {
    for shift in 0..62 {
        for offset in -1..=1 {
            for sign in [1, -1] {
                let value = sign * (1i64 << shift) + offset;
                let word = Object::small_int(value).unwrap();
                assert_eq!(word.as_small_int(), Some(value));
                assert!(word.is_small_int() && !word.is_heap() && !word.is_small_float());
            }
        }
    }
}

#[test]
fn an_integer_of_64_bits_has_no_word() {
    assert!(Object::small_int(Object::MAX_SMALL_INT).is_some());
    assert!(Object::small_int(Object::MIN_SMALL_INT).is_some());
    assert!(Object::small_int(Object::MAX_SMALL_INT + 1).is_none());
    assert!(Object::small_int(Object::MIN_SMALL_INT - 1).is_none());
    assert!(Object::small_int(i64::MAX).is_none());
    assert!(Object::small_int(i64::MIN).is_none());
}

#[test]
fn every_integer_of_32_bits_has_a_word() {
    for value in [0, 1, -1, i32::MAX, i32::MIN] {
        assert_eq!(Object::int32(value).as_small_int(), Some(value.into()));
    }
}

#[test]
fn random_integers_come_back_from_their_words() {
    for bits in numbers(10_000) {
        let value = bits as i64;
        match Object::small_int(value) {
            Some(word) => assert_eq!(word.as_small_int(), Some(value)),
            None => assert_ne!(value >> 1 >> 62, value >> 62),
        }
        let half = value >> 1;
        assert_eq!(Object::small_int(half).unwrap().as_small_int(), Some(half));
    }
}

#[test]
fn a_float_has_a_word_exactly_if_its_exponent_is_ordinary() {
    for exponent in exponents() {
        let ordinary = (-256..256).contains(&(exponent as i64 - 1023));
        for value in floats(exponent) {
            let word = Object::small_float(value);
            assert_eq!(word.is_some(), ordinary || value == 0.0, "{value:e}");
            if let Some(word) = word {
                let back = word.as_small_float().unwrap();
                assert_eq!(back.to_bits(), value.to_bits());
                assert!(!word.is_heap() && !word.is_small_int());
            }
        }
    }
}

#[test]
fn random_floats_come_back_from_their_words() {
    for bits in numbers(10_000) {
        let value = f64::from_bits(bits);
        if let Some(word) = Object::small_float(value) {
            assert_eq!(word.as_small_float().unwrap().to_bits(), bits);
        }
    }
}

#[test]
fn the_zeros_are_two_words_and_keep_their_signs() {
    let (plus, minus) = (Object::small_float(0.0), Object::small_float(-0.0));
    let (plus, minus) = (plus.unwrap(), minus.unwrap());
    assert!(!plus.is(&minus));
    assert!(plus.as_small_float().unwrap().is_sign_positive());
    assert!(minus.as_small_float().unwrap().is_sign_negative());
}

#[test]
fn infinities_and_nans_have_no_word() {
    for value in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN, -f64::NAN] {
        assert!(Object::small_float(value).is_none());
    }
}

#[test]
fn different_values_never_share_a_word() {
    let mut words: Vec<u64> = (-500..500).map(|i| Object::int32(i).word()).collect();
    for exponent in (767..1279).step_by(7) {
        words.extend(floats(exponent).filter_map(|f| Some(Object::small_float(f)?.word())));
    }
    words.extend([Object::none(), Object::ellipsis(), Object::bool(true)].map(|o| o.word()));
    words.extend([Object::bool(false), Object::not_implemented()].map(|o| o.word()));
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count);
    assert!(!words.contains(&0), "zero is no object");
}

#[test]
fn equal_small_numbers_are_the_same_object() {
    assert!(Object::int32(7).is(&Object::small_int(7).unwrap()));
    let half = || Object::small_float(0.5).unwrap();
    assert!(half().is(&half()));
    assert!(!Object::int32(1).is(&Object::bool(true)));
}

#[test]
fn a_word_says_which_kind_it_is() {
    assert!(matches!(Object::int32(-5).unpack(), Unpacked::Int(-5)));
    let float = Object::small_float(2.5).unwrap();
    assert!(matches!(float.unpack(), Unpacked::Float(2.5)));
    let singletons = [
        (Object::none(), Singleton::None),
        (Object::bool(false), Singleton::False),
        (Object::bool(true), Singleton::True),
        (Object::ellipsis(), Singleton::Ellipsis),
        (Object::not_implemented(), Singleton::NotImplemented),
    ];
    for (object, expected) in singletons {
        assert!(matches!(object.unpack(), Unpacked::Singleton(which) if which == expected));
        assert_eq!(object.reference_count(), None);
    }
}

#[test]
fn only_the_booleans_are_booleans() {
    assert_eq!(Object::bool(true).as_bool(), Some(true));
    assert_eq!(Object::bool(false).as_bool(), Some(false));
    assert_eq!(Object::int32(1).as_bool(), None);
    assert_eq!(Object::none().as_bool(), None);
}

#[test]
fn a_word_given_up_can_be_taken_back() {
    let word = Object::int32(42).into_word();
    // SAFETY: the word was given up in the line before.
    let object = unsafe { Object::from_word(word) };
    assert_eq!(object.as_small_int(), Some(42));
}
