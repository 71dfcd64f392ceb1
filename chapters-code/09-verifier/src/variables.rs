//! Which variables does the frame have, and which instructions may name them?

use crate::rejection::{Reason, Rejection};
use crate::shape::{
    CO_ASYNC_GENERATOR, CO_COROUTINE, CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL, CO_GENERATOR,
    CO_VARARGS, CO_VARKEYWORDS, Shape, Variables,
};

/// What a variable of the frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variable {
    /// A value, or unbound.
    Local,
    /// A cell that this code makes.
    Cell,
    /// A cell of the function's closure.
    Free,
}

/// The frame's variables, checked and counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout<'a> {
    variables: Variables<'a>,
    /// How many fast locals there are: those that parameters may fill.
    locals: usize,
    /// How many cells and free variables there are besides.
    derefs: usize,
    /// How many of these are free variables.
    pub free: usize,
}

impl<'a> Layout<'a> {
    /// Checks that the variables are well formed and have room for the parameters.
    pub fn new(shape: &Shape<'a>) -> Result<Layout<'a>, Rejection> {
        let layout = Layout::count(shape.variables).map_err(Reason::of_the_code)?;
        layout
            .check_parameters(shape)
            .map_err(Reason::of_the_code)?;
        Ok(layout)
    }

    fn count(variables: Variables<'a>) -> Result<Layout<'a>, Reason> {
        match variables {
            Variables::Counted {
                locals,
                var_names,
                cells,
                free,
            } => {
                let locals = count("co_nlocals", locals)?;
                // A variable that has no name cannot be named when it is unbound.
                let locals = locals.min(var_names);
                let derefs = cells.saturating_add(free);
                Ok(Layout {
                    variables,
                    locals,
                    derefs,
                    free,
                })
            }
            Variables::Kinds(kinds) => {
                let [locals, cells, free] = check_kinds(kinds)?;
                Ok(Layout {
                    variables,
                    locals,
                    derefs: cells + free,
                    free,
                })
            }
        }
    }

    fn check_parameters(&self, shape: &Shape<'_>) -> Result<(), Reason> {
        let positional = count("co_argcount", shape.arg_count)?;
        let keyword_only = count("co_kwonlyargcount", shape.kwonly_arg_count)?;
        let positional_only = count("co_posonlyargcount", shape.posonly_arg_count)?;
        if positional_only > positional {
            return Err(Reason::PositionalOnly {
                positional_only: shape.posonly_arg_count,
                positional: shape.arg_count,
            });
        }
        let starred = (shape.flags & CO_VARARGS != 0) as u64;
        let double_starred = (shape.flags & CO_VARKEYWORDS != 0) as u64;
        let parameters = positional as u64 + keyword_only as u64 + starred + double_starred;
        if parameters > self.locals as u64 {
            return Err(Reason::TooFewVariables {
                parameters,
                locals: self.locals,
            });
        }
        Ok(())
    }

    /// How many variables the frame has room for.
    pub fn size(&self) -> u64 {
        let locals = match self.variables {
            Variables::Counted { locals, .. } => u64::from(locals.unsigned_abs()),
            Variables::Kinds(_) => self.locals as u64,
        };
        locals.saturating_add(self.derefs as u64)
    }

    /// The variable that an operand of a `_FAST` instruction names.
    pub fn local(&self, index: u32) -> Result<(), Reason> {
        let out = Reason::Index {
            what: "local variable",
            index,
            count: self.locals,
        };
        match self.variables {
            Variables::Counted { .. } if (index as usize) < self.locals => Ok(()),
            Variables::Counted { .. } => Err(out),
            Variables::Kinds(kinds) => {
                match kinds.get(index as usize).map(|&kind| variable(kind)) {
                    Some(Some(Variable::Local)) => Ok(()),
                    Some(_) => Err(Reason::LocalInCell(index)),
                    None => Err(out),
                }
            }
        }
    }

    /// What the operand of a `_DEREF` instruction names: never a plain local.
    pub fn deref(&self, index: u32) -> Result<Variable, Reason> {
        let place = index as usize;
        match self.variables {
            Variables::Counted { cells, .. } if place < self.derefs => Ok(if place < cells {
                Variable::Cell
            } else {
                Variable::Free
            }),
            Variables::Counted { .. } => Err(Reason::Index {
                what: "cell or free variable",
                index,
                count: self.derefs,
            }),
            Variables::Kinds(kinds) => match kinds.get(place).and_then(|&kind| variable(kind)) {
                Some(Variable::Local) => Err(Reason::NotACell(index)),
                Some(variable) => Ok(variable),
                None => Err(Reason::Index {
                    what: "variable",
                    index,
                    count: kinds.len(),
                }),
            },
        }
    }

    /// How many variables instructions can name.
    pub fn variables(&self) -> usize {
        self.locals + self.derefs
    }

    /// 3.11: the indices of the variables that MAKE_CELL must make cells of.
    pub fn cells_to_make(&self) -> impl Iterator<Item = usize> + use<'a> {
        let kinds = match self.variables {
            Variables::Counted { .. } => &[],
            Variables::Kinds(kinds) => kinds,
        };
        let is_cell = |&(_, &kind): &(usize, &u8)| variable(kind) == Some(Variable::Cell);
        kinds
            .iter()
            .enumerate()
            .filter(is_cell)
            .map(|(index, _)| index)
    }
}

/// A count that must not be negative.
pub(crate) fn count(what: &'static str, number: i32) -> Result<usize, Reason> {
    usize::try_from(number).map_err(|_| Reason::Negative(what, number))
}

/// What a byte of `co_localspluskinds` says, if it says anything.
fn variable(kind: u8) -> Option<Variable> {
    const LOCAL_IN_CELL: u8 = CO_FAST_LOCAL | CO_FAST_CELL;
    match kind {
        CO_FAST_LOCAL => Some(Variable::Local),
        CO_FAST_CELL | LOCAL_IN_CELL => Some(Variable::Cell),
        CO_FAST_FREE => Some(Variable::Free),
        _ => None,
    }
}

/// The variables must come in the order locals, cells, free: parameters are stored from
/// the front, and COPY_FREE_VARS fills the end.
fn check_kinds(kinds: &[u8]) -> Result<[usize; 3], Reason> {
    let mut counts = [0; 3];
    let mut group = 0;
    for (index, &kind) in kinds.iter().enumerate() {
        let of_this = match variable(kind) {
            None => return Err(Reason::VariableKind(kind)),
            Some(_) if kind & CO_FAST_LOCAL != 0 => 0,
            Some(Variable::Cell) => 1,
            Some(_) => 2,
        };
        if of_this < group {
            return Err(Reason::VariableOrder(index));
        }
        group = of_this;
        counts[group] += 1;
    }
    Ok(counts)
}

/// What a call of the code makes, besides running it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// A generator; the number is GEN_START's argument for it.
    Generator = 0,
    /// A coroutine.
    Coroutine = 1,
    /// An async generator.
    AsyncGenerator = 2,
}

/// Which of the three the flags ask for.
pub(crate) fn generator(flags: u32) -> Result<Option<Made>, Rejection> {
    let asked = flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR);
    match asked {
        0 => Ok(None),
        CO_GENERATOR => Ok(Some(Made::Generator)),
        CO_COROUTINE => Ok(Some(Made::Coroutine)),
        CO_ASYNC_GENERATOR => Ok(Some(Made::AsyncGenerator)),
        _ => Err(Reason::GeneratorFlags(asked).of_the_code()),
    }
}
