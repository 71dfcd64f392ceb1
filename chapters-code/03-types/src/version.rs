//! Which CPython does the machine follow?
#![forbid(unsafe_code)]

/// A version of CPython whose bytecode and behaviour the machine knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// CPython 3.10
    V310,
    /// CPython 3.11
    V311,
}

impl Version {
    /// The minor version: 10 or 11.
    pub const fn minor(self) -> u8 {
        match self {
            Version::V310 => 10,
            Version::V311 => 11,
        }
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "3.{}", self.minor())
    }
}
