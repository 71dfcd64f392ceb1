//! How does Python code make a code object? With `CodeType(…)`, or from another one with
//! `replace(…)`.

use numbers::Integer;
use objects::Object;
use types::{
    Args, Bytes, NativeCode, NativeDef, PyResult, Raised, Str, Thread, Tuple, Type, Version, as_str,
};
use types::{check_count, no_keywords};

use crate::attributes::receiver;
use crate::code::{Code, CodeFields};
use crate::variables::Variables;

/// A field that Python code can give.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Argcount,
    Posonlyargcount,
    Kwonlyargcount,
    Nlocals,
    Stacksize,
    Flags,
    Code,
    Consts,
    Names,
    Varnames,
    Freevars,
    Cellvars,
    Filename,
    Name,
    Qualname,
    Firstlineno,
    Linetable,
    Exceptiontable,
}

/// The arguments of `CodeType` in 3.11. 3.10 lacks [`NEW_IN_311`].
const ARGUMENTS: [Field; 18] = [
    Field::Argcount,
    Field::Posonlyargcount,
    Field::Kwonlyargcount,
    Field::Nlocals,
    Field::Stacksize,
    Field::Flags,
    Field::Code,
    Field::Consts,
    Field::Names,
    Field::Varnames,
    Field::Filename,
    Field::Name,
    Field::Qualname,
    Field::Firstlineno,
    Field::Linetable,
    Field::Exceptiontable,
    Field::Freevars,
    Field::Cellvars,
];

const NEW_IN_311: [Field; 2] = [Field::Qualname, Field::Exceptiontable];

/// The last two arguments may be left out.
const OPTIONAL: usize = 2;

/// The fields that a version has, in the order of `CodeType`'s arguments.
fn fields_of(version: Version) -> impl Iterator<Item = Field> {
    let fields = ARGUMENTS.into_iter();
    fields.filter(move |field| version == Version::V311 || !NEW_IN_311.contains(field))
}

impl Field {
    /// Its name in `replace`, and as an attribute.
    const fn name(self) -> &'static str {
        match self {
            Field::Argcount => "co_argcount",
            Field::Posonlyargcount => "co_posonlyargcount",
            Field::Kwonlyargcount => "co_kwonlyargcount",
            Field::Nlocals => "co_nlocals",
            Field::Stacksize => "co_stacksize",
            Field::Flags => "co_flags",
            Field::Code => "co_code",
            Field::Consts => "co_consts",
            Field::Names => "co_names",
            Field::Varnames => "co_varnames",
            Field::Freevars => "co_freevars",
            Field::Cellvars => "co_cellvars",
            Field::Filename => "co_filename",
            Field::Name => "co_name",
            Field::Qualname => "co_qualname",
            Field::Firstlineno => "co_firstlineno",
            Field::Linetable => "co_linetable",
            Field::Exceptiontable => "co_exceptiontable",
        }
    }
}

