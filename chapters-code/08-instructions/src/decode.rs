//! How do bytes become instructions?

use std::fmt;

use crate::definition::{Definition, EXTENDED_ARG, HAVE_ARGUMENT, Operand, definition};
use crate::specialization::deoptimized;
use types::Version;

/// The most EXTENDED_ARG that an instruction can have: an argument has 32 bits.
pub const MAX_PREFIXES: u8 = 3;

/// Why bytes are not instructions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The code ends in the middle of a code unit.
    OddLength {
        /// The number of bytes.
        length: usize,
    },
    /// No instruction of the version has this number.
    UnknownOpcode {
        /// The byte offset of the instruction.
        offset: usize,
        /// Its number.
        opcode: u8,
    },
    /// More than three EXTENDED_ARG in a row.
    TooManyPrefixes {
        /// The byte offset of the fourth.
        offset: usize,
    },
    /// The code ends after an EXTENDED_ARG.
    DanglingPrefix {
        /// The byte offset of the EXTENDED_ARG.
        offset: usize,
    },
    /// The code ends inside an inline cache.
    CacheCutShort {
        /// The byte offset of the instruction with the cache.
        offset: usize,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OddLength { length } => write!(f, "the code has an odd length of {length} bytes"),
            Self::UnknownOpcode { offset, opcode } => {
                write!(f, "unknown opcode {opcode} at offset {offset}")
            }
            Self::TooManyPrefixes { offset } => {
                write!(f, "a fourth EXTENDED_ARG at offset {offset}")
            }
            Self::DanglingPrefix { offset } => {
                write!(f, "the code ends after the EXTENDED_ARG at offset {offset}")
            }
            Self::CacheCutShort { offset } => {
                write!(
                    f,
                    "the code ends inside the cache of the instruction at offset {offset}"
                )
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// One code unit that is not part of a cache, as `dis` lists it: an EXTENDED_ARG is a line
/// of its own, and unknown opcodes are units like any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its offset in bytes.
    pub offset: usize,
    /// Its first byte.
    pub opcode: u8,
    /// What a `.pyc` would have as its first byte: the same, unless it is specialized.
    pub base: u8,
    /// Its second byte, below the bits of the EXTENDED_ARG before it.
    pub oparg: u32,
}

impl Unit {
    /// The argument, if the opcode has one.
    pub fn argument(&self) -> Option<u32> {
        (self.base >= HAVE_ARGUMENT).then_some(self.oparg)
    }
}

/// The code units of `code`, as CPython's `dis._unpack_opargs` finds them: caches are left
/// out, arguments extended.
#[derive(Clone, Debug)]
pub struct Units<'a> {
    version: Version,
    code: &'a [u8],
    offset: usize,
    high_bits: u32,
    prefixes: u8,
}

/// Lists the code units of `code`.
///
/// # Errors
///
/// An item is an error, and the last, if the code has half a unit at its end or more than
/// three EXTENDED_ARG in a row.
pub fn units(version: Version, code: &[u8]) -> Units<'_> {
    Units {
        version,
        code,
        offset: 0,
        high_bits: 0,
        prefixes: 0,
    }
}

impl Units<'_> {
    fn fail(&mut self, error: DecodeError) -> Option<Result<Unit, DecodeError>> {
        self.offset = self.code.len();
        Some(Err(error))
    }

    /// Adds the high bits to an argument, and keeps it for the next if this is a prefix.
    fn extend(&mut self, byte: u8, is_prefix: bool) -> u32 {
        let oparg = self.high_bits | u32::from(byte);
        if is_prefix {
            self.high_bits = oparg << 8;
            self.prefixes += 1;
        } else {
            self.high_bits = 0;
            self.prefixes = 0;
        }
        oparg
    }
}

/// The opcode that decides how a unit is read.
fn base_opcode(version: Version, opcode: u8) -> u8 {
    match version {
        Version::V310 => opcode,
        Version::V311 => deoptimized(opcode),
    }
}

impl Iterator for Units<'_> {
    type Item = Result<Unit, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        let offset = self.offset;
        let &[opcode, byte] = match self.code.get(offset..)? {
            [] => return None,
            [_] => {
                return self.fail(DecodeError::OddLength {
                    length: self.code.len(),
                });
            }
            [opcode, byte, ..] => &[*opcode, *byte],
        };
        let base = base_opcode(self.version, opcode);
        let is_prefix = base == EXTENDED_ARG;
        if is_prefix && self.prefixes == MAX_PREFIXES {
            return self.fail(DecodeError::TooManyPrefixes { offset });
        }
        let oparg = self.extend(byte, is_prefix);
        let caches = definition(self.version, base).map_or(0, Definition::cache_units);
        self.offset = offset + 2 + 2 * caches;
        Some(Ok(Unit {
            offset,
            opcode,
            base,
            oparg,
        }))
    }
}

