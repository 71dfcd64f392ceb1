//! What does Python see of a code object? Its `co_…` attributes and its repr.

use numbers::int;
use objects::{Object, Slot};
use types::{
    AccessorDef, Args, Details, ErrorKind, Name, NativeCode, NativeDef, Parameters, PyResult,
    Thread, Version,
};

use crate::code::Code;
use crate::construct::c_int;

/// Bytes and tuples that Python asked for, kept so that it gets the same object each time.
#[derive(Default)]
pub(crate) struct Kept {
    code: Slot,
    consts: Slot,
    names: Slot,
    varnames: Slot,
    freevars: Slot,
    cellvars: Slot,
    localsplusnames: Slot,
    linetable: Slot,
    exceptiontable: Slot,
}

fn kept(place: &Slot, make: impl FnOnce() -> PyResult) -> PyResult {
    if let Some(object) = place.get() {
        return Ok(object);
    }
    let object = make()?;
    place.set(object.clone());
    Ok(object)
}

fn name_tuple(t: &Thread, place: &Slot, names: &[Name]) -> PyResult {
    kept(place, || {
        t.tuple(names.iter().map(|name| name.object().clone()))
    })
}

impl Code {
    /// `co_code`
    pub fn code_bytes(&self, t: &Thread) -> PyResult {
        kept(&self.kept.code, || t.bytes(&self.code))
    }

    /// `co_consts`
    pub fn consts_tuple(&self, t: &Thread) -> PyResult {
        kept(&self.kept.consts, || t.tuple(self.consts.iter().cloned()))
    }

    /// `co_names`
    pub fn names_tuple(&self, t: &Thread) -> PyResult {
        name_tuple(t, &self.kept.names, &self.names)
    }

    /// `co_varnames`
    pub fn varnames_tuple(&self, t: &Thread) -> PyResult {
        name_tuple(t, &self.kept.varnames, &self.varnames)
    }

    /// `co_freevars`
    pub fn freevars_tuple(&self, t: &Thread) -> PyResult {
        name_tuple(t, &self.kept.freevars, &self.freevars)
    }

    /// `co_cellvars`
    pub fn cellvars_tuple(&self, t: &Thread) -> PyResult {
        name_tuple(t, &self.kept.cellvars, &self.cellvars)
    }

    /// 3.11's `co_localsplusnames`, which C code sees.
    pub(crate) fn localsplus_tuple(&self, t: &Thread) -> PyResult {
        name_tuple(t, &self.kept.localsplusnames, &self.localsplusnames)
    }

    /// `co_linetable`
    pub fn linetable_bytes(&self, t: &Thread) -> PyResult {
        kept(&self.kept.linetable, || t.bytes(&self.linetable))
    }

    /// `co_exceptiontable`
    pub fn exceptiontable_bytes(&self, t: &Thread) -> PyResult {
        kept(&self.kept.exceptiontable, || t.bytes(&self.exceptiontable))
    }
}

/// The code object that a method was called on.
pub(crate) fn receiver<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Code> {
    let code = object.downcast::<Code>();
    code.ok_or_else(|| t.type_error("a code object was expected"))
}

type Get = fn(&Thread, &Object) -> PyResult;
type Set = fn(&Thread, &Object, Option<&Object>) -> PyResult<()>;

/// CPython's message for its plain members; for what it computes, [`AccessorDef`] has one.
fn read_only(t: &Thread, _: &Object, _: Option<&Object>) -> PyResult<()> {
    let details = Details::Message("readonly attribute".into());
    Err(t.raise(ErrorKind::AttributeError, details))
}

const fn field(name: &'static str, get: Get, set: Option<Set>) -> AccessorDef {
    AccessorDef {
        name,
        get,
        set,
        doc: "",
    }
}

const fn member(name: &'static str, get: Get) -> AccessorDef {
    field(name, get, Some(read_only))
}

const fn computed(name: &'static str, get: Get) -> AccessorDef {
    field(name, get, None)
}

