//! What is in a `.pyc` file? Sixteen bytes that say whose it is and which source it was
//! made from, then one code object.

use std::fmt;
use std::hash::Hasher;

use objects::Owned;
use siphasher::sip::{SipHasher13, SipHasher24};
use types::{Details, ErrorKind, PyResult, Thread, Version};

use crate::code::Code;
use crate::marshal;

/// A `.pyc` file.
pub struct Pyc {
    /// The CPython that wrote it.
    pub version: Version,
    /// What it says of its source.
    pub source: Source,
    /// The module's code.
    pub code: Owned<Code>,
}

/// The start of a `.pyc` file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The CPython that wrote it.
    pub version: Version,
    /// What it says of its source.
    pub source: Source,
}

/// How one finds out whether a `.pyc` file still fits its source (PEP 552).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// By the time and the size of the source file.
    Timestamp {
        /// Seconds since the epoch, the low 32 bits.
        modified: u32,
        /// Bytes, the low 32 bits of their number.
        size: u32,
    },
    /// By [`source_hash`].
    Hash {
        /// The hash of the source.
        hash: [u8; 8],
        /// Is it to be compared at each import? If not, the file is always believed.
        checked: bool,
    },
}

/// How long a header is.
pub const HEADER_SIZE: usize = 16;

/// In the flags of a header: the source is told by its hash.
const HASH_BASED: u32 = 1;
/// In the flags of a header: the hash is compared at each import.
const CHECK_SOURCE: u32 = 2;

/// The magic number of each CPython's final release, and from which number on its alpha and
/// beta releases counted (`Lib/importlib/_bootstrap_external.py` lists them all).
const MAGIC_NUMBERS: [(&str, u16, u16); 13] = [
    ("2.7", 62171, 62211),
    ("3.3", 3190, 3230),
    ("3.4", 3250, 3310),
    ("3.5", 3320, 3351),
    ("3.6", 3360, 3379),
    ("3.7", 3390, 3394),
    ("3.8", 3400, 3413),
    ("3.9", 3420, 3425),
    ("3.10", 3430, 3439),
    ("3.11", 3450, 3495),
    ("3.12", 3500, 3531),
    ("3.13", 3550, 3571),
    ("3.14", 3600, 3627),
];

/// The first two bytes of the files of a version, as a number.
pub const fn magic_number(version: Version) -> u16 {
    match version {
        Version::V310 => 3439,
        Version::V311 => 3495,
    }
}

/// The first four bytes of the files of a version. The line end at their end shows whether
/// the file was mangled as text.
pub fn magic_bytes(version: Version) -> [u8; 4] {
    let [low, high] = magic_number(version).to_le_bytes();
    [low, high, b'\r', b'\n']
}

/// Why bytes are not the start of a `.pyc` file that we can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderError {
    /// The first four bytes are not those of a version that we know.
    Magic([u8; 4]),
    /// There are fewer than sixteen bytes.
    TooShort,
    /// Flags are set that mean nothing.
    Flags(u32),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HeaderError::Magic([low, high, b'\r', b'\n']) => {
                let number = u16::from_le_bytes([*low, *high]);
                f.write_str("bad magic number: ")?;
                match whose(number) {
                    Some(whose) => write!(f, "this is {whose} ({number}); ")?,
                    None => write!(f, "no known CPython writes {number}; ")?,
                }
                f.write_str("only that of CPython 3.10 (3439) and 3.11 (3495) can be read")
            }
            HeaderError::Magic(_) => f.write_str("bad magic number: this is no CPython bytecode"),
            HeaderError::TooShort => f.write_str("reached EOF while reading pyc header"),
            HeaderError::Flags(flags) => write!(f, "invalid flags {flags} in the pyc header"),
        }
    }
}

impl std::error::Error for HeaderError {}

/// Who writes this magic number?
fn whose(number: u16) -> Option<String> {
    let found = MAGIC_NUMBERS
        .iter()
        .find(|(_, first, last)| (*first..=*last).contains(&number));
    found.map(|(version, _, last)| match number == *last {
        true => format!("CPython {version} bytecode"),
        false => format!("bytecode of a CPython {version} before its release"),
    })
}