/// One instruction with all that belongs to it: EXTENDED_ARG before, caches behind.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    /// The offset in bytes of its first EXTENDED_ARG, or of itself: where jumps to it go.
    pub start: usize,
    /// The offset in bytes of the instruction itself.
    pub offset: usize,
    /// The offset in bytes behind its cache: where the next instruction starts.
    pub end: usize,
    /// Its number as it stands in the code.
    pub opcode: u8,
    /// Its argument. An instruction without one has a byte here that nobody reads, and
    /// that is not always 0: CPython 3.10 leaves a 2 behind a ROT_TWO made of a BUILD_TUPLE 2.
    pub oparg: u32,
    /// Its row in the table: of its base instruction, if it is specialized.
    pub definition: &'static Definition,
}

impl Instruction {
    /// The offset in bytes that its argument says to jump to. It may lie anywhere, even
    /// below 0; only the verifier knows whether an instruction starts there.
    pub fn jump_target(&self) -> Option<i64> {
        jump_target(self.definition.operand, self.offset, self.oparg)
    }
}

/// The offset in bytes that an instruction at `offset` jumps to.
pub fn jump_target(operand: Operand, offset: usize, oparg: u32) -> Option<i64> {
    let distance = 2 * i64::from(oparg);
    let next = i64::try_from(offset).ok()?.checked_add(2)?;
    match operand {
        Operand::Absolute => Some(distance),
        Operand::Forward => next.checked_add(distance),
        Operand::Backward => next.checked_sub(distance),
        _ => None,
    }
}

/// The instructions of `code`, each whole.
#[derive(Clone, Debug)]
pub struct Instructions<'a> {
    units: Units<'a>,
}

/// Lists the instructions of `code`.
///
/// # Errors
///
/// An item is an error, and the last, at the first byte that is not part of an
/// instruction of the version.
pub fn instructions(version: Version, code: &[u8]) -> Instructions<'_> {
    Instructions {
        units: units(version, code),
    }
}

impl Instructions<'_> {
    fn whole(&mut self) -> Result<Option<Instruction>, DecodeError> {
        let Some(mut unit) = self.units.next().transpose()? else {
            return Ok(None);
        };
        let start = unit.offset;
        while unit.base == EXTENDED_ARG {
            let dangling = DecodeError::DanglingPrefix {
                offset: unit.offset,
            };
            unit = self.units.next().transpose()?.ok_or(dangling)?;
        }
        let Unit {
            offset,
            opcode,
            base,
            oparg,
        } = unit;
        let definition = definition(self.units.version, base)
            .ok_or(DecodeError::UnknownOpcode { offset, opcode })?;
        let end = offset + 2 + 2 * definition.cache_units();
        if end > self.units.code.len() {
            return Err(DecodeError::CacheCutShort { offset });
        }
        Ok(Some(Instruction {
            start,
            offset,
            end,
            opcode,
            oparg,
            definition,
        }))
    }
}

impl Iterator for Instructions<'_> {
    type Item = Result<Instruction, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.whole().transpose();
        if matches!(item, Some(Err(_))) {
            self.units.offset = self.units.code.len();
        }
        item
    }
}

/// The offsets that the code jumps to, each once, in the order of `dis.findlabels`.
///
/// As there, only the opcode as it stands decides whether a unit jumps: in quickened 3.11
/// code, the target of a JUMP_BACKWARD_QUICK is not in the list.
///
/// # Errors
///
/// As [`units`].
pub fn find_labels(version: Version, code: &[u8]) -> Result<Vec<i64>, DecodeError> {
    let mut labels = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for unit in units(version, code) {
        let unit = unit?;
        let (Some(oparg), Some(definition)) = (unit.argument(), definition(version, unit.opcode))
        else {
            continue;
        };
        if let Some(label) = jump_target(definition.operand, unit.offset, oparg)
            && seen.insert(label)
        {
            labels.push(label);
        }
    }
    Ok(labels)
}

