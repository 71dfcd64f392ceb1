//! What is read and written again is the same.

mod common;

use code_objects::{Code, Header, Pyc, magic_number, marshal};
use common::{VERSIONS, pycs, with_thread};
use objects::Object;
use types::{CompareOp, Thread, Version};

fn reread(t: &Thread, pyc: &Pyc) -> Pyc {
    let bytes = pyc.write(t).expect("a code object can be written");
    Pyc::read(t, &bytes).expect("what was written can be read")
}

#[test]
fn a_file_is_sixteen_bytes_and_then_a_marshalled_code_object() {
    let starts = [
        (Version::V310, [0x6F, 0x0D, 0x0D, 0x0A]),
        (Version::V311, [0xA7, 0x0D, 0x0D, 0x0A]),
    ];
    assert_eq!(VERSIONS.map(magic_number), [3439, 3495]);
    for (version, magic) in starts {
        for (path, bytes) in pycs(version) {
            assert_eq!(bytes[..4], magic, "{path:?}");
            let (header, rest) = Header::read(&bytes).expect("a recorded file");
            assert_eq!(header.write(), bytes[..16], "{path:?}");
            // The code 'c', with the bit for what may be referred to again.
            assert_eq!(rest[0], 0xE3, "{path:?}");
        }
    }
}

#[test]
fn files_of_other_versions_are_known_and_refused() {
    for (magic, whose) in [(3531_u16, "3.12"), (3571, "3.13")] {
        let [low, high] = magic.to_le_bytes();
        let error = Header::read(&[low, high, 0x0D, 0x0A]).expect_err("refused");
        let message = error.to_string();
        assert!(
            message.contains(&format!("CPython {whose} bytecode ({magic})")),
            "{message}"
        );
    }
}

#[test]
fn each_recorded_program_survives_a_round_trip() {
    for version in VERSIONS {
        with_thread(version, |t| {
            let programs = pycs(version);
            assert!(!programs.is_empty());
            for (path, bytes) in programs {
                let pyc =
                    Pyc::read(t, &bytes).unwrap_or_else(|error| panic!("{path:?}: {error:?}"));
                let again = reread(t, &pyc);
                assert_eq!(again.source, pyc.source);
                let equal =
                    t.compare_bool(pyc.code.as_object(), again.code.as_object(), CompareOp::Eq);
                assert!(equal.expect("they compare"), "{path:?}");
                // 3.10 writes the members of a set as they lie in its table, which depends on
                // the order in which they came.
                let (bytes, first) = (again.write(t).ok(), pyc.write(t).ok());
                assert!(bytes == first || version == Version::V310, "{path:?}");
            }
        });
    }
}

#[test]
fn code_inside_of_code_keeps_its_fields() {
    with_thread(Version::V311, |t| {
        for (path, bytes) in pycs(t.version) {
            let pyc = Pyc::read(t, &bytes).expect("a recorded file");
            let again = reread(t, &pyc);
            for (a, b) in nested(&pyc.code).zip(nested(&again.code)) {
                assert_eq!(a.stacksize, b.stacksize, "{path:?}");
                assert_eq!(a.linetable, b.linetable, "{path:?}");
                assert_eq!(a.exceptiontable, b.exceptiontable, "{path:?}");
                assert_eq!(a.filename.to_text(), b.filename.to_text());
            }
        }
    });
}

fn nested(code: &Code) -> impl Iterator<Item = &Code> {
    code.consts.iter().filter_map(Object::downcast::<Code>)
}

#[test]
fn what_stands_in_two_places_is_written_once() {
    with_thread(Version::V310, |t| {
        let text = t.str("a text that is long enough").expect("a string");
        let pair = t.tuple(vec![text.clone(), text]).expect("a tuple");
        let bytes = marshal::write(t, &pair).expect("it can be written");
        assert_eq!(bytes[..4], [b')', 2, b'z' | marshal::FLAG_REF, 26]);
        assert_eq!(bytes[30..], [b'r', 0, 0, 0, 0]);
        let again = marshal::read(t, t.version, &bytes).expect("it can be read");
        let items = again.downcast::<types::Tuple>().expect("a tuple").items();
        assert!(items[0].is(&items[1]));
    });
}
