//! Do the instructions that depend on their neighbours have the right ones?

use instructions::{Instruction, Version, op310, op311};

use crate::listing::{Listing, refuse};
use crate::operands::keyword_names;
use crate::rejection::{Reason, Rejection};
use crate::shape::Shape;
use crate::variables::{Layout, Made};

/// Checks the start of the code and the neighbours of every instruction that cares.
/// Returns how many instructions at the start may run only once.
pub(crate) fn check(
    shape: &Shape<'_>,
    layout: &Layout<'_>,
    generator: Option<Made>,
    listing: &Listing,
) -> Result<usize, Rejection> {
    let all = &listing.instructions;
    let prefix = match shape.version {
        Version::V310 => check_start_310(generator, all)?,
        Version::V311 => check_start_311(layout, generator, all)?,
    };
    for (index, instruction) in all.iter().enumerate() {
        let opcode = instruction.definition.opcode;
        match shape.version {
            Version::V310 => check_310(opcode, index < prefix, generator),
            Version::V311 => {
                let neighbours = Neighbours {
                    before: index.checked_sub(1).and_then(|before| all.get(before)),
                    after: all.get(index + 1),
                };
                check_311(instruction, index < prefix, generator, neighbours, shape)
            }
        }
        .map_err(|reason| refuse(instruction, reason))?;
    }
    Ok(prefix)
}

/// A 3.10 generator begins with GEN_START of its kind.
fn check_start_310(generator: Option<Made>, all: &[Instruction]) -> Result<usize, Rejection> {
    let Some(first) = all.first() else {
        return Ok(0);
    };
    let starts = (first.definition.opcode == op310::GEN_START).then_some(first.oparg);
    if starts != generator.map(|kind| kind as u32) {
        return Err(refuse(first, Reason::GeneratorStart));
    }
    Ok(starts.is_some() as usize)
}

fn check_310(opcode: u8, in_prefix: bool, generator: Option<Made>) -> Result<(), Reason> {
    match opcode {
        op310::GEN_START if !in_prefix => Err(Reason::NotAtStart),
        op310::YIELD_VALUE | op310::YIELD_FROM if generator.is_none() => Err(Reason::NotAGenerator),
        _ => Ok(()),
    }
}

/// 3.11 code begins with COPY_FREE_VARS, then a MAKE_CELL for each cell, then
/// RETURN_GENERATOR, as far as it has free variables, has cells and is a generator.
fn check_start_311(
    layout: &Layout<'_>,
    generator: Option<Made>,
    all: &[Instruction],
) -> Result<usize, Rejection> {
    let mut made = std::collections::HashMap::new();
    let (mut copied, mut makes_generator) = (0, false);
    let mut prefix = 0;
    for instruction in all {
        let ordered = match instruction.definition.opcode {
            op311::COPY_FREE_VARS => {
                copied = instruction.oparg;
                prefix == 0
            }
            op311::MAKE_CELL => {
                *made.entry(instruction.oparg as usize).or_insert(0usize) += 1;
                !makes_generator
            }
            op311::RETURN_GENERATOR => !std::mem::replace(&mut makes_generator, true),
            _ => break,
        };
        if !ordered {
            return Err(refuse(instruction, Reason::PrefixOrder));
        }
        prefix += 1;
    }
    if copied as usize != layout.free {
        return Err(Reason::FreeCopied {
            copied,
            free: layout.free,
        }
        .of_the_code());
    }
    for variable in layout.cells_to_make() {
        let times = made.get(&variable).copied().unwrap_or(0);
        if times != 1 {
            return Err(Reason::CellsMade { variable, times }.of_the_code());
        }
    }
    if makes_generator != generator.is_some() {
        return Err(Reason::GeneratorStart.of_the_code());
    }
    Ok(prefix)
}

struct Neighbours<'a> {
    before: Option<&'a Instruction>,
    after: Option<&'a Instruction>,
}

fn check_311(
    instruction: &Instruction,
    in_prefix: bool,
    generator: Option<Made>,
    neighbours: Neighbours<'_>,
    shape: &Shape<'_>,
) -> Result<(), Reason> {
    match instruction.definition.opcode {
        op311::COPY_FREE_VARS | op311::MAKE_CELL | op311::RETURN_GENERATOR if !in_prefix => {
            Err(Reason::NotAtStart)
        }
        op311::YIELD_VALUE if generator.is_none() => Err(Reason::NotAGenerator),
        op311::ASYNC_GEN_WRAP if generator != Some(Made::AsyncGenerator) => {
            Err(Reason::NotAGenerator)
        }
        op311::YIELD_VALUE if waits(&neighbours) && !follows_send(&neighbours) => {
            Err(Reason::NotAfterSend)
        }
        op311::KW_NAMES => {
            let names = keyword_names(shape, instruction.oparg)?;
            let call = followed_by(op311::PRECALL, "PRECALL", &neighbours)?;
            let arguments = call.oparg;
            if names > arguments {
                return Err(Reason::TooManyNames { names, arguments });
            }
            Ok(())
        }
        op311::PRECALL => {
            let call = followed_by(op311::CALL, "CALL", &neighbours)?;
            if call.oparg != instruction.oparg {
                return Err(Reason::NotFollowedBy("CALL"));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn followed_by<'a>(
    opcode: u8,
    name: &'static str,
    neighbours: &Neighbours<'a>,
) -> Result<&'a Instruction, Reason> {
    neighbours
        .after
        .filter(|next| next.definition.opcode == opcode)
        .ok_or(Reason::NotFollowedBy(name))
}

/// Whether a YIELD_VALUE passes on what another generator yielded: RESUME says so.
fn waits(neighbours: &Neighbours<'_>) -> bool {
    is_waiting_resume(neighbours.after)
}

/// Whether this is where a frame goes on that waited for another generator.
pub(crate) fn is_waiting_resume(instruction: Option<&Instruction>) -> bool {
    instruction.is_some_and(|next| next.definition.opcode == op311::RESUME && next.oparg >= 2)
}

fn follows_send(neighbours: &Neighbours<'_>) -> bool {
    neighbours
        .before
        .is_some_and(|before| before.definition.opcode == op311::SEND)
}