/// The attributes that both versions keep as plain members.
static MEMBERS: &[AccessorDef] = &[
    member("co_argcount", |t, o| {
        int(t, receiver(t, o)?.argcount.into())
    }),
    member("co_posonlyargcount", |t, o| {
        int(t, receiver(t, o)?.posonlyargcount.into())
    }),
    member("co_kwonlyargcount", |t, o| {
        int(t, receiver(t, o)?.kwonlyargcount.into())
    }),
    member("co_nlocals", |t, o| int(t, receiver(t, o)?.nlocals.into())),
    member("co_stacksize", |t, o| {
        int(t, receiver(t, o)?.stacksize.into())
    }),
    member("co_flags", |t, o| int(t, receiver(t, o)?.flags.0.into())),
    member("co_consts", |t, o| receiver(t, o)?.consts_tuple(t)),
    member("co_names", |t, o| receiver(t, o)?.names_tuple(t)),
    member("co_filename", |t, o| {
        Ok(receiver(t, o)?.filename.as_object().clone())
    }),
    member("co_name", |t, o| {
        Ok(receiver(t, o)?.name.as_object().clone())
    }),
    member("co_firstlineno", |t, o| {
        int(t, receiver(t, o)?.firstlineno.into())
    }),
    member("co_linetable", |t, o| receiver(t, o)?.linetable_bytes(t)),
];

static MEMBERS_310: &[AccessorDef] = &[
    member("co_code", |t, o| receiver(t, o)?.code_bytes(t)),
    member("co_varnames", |t, o| receiver(t, o)?.varnames_tuple(t)),
    member("co_freevars", |t, o| receiver(t, o)?.freevars_tuple(t)),
    member("co_cellvars", |t, o| receiver(t, o)?.cellvars_tuple(t)),
];

static MEMBERS_311: &[AccessorDef] = &[
    computed("co_code", |t, o| receiver(t, o)?.code_bytes(t)),
    computed("co_varnames", |t, o| receiver(t, o)?.varnames_tuple(t)),
    computed("co_freevars", |t, o| receiver(t, o)?.freevars_tuple(t)),
    computed("co_cellvars", |t, o| receiver(t, o)?.cellvars_tuple(t)),
    member("co_qualname", |t, o| {
        let qualname = receiver(t, o)?.qualname.clone();
        Ok(qualname.map_or(Object::none(), |name| name.into_object()))
    }),
    member("co_exceptiontable", |t, o| {
        receiver(t, o)?.exceptiontable_bytes(t)
    }),
];

static METHODS_311: &[NativeDef] = &[NativeDef {
    name: "_varname_from_oparg",
    code: NativeCode::Keywords(varname_from_oparg),
    doc: "(internal-only) Return the local variable name for the given oparg.\n\nWARNING: this \
          method is for internal use only and may change or go away.",
}];

fn varname_from_oparg(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("_varname_from_oparg", &["oparg"], 1);
    let code = receiver(t, object)?;
    let [number] = t.arguments(&PARAMETERS, args)?;
    let place = c_int(t, number.unwrap_or(object))?;
    let name = usize::try_from(place)
        .ok()
        .and_then(|place| code.localsplusnames.get(place));
    match name {
        Some(name) => Ok(name.object().clone()),
        None => Err(t.index_error("tuple index out of range")),
    }
}

/// `<code object NAME at 0x…, file "FILE", line N>`
fn repr(t: &Thread, object: &Object) -> PyResult {
    let code = receiver(t, object)?;
    let line = match code.firstlineno {
        0 => -1,
        line => line,
    };
    let text = |text: &str| text.chars().map(u32::from).collect::<Vec<_>>();
    let mut chars = text("<code object ");
    chars.extend(code.name.chars().iter());
    chars.extend(text(&format!(" at {:#x}, file \"", object.identity())));
    chars.extend(code.filename.chars().iter());
    chars.extend(text(&format!("\", line {line}>")));
    t.str_of(&chars)
}

/// Fills in what is not a matter of making or comparing code objects.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.code;
    class.slots.repr.set(Some(repr));
    t.add_accessors(class, MEMBERS)?;
    match t.version {
        Version::V310 => t.add_accessors(class, MEMBERS_310),
        Version::V311 => {
            t.add_accessors(class, MEMBERS_311)?;
            t.add_methods(class, METHODS_311)
        }
    }
}
