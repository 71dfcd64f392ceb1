//! Where do the instructions start, and where do they jump?

use instructions::{
    Definition, EXTENDED_ARG, HAVE_ARGUMENT, Operand, Version, definition, op311, specialization,
};

use crate::rejection::{Place, Reason, Rejection};

/// One instruction with its prefixes and its cache. Positions count code units (two bytes).
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    /// Its first EXTENDED_ARG, or itself.
    pub start: u32,
    /// The instruction itself.
    pub unit: u32,
    /// What comes after its cache.
    pub next: u32,
    /// Its argument, prefixes included; 0 for an instruction that has none.
    pub argument: u32,
    /// Its row in the table.
    pub definition: &'static Definition,
}

impl Instruction {
    /// Where it is, for a refusal.
    pub fn place(&self) -> Place {
        Place {
            offset: self.unit * 2,
            instruction: self.definition.name,
        }
    }

    /// A refusal of this instruction.
    pub(crate) fn refuse(&self, reason: Reason) -> Rejection {
        Rejection {
            at: Some(self.place()),
            reason,
        }
    }

    /// The code unit it jumps to, if it jumps; not checked against the code.
    fn target(&self) -> Option<i64> {
        let argument = i64::from(self.argument);
        match self.definition.operand {
            Operand::Absolute => Some(argument),
            Operand::Forward => Some(i64::from(self.next) + argument),
            Operand::Backward => Some(i64::from(self.next) - argument),
            _ => None,
        }
    }
}

/// The instructions of a code object, in order.
#[derive(Debug)]
pub(crate) struct Listing {
    /// The instructions, without EXTENDED_ARG and caches.
    pub instructions: Vec<Instruction>,
    /// For each code unit, the instruction that starts there, or [`NO_INSTRUCTION`].
    starts: Vec<u32>,
}

const NO_INSTRUCTION: u32 = u32::MAX;

impl Listing {
    /// Splits code into instructions, and refuses what cannot be split.
    pub fn new(version: Version, code: &[u8]) -> Result<Listing, Rejection> {
        check_length(code)?;
        let mut instructions = Vec::new();
        let mut starts = vec![NO_INSTRUCTION; code.len() / 2];
        let mut unit = 0;
        while unit < starts.len() {
            let instruction = decode(version, code, unit as u32)?;
            starts[unit] = instructions.len() as u32;
            unit = instruction.next as usize;
            instructions.push(instruction);
        }
        Ok(Listing {
            instructions,
            starts,
        })
    }

    /// How many code units there are.
    pub fn units(&self) -> usize {
        self.starts.len()
    }

    /// Index of the instruction that starts at a code unit.
    pub fn starting_at(&self, unit: u32) -> Option<usize> {
        let index = *self.starts.get(unit as usize)?;
        (index != NO_INSTRUCTION).then_some(index as usize)
    }

    /// Index of the instruction that `instruction` jumps to, if it is a jump.
    pub fn jump_target(&self, instruction: &Instruction) -> Result<Option<usize>, Rejection> {
        let Some(target) = instruction.target() else {
            return Ok(None);
        };
        let inside = u32::try_from(target)
            .ok()
            .filter(|&unit| (unit as usize) < self.units());
        let Some(unit) = inside else {
            return Err(instruction.refuse(Reason::JumpOutside(target.saturating_mul(2))));
        };
        match self.starting_at(unit) {
            Some(index) => Ok(Some(index)),
            None => Err(instruction.refuse(Reason::JumpInside(unit * 2))),
        }
    }
}

/// After this, every position in the code fits in an `i32`.
fn check_length(code: &[u8]) -> Result<(), Rejection> {
    let reason = match code.len() {
        0 => Reason::NoCode,
        odd if odd % 2 != 0 => Reason::OddLength(odd),
        long if i32::try_from(long).is_err() => Reason::TooLong(long),
        _ => return Ok(()),
    };
    Err(reason.of_the_code())
}

/// The instruction that starts at a code unit.
fn decode(version: Version, code: &[u8], start: u32) -> Result<Instruction, Rejection> {
    let refusal = |unit: u32, instruction, reason| Rejection {
        at: Some(Place {
            offset: unit * 2,
            instruction,
        }),
        reason,
    };
    let (mut unit, mut prefix) = (start, 0u32);
    loop {
        let Some((opcode, byte)) = fetch(code, unit) else {
            return Err(refusal(unit - 1, "EXTENDED_ARG", Reason::CutPrefix));
        };
        if opcode != EXTENDED_ARG {
            let definition = known(version, opcode)
                .map_err(|reason| refusal(unit, "unknown instruction", reason))?;
            let argument = if opcode < HAVE_ARGUMENT {
                0
            } else {
                prefix | u32::from(byte)
            };
            let caches = definition.cache_units() as u32;
            let next = unit + 1 + caches;
            let instruction = Instruction {
                start,
                unit,
                next,
                argument,
                definition,
            };
            check_caches(&instruction, code)?;
            if i32::try_from(argument).is_err() {
                return Err(instruction.refuse(Reason::LargeArgument(argument)));
            }
            return Ok(instruction);
        }
        if unit - start == 3 {
            return Err(refusal(unit, "EXTENDED_ARG", Reason::LongPrefix));
        }
        prefix = (prefix | u32::from(byte)) << 8;
        unit += 1;
    }
}

/// Opcode and argument byte of a code unit.
fn fetch(code: &[u8], unit: u32) -> Option<(u8, u8)> {
    let at = unit as usize * 2;
    Some((*code.get(at)?, *code.get(at + 1)?))
}

/// The definition of an opcode that a file may hold.
fn known(version: Version, opcode: u8) -> Result<&'static Definition, Reason> {
    if version == Version::V311 {
        if opcode == op311::CACHE {
            return Err(Reason::StrayCache);
        }
        if let Some(row) = specialization(opcode) {
            return Err(Reason::Specialized(row.name));
        }
    }
    definition(version, opcode).ok_or(Reason::UnknownOpcode(opcode))
}

/// The caches of an instruction are all there, and all zero.
fn check_caches(instruction: &Instruction, code: &[u8]) -> Result<(), Rejection> {
    for unit in instruction.unit + 1..instruction.next {
        match fetch(code, unit) {
            None => return Err(instruction.refuse(Reason::CutCache)),
            Some((op311::CACHE, 0)) => {}
            Some(_) => return Err(instruction.refuse(Reason::UsedCache)),
        }
    }
    Ok(())
}
