//! What is a code object? What the compiler found out about a function, a class body or a
//! module: instructions, constants, names, and where in the source they came from.

use std::any::Any;
use std::cell::OnceCell;

use objects::{Object, Owned, heap, payload};
use types::{Name, PyResult, Str, Thread, Version, as_str};

use crate::attributes::Kept;
use crate::flags::{self, Flags};
use crate::intern::{intern_constant, intern_names};
use crate::variables::{Layout, Variables, places};

/// A code object. Nothing in it ever changes.
pub struct Code {
    /// The CPython whose instructions it holds.
    pub version: Version,
    /// Parameters that can be passed by position (with those of `posonlyargcount`).
    pub argcount: u32,
    /// Parameters that can only be passed by position.
    pub posonlyargcount: u32,
    /// Parameters that can only be passed by keyword.
    pub kwonlyargcount: u32,
    /// Local variables, parameters included.
    pub nlocals: u32,
    /// How deep the value stack gets.
    pub stacksize: u32,
    /// What holds of it, one bit each.
    pub flags: Flags,
    /// The first line of its source.
    pub firstlineno: i32,
    /// The instructions, as they were written.
    pub code: Box<[u8]>,
    /// The constants.
    pub consts: Box<[Object]>,
    /// The names of globals and attributes.
    pub names: Box<[Name]>,
    /// The names of the local variables, parameters first.
    pub varnames: Box<[Name]>,
    /// The names of the variables that inner functions use.
    pub cellvars: Box<[Name]>,
    /// The names of the variables of outer functions.
    pub freevars: Box<[Name]>,
    /// 3.10: for each cell the number of the argument it starts with, or `None`; empty if
    /// no cell is an argument (`co_cell2arg`).
    pub cell2arg: Box<[Option<u32>]>,
    /// 3.11: the names of all variables in the order of their places in a frame.
    pub localsplusnames: Box<[Name]>,
    /// 3.11: what each of these is.
    pub localspluskinds: Box<[u8]>,
    /// The file of its source.
    pub filename: Owned<Str>,
    /// Its name.
    pub name: Owned<Str>,
    /// 3.11: its name with those of the classes and functions it stands in.
    pub qualname: Option<Owned<Str>>,
    /// Which instruction comes from where in the source; each version has its own format.
    pub linetable: Box<[u8]>,
    /// 3.11: which instructions are covered by which handlers.
    pub exceptiontable: Box<[u8]>,
    /// What the evaluator that runs it made of it: verified, perhaps specialized.
    pub loop_state: OnceCell<Box<dyn Any>>,
    pub(crate) kept: Kept,
    _charge: Charge,
}

payload!(Code, "code");

/// What a code object is made of, unchecked: the fields of a file, or the arguments of
/// `CodeType`.
#[allow(missing_docs, reason = "they are `Code`'s")]
pub struct CodeFields {
    pub version: Version,
    pub argcount: i32,
    pub posonlyargcount: i32,
    pub kwonlyargcount: i32,
    pub stacksize: i32,
    pub flags: i32,
    pub code: Vec<u8>,
    pub consts: Vec<Object>,
    pub names: Vec<Object>,
    pub variables: Variables,
    pub filename: Object,
    pub name: Object,
    pub qualname: Option<Object>,
    pub firstlineno: i32,
    pub linetable: Vec<u8>,
    pub exceptiontable: Vec<u8>,
}

impl Code {
    /// Checks the fields as CPython does (`PyCode_NewWithPosOnlyArgs` of 3.10,
    /// `_PyCode_Validate` of 3.11), interns names, and makes the code object.
    ///
    /// That the instructions make sense is not looked at here: the verifier does, before
    /// they run.
    ///
    /// # Errors
    /// `SystemError` and `ValueError` as in CPython, `MemoryError`.
    pub fn new(t: &Thread, fields: CodeFields) -> PyResult<Owned<Code>> {
        let counts = Counts::check(t, &fields)?;
        let charge = Charge::new(fields.size())?;
        let texts = Texts::check(t, &fields)?;
        let layout = Layout::new(t, fields.version, fields.variables)?;
        if fields.version == Version::V311 && !fields.code.len().is_multiple_of(2) {
            return Err(t.value_error("code: co_code is malformed"));
        }
        let total = counts.total_args();
        if total > layout.varnames.len() as u64 {
            return Err(t.value_error(match fields.version {
                Version::V310 => "code: varnames is too small",
                Version::V311 => "code: co_varnames is too small",
            }));
        }
        if fields.version == Version::V311 && layout.nlocals as usize != layout.varnames.len() {
            return Err(t.value_error("code: co_nlocals != len(co_varnames)"));
        }
        let names = intern_names(t, fields.names)?;
        let consts: PyResult<Vec<Object>> = fields
            .consts
            .into_iter()
            .map(|constant| intern_constant(t, &constant))
            .collect();
        let code = Code {
            version: fields.version,
            argcount: counts.argcount,
            posonlyargcount: counts.posonlyargcount,
            kwonlyargcount: counts.kwonlyargcount,
            nlocals: layout.nlocals,
            stacksize: counts.stacksize,
            flags: computed_flags(fields.version, counts.flags, &layout),
            firstlineno: fields.firstlineno,
            code: fields.code.into(),
            consts: consts?.into(),
            names: names.into(),
            cell2arg: cell2arg(fields.version, &layout, total),
            varnames: layout.varnames,
            cellvars: layout.cellvars,
            freevars: layout.freevars,
            localsplusnames: layout.localsplusnames,
            localspluskinds: layout.localspluskinds,
            filename: texts.filename,
            name: texts.name,
            qualname: texts.qualname,
            linetable: fields.linetable.into(),
            exceptiontable: fields.exceptiontable.into(),
            loop_state: OnceCell::new(),
            kept: Kept::default(),
            _charge: charge,
        };
        Ok(heap().make(t.types.code.core(), code)?)
    }

