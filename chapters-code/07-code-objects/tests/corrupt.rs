//! Whatever the bytes are, reading ends in an object or an error.

mod common;

use code_objects::{Pyc, marshal};
use common::{VERSIONS, pycs, with_thread};

/// Numbers that look random, the same ones each time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

#[test]
fn no_real_file_can_be_cut_short() {
    for version in VERSIONS {
        with_thread(version, |t| {
            let (path, bytes) = pycs(version)
                .into_iter()
                .min_by_key(|(_, b)| b.len())
                .expect("one");
            for length in 0..bytes.len() {
                assert!(Pyc::read(t, &bytes[..length]).is_err(), "{path:?} {length}");
            }
        });
    }
}

#[test]
fn changed_files_are_read_or_refused() {
    for version in VERSIONS {
        with_thread(version, |t| {
            let files = pycs(version);
            let mut random = Random(0x9E37_79B9_7F4A_7C15);
            for round in 0..4000 {
                let mut bytes = files[round % files.len()].1.clone();
                for _ in 0..=random.below(4) {
                    let place = 16 + random.below(bytes.len() - 16);
                    bytes[place] = random.next() as u8;
                }
                if let Ok(pyc) = Pyc::read(t, &bytes) {
                    // What could be read can be written, and read again.
                    let written = pyc.write(t).expect("it is written");
                    assert!(Pyc::read(t, &written).is_ok());
                }
            }
        });
    }
}

#[test]
fn noise_is_read_or_refused() {
    with_thread(types::Version::V311, |t| {
        let kinds = b"0NFTS.iIlfgxystuaAzZ()[{<>cr";
        let mut random = Random(88_172_645_463_325_252);
        for _ in 0..20_000 {
            let noise = (0..random.below(60)).map(|_| match random.below(3) {
                0 => kinds[random.below(kinds.len())],
                1 => kinds[random.below(kinds.len())] | marshal::FLAG_REF,
                _ => random.below(4) as u8,
            });
            let noise: Vec<u8> = noise.collect();
            drop(marshal::read(t, t.version, &noise));
        }
    });
}

#[test]
fn a_length_is_not_believed_before_the_bytes_are_there() {
    with_thread(types::Version::V310, |t| {
        let before = objects::heap().peak();
        for kind in *b"sutaA([<>l" {
            let bytes = [kind, 0xFF, 0xFF, 0xFF, 0x7F];
            assert!(marshal::read(t, t.version, &bytes).is_err());
        }
        assert!(objects::heap().peak() < before + 10_000);
    });
}
