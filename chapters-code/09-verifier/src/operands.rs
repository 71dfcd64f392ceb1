//! Is each instruction's argument one that it has a meaning for?

use instructions::{BINARY_OPERATORS, COMPARISONS, Instruction, Operand, Version, op310, op311};

use crate::rejection::Reason;
use crate::shape::{Constant, Shape};
use crate::variables::{Layout, Variable};

/// Checks the argument of one instruction against the code object's tables.
///
/// Arguments that only count stack entries are not limited here: the stack limits them.
pub(crate) fn check(
    instruction: &Instruction,
    shape: &Shape<'_>,
    layout: &Layout<'_>,
) -> Result<(), Reason> {
    let argument = instruction.oparg;
    let index = |what, index: u32, count: usize| {
        if (index as usize) < count {
            Ok(())
        } else {
            Err(Reason::Index { what, index, count })
        }
    };
    let allow = |allowed, good: bool| {
        if good {
            Ok(())
        } else {
            Err(Reason::Argument { argument, allowed })
        }
    };
    match instruction.definition.operand {
        Operand::None | Operand::Count | Operand::Split | Operand::Prefix => Ok(()),
        Operand::Absolute | Operand::Forward | Operand::Backward => Ok(()),
        Operand::Const => {
            index("constant", argument, shape.consts.len())?;
            check_keyword_names(instruction, shape)
        }
        Operand::Name => index("name", argument, shape.names),
        Operand::NameAndNull => index("name", argument >> 1, shape.names),
        Operand::Local => layout.local(argument),
        Operand::Deref => check_deref(instruction, shape.version, layout.deref(argument)?),
        Operand::Compare => index("comparison", argument, COMPARISONS.len()),
        Operand::BinaryOp => index("operator", argument, BINARY_OPERATORS.len()),
        Operand::Depth => allow("a place in the stack", argument >= 1),
        Operand::Invert | Operand::CallParts => allow("0 or 1", argument <= 1),
        Operand::FunctionParts => allow("a sum of 1, 2, 4 and 8", argument <= 15),
        Operand::SliceParts => allow("2 or 3", matches!(argument, 2 | 3)),
        Operand::Format => allow("0 to 7", argument <= 7),
        Operand::Raise | Operand::GeneratorKind | Operand::Await => {
            allow("0, 1 or 2", argument <= 2)
        }
        Operand::Lasti => match shape.version {
            Version::V310 => allow("0 or 1", argument <= 1),
            Version::V311 => allow("0, 1 or 2", argument <= 2),
        },
        Operand::Where => allow("0 to 3", argument <= 3),
    }
}

/// The constant of KW_NAMES is a tuple of names.
fn check_keyword_names(instruction: &Instruction, shape: &Shape<'_>) -> Result<(), Reason> {
    if shape.version != Version::V311 || instruction.definition.opcode != op311::KW_NAMES {
        return Ok(());
    }
    keyword_names(shape, instruction.oparg).map(|_| ())
}

/// How many names a constant of KW_NAMES has.
pub(crate) fn keyword_names(shape: &Shape<'_>, index: u32) -> Result<u32, Reason> {
    match shape.consts.get(index as usize) {
        Some(Constant::Names(names)) => Ok(*names),
        _ => Err(Reason::KeywordNames(index)),
    }
}

/// MAKE_CELL takes what becomes a cell; 3.10's LOAD_CLASSDEREF, a free variable.
fn check_deref(
    instruction: &Instruction,
    version: Version,
    variable: Variable,
) -> Result<(), Reason> {
    let index = instruction.oparg;
    match (version, instruction.definition.opcode) {
        (Version::V310, op310::LOAD_CLASSDEREF) if variable != Variable::Free => {
            Err(Reason::NotFree(index))
        }
        (Version::V311, op311::MAKE_CELL) if variable != Variable::Cell => {
            Err(Reason::NotACell(index))
        }
        _ => Ok(()),
    }
}
