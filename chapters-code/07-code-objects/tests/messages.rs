//! Malformed marshal data ends in CPython's errors, word for word.

mod common;

use code_objects::marshal;
use common::{VERSIONS, with_thread};
use types::Version;

/// What `marshal.loads` of both versions says.
const BOTH: &[(&[u8], &str)] = &[
    (b"", "EOFError: EOF read where object expected"),
    (b"0", "TypeError: NULL object in marshal data for object"),
    (
        b")\x010",
        "TypeError: NULL object in marshal data for tuple",
    ),
    (
        b"[\x01\0\0\x000",
        "TypeError: NULL object in marshal data for list",
    ),
    (
        b">\x01\0\0\x000",
        "TypeError: NULL object in marshal data for set",
    ),
    (b"i\x01", "EOFError: marshal data too short"),
    (
        b"l\x01\0\0\0\0\0",
        "ValueError: bad marshal data (unnormalized long data)",
    ),
    (
        b"l\x01\0\0\0\0\x80",
        "ValueError: bad marshal data (digit out of range in long)",
    ),
    (
        b"l\0\0\0\x80",
        "ValueError: bad marshal data (long size out of range)",
    ),
    (b"l\xff\xff\xff\x7f", "EOFError: marshal data too short"),
    (
        b"s\xff\xff\xff\xff",
        "ValueError: bad marshal data (bytes object size out of range)",
    ),
    (
        b"u\xff\xff\xff\xff",
        "ValueError: bad marshal data (string size out of range)",
    ),
    (
        b"(\xff\xff\xff\xff",
        "ValueError: bad marshal data (tuple size out of range)",
    ),
    (
        b"[\xff\xff\xff\xff",
        "ValueError: bad marshal data (list size out of range)",
    ),
    (
        b"<\xff\xff\xff\xff",
        "ValueError: bad marshal data (set size out of range)",
    ),
    (
        b"f\x03abc",
        "ValueError: could not convert string to float: 'abc'",
    ),
    (b"f\0", "ValueError: could not convert string to float: ''"),
    (b"z\x02a", "EOFError: marshal data too short"),
    (b"q", "ValueError: bad marshal data (unknown type code)"),
    (
        b"r\0\0\0\0",
        "ValueError: bad marshal data (invalid reference)",
    ),
    (
        b"r\xff\xff\xff\xff",
        "ValueError: bad marshal data (invalid reference)",
    ),
    (
        b"\xbe\x01\0\0\0r\0\0\0\0",
        "ValueError: bad marshal data (invalid reference)",
    ),
    (
        b"(\xff\xff\xff\x7fq",
        "ValueError: bad marshal data (unknown type code)",
    ),
    (b"(\0\0\0\x10N", "EOFError: EOF read where object expected"),
    (
        b"<\x01\0\0\0[\0\0\0\0",
        "TypeError: unhashable type: 'list'",
    ),
    (b"u\x01\0\0\0\xff", "UnicodeDecodeError"),
];

fn error_of(version: Version, bytes: &[u8]) -> String {
    with_thread(version, |t| match marshal::read(t, version, bytes) {
        Ok(object) => format!("{object:?}"),
        Err(raised) => format!("{raised:?}"),
    })
}

#[test]
fn malformed_data_is_named_as_cpython_names_it() {
    for version in VERSIONS {
        for (bytes, message) in BOTH {
            assert_eq!(error_of(version, bytes), *message, "{version} {bytes:?}");
        }
    }
}

#[test]
fn a_missing_length_is_named_differently_by_each_version() {
    for bytes in [&b"z"[..], b"f", b")"] {
        let v310 = error_of(Version::V310, bytes);
        assert_eq!(v310, "EOFError: EOF read where object expected");
        let v311 = error_of(Version::V311, bytes);
        assert_eq!(v311, "EOFError: EOF read where not expected");
    }
}

#[test]
fn nesting_ends_at_the_two_thousandth_level() {
    with_thread(Version::V310, |t| {
        let nested = |depth: usize| [b")\x01".repeat(depth), b"N".to_vec()].concat();
        let deepest = marshal::read(t, t.version, &nested(1999)).expect("2,000 levels are read");
        assert!(marshal::write(t, &deepest).is_ok());
        let raised = marshal::read(t, t.version, &nested(2000)).expect_err("one more is not");
        assert_eq!(
            format!("{raised:?}"),
            "ValueError: recursion limit exceeded"
        );
        let deeper = t.tuple(vec![deepest]).expect("a tuple");
        let raised = marshal::write(t, &deeper).expect_err("one more is not");
        let message = "ValueError: object too deeply nested to marshal";
        assert_eq!(format!("{raised:?}"), message);
    });
}

#[test]
fn a_code_object_whose_fields_have_wrong_types_is_a_bad_call() {
    let bytes = [b"c".to_vec(), vec![0; 24], vec![b'N'; 30]].concat();
    assert_eq!(
        error_of(Version::V310, &bytes),
        "SystemError: Objects/codeobject.c:141: bad argument to internal function"
    );
}

#[test]
fn null_in_the_place_of_a_field_makes_the_code_object_null() {
    let bytes = [b")\x01c".to_vec(), vec![0; 24], vec![b'0']].concat();
    assert_eq!(
        error_of(Version::V310, &bytes),
        "TypeError: NULL object in marshal data for tuple"
    );
}

#[test]
fn a_code_object_cannot_be_its_own_constant() {
    let bytes = [b"\xe3".to_vec(), vec![0; 24], b"r\0\0\0\0".to_vec()].concat();
    assert_eq!(
        error_of(Version::V310, &bytes),
        "ValueError: bad marshal data (invalid reference)"
    );
}

#[test]
fn what_marshal_does_not_know_cannot_be_written() {
    with_thread(Version::V311, |t| {
        let class = t.types.int.object().into_object();
        let raised = marshal::write(t, &class).expect_err("types are not written");
        assert_eq!(format!("{raised:?}"), "ValueError: unmarshallable object");
    });
}
