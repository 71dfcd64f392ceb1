//! Where do the instructions start, and where do they jump?

use instructions::{EXTENDED_ARG, Instruction, Version, instructions, op311};

use crate::rejection::{Place, Reason, Rejection};

/// The instructions of a code object, in order.
#[derive(Debug)]
pub(crate) struct Listing {
    /// Each with its prefixes and its cache.
    pub instructions: Vec<Instruction>,
    /// For each code unit, the instruction that starts there, or [`NO_INSTRUCTION`].
    starts: Vec<u32>,
}

const NO_INSTRUCTION: u32 = u32::MAX;

impl Listing {
    /// Splits code into instructions, and refuses what a file may not hold.
    pub fn new(version: Version, code: &[u8]) -> Result<Listing, Rejection> {
        check_length(code).map_err(Reason::of_the_code)?;
        let mut all = Vec::new();
        let mut starts = vec![NO_INSTRUCTION; code.len() / 2];
        for instruction in instructions(version, code) {
            let instruction = instruction.map_err(|error| Reason::Decode(error).of_the_code())?;
            check(version, code, &instruction).map_err(|reason| refuse(&instruction, reason))?;
            starts[instruction.start / 2] = all.len() as u32;
            all.push(instruction);
        }
        Ok(Listing {
            instructions: all,
            starts,
        })
    }

    /// How many bytes of code there are.
    pub fn bytes(&self) -> usize {
        self.starts.len() * 2
    }

    /// Index of the instruction that starts at a byte offset.
    pub fn starting_at(&self, offset: usize) -> Option<usize> {
        let index = *self.starts.get(offset / 2)?;
        (index != NO_INSTRUCTION && offset.is_multiple_of(2)).then_some(index as usize)
    }

    /// Is this a PRECALL with a KW_NAMES before it, or their CALL? The three are one: nobody
    /// may jump between them.
    pub fn has_names_before(&self, index: usize) -> bool {
        let opcode = |distance: usize| {
            let instruction = self.instructions.get(index.checked_sub(distance)?)?;
            Some(instruction.definition.opcode)
        };
        match opcode(0) {
            Some(op311::PRECALL) => opcode(1) == Some(op311::KW_NAMES),
            Some(op311::CALL) => {
                opcode(1) == Some(op311::PRECALL) && opcode(2) == Some(op311::KW_NAMES)
            }
            _ => false,
        }
    }

    /// Index of the instruction that `instruction` jumps to, if it is a jump.
    pub fn jump_target(&self, instruction: &Instruction) -> Result<Option<usize>, Reason> {
        let Some(target) = instruction.jump_target() else {
            return Ok(None);
        };
        match usize::try_from(target) {
            Ok(offset) if offset < self.bytes() => self
                .starting_at(offset)
                .filter(|&index| !self.has_names_before(index))
                .map(Some)
                .ok_or(Reason::JumpInside(target)),
            _ => Err(Reason::JumpOutside(target)),
        }
    }
}

/// A refusal of an instruction.
pub(crate) fn refuse(instruction: &Instruction, reason: Reason) -> Rejection {
    let place = Place {
        offset: instruction.offset,
        instruction: instruction.definition.name,
    };
    Rejection {
        at: Some(place),
        reason,
    }
}

/// After this, every offset in the code fits in an `i32`.
fn check_length(code: &[u8]) -> Result<(), Reason> {
    match i32::try_from(code.len()) {
        Ok(0) => Err(Reason::NoCode),
        Ok(_) => Ok(()),
        Err(_) => Err(Reason::TooLong(code.len())),
    }
}

/// An instruction is one that a compiler writes, its caches are empty, and its argument
/// is one that an `int` can hold.
fn check(version: Version, code: &[u8], instruction: &Instruction) -> Result<(), Reason> {
    let Instruction {
        start,
        offset,
        end,
        opcode,
        oparg,
        definition,
    } = *instruction;
    let prefixes = code[start..offset].iter().step_by(2);
    if opcode != definition.opcode || prefixes.copied().any(|prefix| prefix != EXTENDED_ARG) {
        return Err(Reason::Specialized);
    }
    if version == Version::V311 && opcode == op311::CACHE {
        return Err(Reason::StrayCache);
    }
    if code[offset + 2..end].iter().any(|&byte| byte != 0) {
        return Err(Reason::UsedCache);
    }
    if i32::try_from(oparg).is_err() {
        return Err(Reason::LargeArgument(oparg));
    }
    Ok(())
}