/// The place of a field in the fields, by its type.
enum Place<'a> {
    Number(&'a mut i32),
    Bytes(&'a mut Vec<u8>),
    Tuple(&'a mut Vec<Object>),
    Text(&'a mut Object),
}

/// All fields, with the variables taken apart.
struct Draft {
    fields: CodeFields,
    nlocals: i32,
    varnames: Vec<Object>,
    freevars: Vec<Object>,
    cellvars: Vec<Object>,
    qualname: Object,
}

impl Draft {
    fn empty(version: Version) -> Draft {
        let variables = Variables::Together {
            names: vec![],
            kinds: vec![],
        };
        Draft {
            fields: CodeFields {
                version,
                argcount: 0,
                posonlyargcount: 0,
                kwonlyargcount: 0,
                stacksize: 0,
                flags: 0,
                code: vec![],
                consts: vec![],
                names: vec![],
                variables,
                filename: Object::none(),
                name: Object::none(),
                qualname: None,
                firstlineno: 0,
                linetable: vec![],
                exceptiontable: vec![],
            },
            nlocals: 0,
            varnames: vec![],
            freevars: vec![],
            cellvars: vec![],
            qualname: Object::none(),
        }
    }

    fn place(&mut self, field: Field) -> Place<'_> {
        let fields = &mut self.fields;
        match field {
            Field::Argcount => Place::Number(&mut fields.argcount),
            Field::Posonlyargcount => Place::Number(&mut fields.posonlyargcount),
            Field::Kwonlyargcount => Place::Number(&mut fields.kwonlyargcount),
            Field::Nlocals => Place::Number(&mut self.nlocals),
            Field::Stacksize => Place::Number(&mut fields.stacksize),
            Field::Flags => Place::Number(&mut fields.flags),
            Field::Firstlineno => Place::Number(&mut fields.firstlineno),
            Field::Code => Place::Bytes(&mut fields.code),
            Field::Linetable => Place::Bytes(&mut fields.linetable),
            Field::Exceptiontable => Place::Bytes(&mut fields.exceptiontable),
            Field::Consts => Place::Tuple(&mut fields.consts),
            Field::Names => Place::Tuple(&mut fields.names),
            Field::Varnames => Place::Tuple(&mut self.varnames),
            Field::Freevars => Place::Tuple(&mut self.freevars),
            Field::Cellvars => Place::Tuple(&mut self.cellvars),
            Field::Filename => Place::Text(&mut fields.filename),
            Field::Name => Place::Text(&mut fields.name),
            Field::Qualname => Place::Text(&mut self.qualname),
        }
    }

    /// Sets a field to a value of its type; `called` begins the message for another one.
    fn set(&mut self, t: &Thread, field: Field, value: &Object, called: &str) -> PyResult<()> {
        let wrong = |wanted: &str| -> Raised {
            let kind = t.type_name(value);
            t.type_error(format!("{called} must be {wanted}, not {kind}"))
        };
        match self.place(field) {
            Place::Number(place) => *place = c_int(t, value)?,
            Place::Bytes(place) => {
                let bytes = value.downcast::<Bytes>().ok_or_else(|| wrong("bytes"))?;
                *place = bytes.as_slice().to_vec();
            }
            Place::Tuple(place) => {
                let tuple = value.downcast::<Tuple>().ok_or_else(|| wrong("tuple"))?;
                *place = tuple.items().to_vec();
            }
            Place::Text(place) => {
                as_str(value).ok_or_else(|| wrong("str"))?;
                *place = value.clone();
            }
        }
        Ok(())
    }

    fn finish(self, t: &Thread) -> PyResult {
        let fields = CodeFields {
            variables: Variables::Separate {
                nlocals: self.nlocals,
                varnames: self.varnames,
                freevars: self.freevars,
                cellvars: self.cellvars,
            },
            qualname: (self.fields.version == Version::V311).then_some(self.qualname),
            ..self.fields
        };
        Ok(Code::new(t, fields)?.into_object())
    }
}

/// An argument that is a C `int`.
pub(crate) fn c_int(t: &Thread, value: &Object) -> PyResult<i32> {
    let index = t.index(value)?;
    let number = Integer::of(&index).and_then(|number| number.to_i64());
    number
        .and_then(|number| i32::try_from(number).ok())
        .ok_or_else(|| t.overflow_error("Python int too large to convert to C int"))
}

/// The `new` slot: `CodeType(…)` with 16 arguments in 3.10 and 18 in 3.11, of which the last
/// two can be left out (`code_new_impl`).
pub(crate) fn new(t: &Thread, _class: &Type, args: Args<'_>) -> PyResult {
    no_keywords(t, "code", args)?;
    let values = args.plain();
    let count = fields_of(t.version).count();
    check_count(t, "code", values.len(), count - OPTIONAL, count)?;
    let mut draft = Draft::empty(t.version);
    for (place, (field, value)) in fields_of(t.version).zip(values).enumerate() {
        draft.set(t, field, value, &format!("code() argument {}", place + 1))?;
    }
    let counts = [
        (Field::Argcount, draft.fields.argcount),
        (Field::Posonlyargcount, draft.fields.posonlyargcount),
        (Field::Kwonlyargcount, draft.fields.kwonlyargcount),
        (Field::Nlocals, draft.nlocals),
    ];
    if let Some((field, _)) = counts.iter().find(|(_, count)| *count < 0) {
        let name = field.name().trim_start_matches("co_");
        return Err(t.value_error(format!("code: {name} must not be negative")));
    }
    for names in [
        &mut draft.fields.names,
        &mut draft.varnames,
        &mut draft.freevars,
        &mut draft.cellvars,
    ] {
        exact_strings(t, names)?;
    }
    draft.finish(t)
}

/// Makes strings of subclasses plain ones (`validate_and_copy_tuple`).
fn exact_strings(t: &Thread, names: &mut [Object]) -> PyResult<()> {
    for name in names {
        let Some(text) = as_str(name) else {
            let kind = t.type_name(name);
            let message = format!("name tuples must contain only strings, not '{kind}'");
            return Err(t.type_error(message));
        };
        if !t.is_exact(name, t.types.str) {
            let exact = Str::concat(t.types.str, &[text])?;
            *name = exact.into_object();
        }
    }
    Ok(())
}

/// `code.replace(…)`
fn replace(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let code = receiver(t, object)?;
    if !args.plain().is_empty() {
        return Err(t.type_error("replace() takes no positional arguments"));
    }
    let mut draft = draft_of(code);
    for (name, _) in args.keywords() {
        let known = |field: Field| as_str(name).is_some_and(|name| name.equals(field.name()));
        if !fields_of(code.version).any(known) {
            let name = t.to_str(name)?.to_text();
            let message = format!("'{name}' is an invalid keyword argument for replace()");
            return Err(t.type_error(message));
        }
    }
    for field in fields_of(code.version) {
        let mut given = args.keywords();
        let given = given.find(|(name, _)| as_str(name).is_some_and(|n| n.equals(field.name())));
        if let Some((_, value)) = given {
            let called = format!("replace() argument '{}'", field.name());
            draft.set(t, field, value, &called)?;
        }
    }
    for field in fields_of(code.version) {
        if let Place::Number(&mut (..0)) = draft.place(field) {
            let message = format!("{} must be a positive integer", field.name());
            return Err(t.value_error(message));
        }
    }
    draft.finish(t)
}

/// The fields of a code object, to be changed.
fn draft_of(code: &Code) -> Draft {
    let objects = |names: &[types::Name]| -> Vec<Object> {
        names.iter().map(|name| name.object().clone()).collect()
    };
    // The numbers of a code object were C ints when it was made.
    let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    let mut draft = Draft::empty(code.version);
    draft.nlocals = number(code.nlocals);
    draft.varnames = objects(&code.varnames);
    draft.freevars = objects(&code.freevars);
    draft.cellvars = objects(&code.cellvars);
    if let Some(qualname) = &code.qualname {
        draft.qualname = qualname.as_object().clone();
    }
    draft.fields = CodeFields {
        version: code.version,
        argcount: number(code.argcount),
        posonlyargcount: number(code.posonlyargcount),
        kwonlyargcount: number(code.kwonlyargcount),
        stacksize: number(code.stacksize),
        flags: number(code.flags.0),
        code: code.code.to_vec(),
        consts: code.consts.to_vec(),
        names: objects(&code.names),
        filename: code.filename.as_object().clone(),
        name: code.name.as_object().clone(),
        firstlineno: code.firstlineno,
        linetable: code.linetable.to_vec(),
        exceptiontable: code.exceptiontable.to_vec(),
        ..draft.fields
    };
    draft
}

/// The method of this file.
pub(crate) static METHODS: &[NativeDef] = &[NativeDef {
    name: "replace",
    code: NativeCode::Keywords(replace),
    doc: "Return a copy of the code object with new values for the specified fields.",
}];