/// Writes one instruction: as many EXTENDED_ARG as the argument needs, the instruction, and
/// its cache, empty.
pub fn encode(definition: &Definition, oparg: u32, code: &mut Vec<u8>) {
    let [first, second, third, last] = oparg.to_be_bytes();
    let high = [first, second, third];
    let needed = high
        .iter()
        .position(|&byte| byte != 0)
        .unwrap_or(high.len());
    for &byte in &high[needed..] {
        code.extend([EXTENDED_ARG, byte]);
    }
    code.extend([definition.opcode, last]);
    code.resize(code.len() + 2 * definition.cache_units(), 0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{op310, op311};

    fn decoded(version: Version, code: &[u8]) -> Result<Vec<(usize, &'static str, u32)>, String> {
        instructions(version, code)
            .map(|item| item.map(|i| (i.start, i.definition.name, i.oparg)))
            .collect::<Result<_, _>>()
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_hello_function_is_six_instructions() {
        let code = [116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0];
        let expected = vec![
            (0, "LOAD_GLOBAL", 0),
            (2, "LOAD_CONST", 1),
            (4, "CALL_FUNCTION", 1),
            (6, "POP_TOP", 0),
            (8, "LOAD_CONST", 0),
            (10, "RETURN_VALUE", 0),
        ];
        assert_eq!(decoded(Version::V310, &code), Ok(expected));
    }

    #[test]
    fn load_const_65538_takes_three_units() {
        let load = definition(Version::V310, op310::LOAD_CONST).unwrap();
        let mut code = Vec::new();
        encode(load, 65538, &mut code);
        assert_eq!(code, [144, 1, 144, 0, 100, 2]);
        assert_eq!(
            decoded(Version::V310, &code),
            Ok(vec![(0, "LOAD_CONST", 65538)])
        );
    }

    #[test]
    fn every_argument_comes_back_from_its_encoding() {
        let load = definition(Version::V311, op311::LOAD_GLOBAL).unwrap();
        for oparg in [0, 1, 255, 256, 65535, 65536, 0x0100_0000, u32::MAX] {
            let mut code = Vec::new();
            encode(load, oparg, &mut code);
            assert_eq!(
                decoded(Version::V311, &code),
                Ok(vec![(0, "LOAD_GLOBAL", oparg)])
            );
        }
    }

    #[test]
    fn a_cache_belongs_to_the_instruction_before_it() {
        let code = [122, 0, 0, 0, 83, 0];
        let expected = vec![(0, "BINARY_OP", 0), (4, "RETURN_VALUE", 0)];
        assert_eq!(decoded(Version::V311, &code), Ok(expected));
        assert_eq!(units(Version::V311, &code).count(), 2);
    }

    #[test]
    fn specialized_code_reads_like_the_code_it_came_from() {
        let code = [5, 0, 0x35, 0, 83, 0];
        let expected = vec![(0, "BINARY_OP", 0), (4, "RETURN_VALUE", 0)];
        assert_eq!(decoded(Version::V311, &code), Ok(expected));
    }

    #[test]
    fn prefixes_end_with_the_next_instruction_though_it_has_no_argument() {
        let code = [144, 7, 9, 200, 116, 1];
        let expected = vec![(0, "NOP", 0x7C8), (4, "LOAD_GLOBAL", 1)];
        assert_eq!(decoded(Version::V310, &code), Ok(expected));
    }

    #[test]
    fn each_way_to_be_no_code_has_its_error() {
        let error = |version, code: &[u8]| decoded(version, code).unwrap_err();
        assert_eq!(
            error(Version::V310, &[9]),
            "the code has an odd length of 1 bytes"
        );
        assert_eq!(
            error(Version::V310, &[9, 0, 0, 0]),
            "unknown opcode 0 at offset 2"
        );
        assert_eq!(
            error(Version::V310, &[144, 1].repeat(4)),
            "a fourth EXTENDED_ARG at offset 6"
        );
        let dangling = "the code ends after the EXTENDED_ARG at offset 2";
        assert_eq!(error(Version::V310, &[9, 0, 144, 1]), dangling);
        let short = "the code ends inside the cache of the instruction at offset 0";
        assert_eq!(error(Version::V311, &[171, 0, 0, 0, 0, 0]), short);
    }

    #[test]
    fn nothing_comes_after_an_error() {
        assert_eq!(instructions(Version::V310, &[0, 0, 9, 0]).count(), 1);
        assert_eq!(units(Version::V310, &[144, 1].repeat(9)).count(), 4);
    }

    #[test]
    fn jumps_are_counted_in_code_units() {
        assert_eq!(jump_target(Operand::Absolute, 10, 3), Some(6));
        assert_eq!(jump_target(Operand::Forward, 10, 3), Some(18));
        assert_eq!(jump_target(Operand::Backward, 10, 3), Some(6));
        assert_eq!(jump_target(Operand::Backward, 0, 3), Some(-4));
        assert_eq!(jump_target(Operand::Const, 10, 3), None);
    }

    #[test]
    fn labels_come_once_each_in_the_order_of_the_jumps() {
        let code = [113, 3, 110, 0, 113, 3, 83, 0];
        assert_eq!(find_labels(Version::V310, &code), Ok(vec![6, 4]));
    }
}