impl Header {
    /// Reads the header, and gives back what comes after it: the marshalled code object.
    ///
    /// # Errors
    /// See [`HeaderError`].
    pub fn read(bytes: &[u8]) -> Result<(Header, &[u8]), HeaderError> {
        let magic: [u8; 4] = *bytes.first_chunk().ok_or(HeaderError::TooShort)?;
        let version = [Version::V310, Version::V311]
            .into_iter()
            .find(|version| magic_bytes(*version) == magic)
            .ok_or(HeaderError::Magic(magic))?;
        let (header, rest) = bytes
            .split_first_chunk::<HEADER_SIZE>()
            .ok_or(HeaderError::TooShort)?;
        let [_, _, _, _, flags @ .., a, b, c, d, e, f, g, h] = *header;
        let source = match u32::from_le_bytes(flags) {
            flags if flags & !(HASH_BASED | CHECK_SOURCE) != 0 => {
                return Err(HeaderError::Flags(flags));
            }
            flags if flags & HASH_BASED == 0 => Source::Timestamp {
                modified: u32::from_le_bytes([a, b, c, d]),
                size: u32::from_le_bytes([e, f, g, h]),
            },
            flags => Source::Hash {
                hash: [a, b, c, d, e, f, g, h],
                checked: flags & CHECK_SOURCE != 0,
            },
        };
        Ok((Header { version, source }, rest))
    }

    /// The sixteen bytes.
    pub fn write(&self) -> [u8; HEADER_SIZE] {
        let (flags, rest) = match self.source {
            Source::Timestamp { modified, size } => {
                let number = u64::from(size) << 32 | u64::from(modified);
                (0, number.to_le_bytes())
            }
            Source::Hash { hash, checked } => {
                let checked = if checked { CHECK_SOURCE } else { 0 };
                (HASH_BASED | checked, hash)
            }
        };
        let mut bytes = [0; HEADER_SIZE];
        bytes[..4].copy_from_slice(&magic_bytes(self.version));
        bytes[4..8].copy_from_slice(&flags.to_le_bytes());
        bytes[8..].copy_from_slice(&rest);
        bytes
    }
}

impl Pyc {
    /// Reads a `.pyc` file of either version.
    ///
    /// # Errors
    /// `ImportError` or `EOFError` for the header; what [`marshal::read`] raises;
    /// `ImportError` if there is something else than a code object.
    pub fn read(t: &Thread, bytes: &[u8]) -> PyResult<Pyc> {
        let (header, rest) = Header::read(bytes).map_err(|error| match error {
            HeaderError::TooShort => t.eof_error(error.to_string()),
            _ => t.raise(
                ErrorKind::ImportError,
                Details::Message(error.to_string().into()),
            ),
        })?;
        let code = marshal::read(t, header.version, rest)?;
        let code = code.into_owned::<Code>().map_err(|_| {
            let details = Details::Message("Non-code object in the pyc file".into());
            t.raise(ErrorKind::ImportError, details)
        })?;
        Ok(Pyc {
            version: header.version,
            source: header.source,
            code,
        })
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// What [`marshal::write`] raises.
    pub fn write(&self, t: &Thread) -> PyResult<Vec<u8>> {
        let header = Header {
            version: self.version,
            source: self.source,
        };
        let mut bytes = header.write().to_vec();
        bytes.extend(marshal::write(t, self.code.as_object())?);
        Ok(bytes)
    }
}

/// The hash that a hash-based `.pyc` file holds of its source (`_imp.source_hash`): the
/// version's SipHash, its key the magic number.
pub fn source_hash(version: Version, source: &[u8]) -> [u8; 8] {
    let key = u64::from(u32::from_le_bytes(magic_bytes(version)));
    let hash = match version {
        Version::V310 => {
            let mut hasher = SipHasher24::new_with_keys(key, 0);
            hasher.write(source);
            hasher.finish()
        }
        Version::V311 => {
            let mut hasher = SipHasher13::new_with_keys(key, 0);
            hasher.write(source);
            hasher.finish()
        }
    };
    hash.to_le_bytes()
}
