//! The digits of floats are those of CPython's `%` formatting, in every form.
//! `tests/data/record_formats.py` recorded them.

use numbers::format::{float_exponent, float_fixed, float_general, float_general_with_point};

#[test]
#[cfg_attr(miri, ignore = "thousands of rows")]
fn every_form_of_a_float_has_the_digits_of_cpython() {
    for row in include_str!("data/formats.tsv").lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        let [form, precision, value, expected] = fields[..] else {
            panic!("a row has four fields: {row}");
        };
        let value: f64 = value.parse().unwrap();
        let precision: usize = precision.parse().unwrap();
        let alternate = form.ends_with('#');
        let found = match form.trim_end_matches('#') {
            "f" => float_fixed(value, precision, alternate),
            "e" => float_exponent(value, precision, alternate),
            "g" => float_general(value, precision, alternate),
            _ => float_general_with_point(value, precision, alternate),
        };
        assert_eq!(found, expected, "{row}");
    }
}
