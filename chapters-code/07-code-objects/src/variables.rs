//! Which variables does a code object have? 3.10 keeps three lists, 3.11 one with a kind
//! for each.

use std::collections::HashMap;

use objects::{Object, Word};
use types::{Name, PyResult, Thread, Version};

use crate::intern::intern_names;

/// The kind of a variable in `localspluskinds`: it is local.
pub const FAST_LOCAL: u8 = 0x20;
/// The kind of a variable in `localspluskinds`: inner functions use it, through a cell.
/// An argument can be local and a cell.
pub const FAST_CELL: u8 = 0x40;
/// The kind of a variable in `localspluskinds`: it is an outer function's.
pub const FAST_FREE: u8 = 0x80;

/// Variables as they are written in a file, or passed to `CodeType`.
pub enum Variables {
    /// 3.10's fields, which 3.11's `CodeType` takes as well.
    Separate {
        /// `co_nlocals`
        nlocals: i32,
        /// `co_varnames`
        varnames: Vec<Object>,
        /// `co_freevars`
        freevars: Vec<Object>,
        /// `co_cellvars`
        cellvars: Vec<Object>,
    },
    /// What 3.11 keeps, and writes to files.
    Together {
        /// The names of all variables, in the order of their places in a frame.
        names: Vec<Object>,
        /// What each is: [`FAST_LOCAL`], [`FAST_CELL`], [`FAST_FREE`].
        kinds: Vec<u8>,
    },
}

/// The variables of a code object, checked.
pub(crate) struct Layout {
    pub(crate) nlocals: u32,
    pub(crate) varnames: Box<[Name]>,
    pub(crate) cellvars: Box<[Name]>,
    pub(crate) freevars: Box<[Name]>,
    pub(crate) localsplusnames: Box<[Name]>,
    pub(crate) localspluskinds: Box<[u8]>,
}

impl Layout {
    /// Checks and interns all names.
    pub(crate) fn new(t: &Thread, version: Version, given: Variables) -> PyResult<Layout> {
        match (version, given) {
            (
                Version::V310,
                Variables::Separate {
                    nlocals,
                    varnames,
                    freevars,
                    cellvars,
                },
            ) => {
                let varnames = intern_names(t, varnames)?;
                let freevars = intern_names(t, freevars)?;
                let cellvars = intern_names(t, cellvars)?;
                Ok(Layout {
                    nlocals: nlocals.try_into().unwrap_or(0),
                    varnames: varnames.into(),
                    cellvars: cellvars.into(),
                    freevars: freevars.into(),
                    localsplusnames: Box::default(),
                    localspluskinds: Box::default(),
                })
            }
            (Version::V310, Variables::Together { .. }) => {
                Err(t.system_error("a 3.10 code object has separate lists of variables"))
            }
            (
                Version::V311,
                Variables::Separate {
                    nlocals,
                    varnames,
                    freevars,
                    cellvars,
                },
            ) => {
                let varnames = intern_names(t, varnames)?;
                let cellvars = intern_names(t, cellvars)?;
                let freevars = intern_names(t, freevars)?;
                let layout = Layout::joined(varnames, cellvars, freevars);
                Ok(Layout {
                    nlocals: nlocals.try_into().unwrap_or(0),
                    ..layout
                })
            }
            (Version::V311, Variables::Together { names, kinds }) => {
                Ok(Layout::together(intern_names(t, names)?, kinds))
            }
        }
    }

    /// Joins 3.10's three lists as `PyCode_NewWithPosOnlyArgs` of 3.11 does: an argument
    /// that is a cell keeps its place and gets a second kind.
    fn joined(varnames: Vec<Name>, cellvars: Vec<Name>, freevars: Vec<Name>) -> Layout {
        let mut names = varnames.clone();
        let mut kinds = vec![FAST_LOCAL; varnames.len()];
        let places = places(&varnames);
        for cell in &cellvars {
            match places.get(&cell.object().word()) {
                Some(&place) => kinds[place] |= FAST_CELL,
                None => {
                    names.push(cell.clone());
                    kinds.push(FAST_CELL);
                }
            }
        }
        names.extend(freevars.iter().cloned());
        kinds.resize(names.len(), FAST_FREE);
        Layout {
            nlocals: varnames.len() as u32,
            varnames: varnames.into(),
            cellvars: cellvars.into(),
            freevars: freevars.into(),
            localsplusnames: names.into(),
            localspluskinds: kinds.into(),
        }
    }

    /// Takes 3.11's joint list apart (`get_localsplus_names`).
    fn together(names: Vec<Name>, kinds: Vec<u8>) -> Layout {
        let of_kind = |kind: u8| -> Box<[Name]> {
            names
                .iter()
                .zip(&kinds)
                .filter(|(_, own)| **own & kind != 0)
                .map(|(name, _)| name.clone())
                .collect()
        };
        let varnames = of_kind(FAST_LOCAL);
        Layout {
            nlocals: varnames.len() as u32,
            cellvars: of_kind(FAST_CELL),
            freevars: of_kind(FAST_FREE),
            varnames,
            localsplusnames: names.into(),
            localspluskinds: kinds.into(),
        }
    }
}

/// Where each name stands first. (A map, since a file from outside may hold many.)
pub(crate) fn places(names: &[Name]) -> HashMap<Word, usize> {
    let words = names.iter().map(|name| name.object().word());
    let mut places = HashMap::new();
    for (place, word) in words.enumerate() {
        places.entry(word).or_insert(place);
    }
    places
}
