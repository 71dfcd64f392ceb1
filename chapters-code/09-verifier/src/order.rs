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

/// What the first instructions of 3.11 code do. They may run only once.
struct Prefix {
    /// How many there are.
    length: usize,
    /// How many free variables they copy.
    copied: u32,
    /// For each variable, how many cells they make.
    made: Vec<usize>,
    /// Whether they make a generator.
    generator: bool,
}

impl Prefix {
    /// 3.11 code begins with COPY_FREE_VARS, then a MAKE_CELL for each cell, then
    /// RETURN_GENERATOR, as far as it has free variables, has cells and is a generator.
    fn read(variables: usize, all: &[Instruction]) -> Result<Prefix, Rejection> {
        let made = vec![0; variables];
        let mut prefix = Prefix {
            length: 0,
            copied: 0,
            made,
            generator: false,
        };
        for instruction in all {
            let argument = instruction.oparg;
            let ordered = match instruction.definition.opcode {
                op311::COPY_FREE_VARS => prefix.copy(argument),
                op311::MAKE_CELL => prefix.make_cell(argument),
                op311::RETURN_GENERATOR => prefix.make_generator(),
                _ => break,
            };
            if !ordered {
                return Err(refuse(instruction, Reason::PrefixOrder));
            }
            prefix.length += 1;
        }
        Ok(prefix)
    }

    /// Each of these returns whether it comes in its order.
    fn copy(&mut self, variables: u32) -> bool {
        self.copied = variables;
        self.length == 0
    }

    fn make_cell(&mut self, variable: u32) -> bool {
        if let Some(times) = self.made.get_mut(variable as usize) {
            *times += 1;
        }
        !self.generator
    }

    fn make_generator(&mut self) -> bool {
        !std::mem::replace(&mut self.generator, true)
    }
}

/// The start of 3.11 code does what its variables and flags ask for.
fn check_start_311(
    layout: &Layout<'_>,
    generator: Option<Made>,
    all: &[Instruction],
) -> Result<usize, Rejection> {
    let prefix = Prefix::read(layout.variables(), all)?;
    let (copied, free) = (prefix.copied, layout.free);
    if copied as usize != free {
        return Err(Reason::FreeCopied { copied, free }.of_the_code());
    }
    for variable in layout.cells_to_make() {
        let times = prefix.made[variable];
        if times != 1 {
            return Err(Reason::CellsMade { variable, times }.of_the_code());
        }
    }
    if prefix.generator != generator.is_some() {
        return Err(Reason::GeneratorStart.of_the_code());
    }
    Ok(prefix.length)
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