    /// How many places a frame has for the values of arguments: all kinds of parameters.
    pub fn total_args(&self) -> u32 {
        let starred = [flags::VARARGS, flags::VARKEYWORDS];
        let starred = starred.into_iter().filter(|&flag| self.flags.has(flag));
        self.argcount + self.kwonlyargcount + starred.count() as u32
    }
}

impl CodeFields {
    /// About how many bytes the code object will take beside its header.
    fn size(&self) -> usize {
        let objects = match &self.variables {
            Variables::Separate {
                varnames,
                freevars,
                cellvars,
                ..
            } => varnames.len() + freevars.len() + cellvars.len(),
            Variables::Together { names, .. } => names.len(),
        };
        let bytes = self.code.len() + self.linetable.len() + self.exceptiontable.len();
        bytes + (objects + self.consts.len() + self.names.len()) * size_of::<Object>()
    }
}

/// The bytes of a code object that lie outside of the heap; the heap counts them too.
struct Charge(usize);

impl Charge {
    fn new(bytes: usize) -> PyResult<Charge> {
        heap().charge(bytes)?;
        Ok(Charge(bytes))
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        heap().refund(self.0);
    }
}

/// The numbers of a code object, none of them negative.
struct Counts {
    argcount: u32,
    posonlyargcount: u32,
    kwonlyargcount: u32,
    stacksize: u32,
    flags: Flags,
}

impl Counts {
    fn check(t: &Thread, fields: &CodeFields) -> PyResult<Counts> {
        let number = |value: i32| u32::try_from(value).map_err(|_| bad_call(t, fields.version));
        if fields.argcount < fields.posonlyargcount {
            return Err(bad_call(t, fields.version));
        }
        match &fields.variables {
            Variables::Separate { nlocals, .. } => drop(number(*nlocals)?),
            Variables::Together { names, kinds } => {
                if names.len() != kinds.len() {
                    return Err(bad_call(t, fields.version));
                }
            }
        }
        Ok(Counts {
            argcount: number(fields.argcount)?,
            posonlyargcount: number(fields.posonlyargcount)?,
            kwonlyargcount: number(fields.kwonlyargcount)?,
            stacksize: number(fields.stacksize)?,
            flags: Flags(number(fields.flags)?),
        })
    }

    /// How many of the local variables are parameters.
    fn total_args(&self) -> u64 {
        u64::from(self.argcount)
            + u64::from(self.kwonlyargcount)
            + u64::from(self.flags.has(flags::VARARGS))
            + u64::from(self.flags.has(flags::VARKEYWORDS))
    }
}

/// The strings of a code object.
struct Texts {
    filename: Owned<Str>,
    name: Owned<Str>,
    qualname: Option<Owned<Str>>,
}

impl Texts {
    fn check(t: &Thread, fields: &CodeFields) -> PyResult<Texts> {
        let text = |object: &Object| {
            let text = as_str(object).map(Str::object);
            text.ok_or_else(|| bad_call(t, fields.version))
        };
        Ok(Texts {
            filename: text(&fields.filename)?,
            name: text(&fields.name)?,
            qualname: fields.qualname.as_ref().map(text).transpose()?,
        })
    }
}

/// `PyErr_BadInternalCall`, with the place in CPython's source that it names.
#[cold]
pub(crate) fn bad_call(t: &Thread, version: Version) -> types::Raised {
    let line = match version {
        Version::V310 => 141,
        Version::V311 => 250,
    };
    t.system_error(format!(
        "Objects/codeobject.c:{line}: bad argument to internal function"
    ))
}

/// 3.10 computes [`flags::NOFREE`], whatever the file says.
fn computed_flags(version: Version, given: Flags, layout: &Layout) -> Flags {
    if version == Version::V311 {
        given
    } else if layout.cellvars.is_empty() && layout.freevars.is_empty() {
        given.with(flags::NOFREE)
    } else {
        given.without(flags::NOFREE)
    }
}

/// The arguments that 3.10's cells start with.
fn cell2arg(version: Version, layout: &Layout, total_args: u64) -> Box<[Option<u32>]> {
    if version == Version::V311 {
        return Box::default();
    }
    let args = places(&layout.varnames[..total_args as usize]);
    let argument = |cell: &Name| Some(*args.get(&cell.object().word())? as u32);
    let all: Vec<Option<u32>> = layout.cellvars.iter().map(argument).collect();
    match all.iter().any(Option::is_some) {
        true => all.into(),
        false => Box::default(),
    }
}
