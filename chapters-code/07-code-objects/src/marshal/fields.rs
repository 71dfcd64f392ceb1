//! In which order do the fields of a code object stand in a file?

use objects::Object;

use types::{Bytes, PyResult, Tuple, Version};

use super::building::Fed;
use super::input::Input;
use super::read::{Number, Reader};
use crate::code::{Code, CodeFields, bad_call};
use crate::variables::Variables;

/// After this many objects comes `co_firstlineno`, in both versions.
pub(super) const BEFORE_LINE: usize = 8;

/// How many objects a code object has in a file.
pub(super) const fn object_count(version: Version) -> usize {
    match version {
        // code, consts, names, varnames, freevars, cellvars, filename, name, linetable
        Version::V310 => 9,
        // code, consts, names, localsplusnames, localspluskinds, filename, name, qualname,
        // linetable, exceptiontable
        Version::V311 => 10,
    }
}

/// A code object that waits for its fields.
pub(super) struct CodeBuilding {
    /// argcount, posonlyargcount, kwonlyargcount, nlocals (3.10), stacksize, flags
    numbers: Vec<i32>,
    objects: Vec<Object>,
    firstlineno: i32,
    number: Number,
}

impl CodeBuilding {
    /// Reads the numbers that come before the objects.
    pub(super) fn begin(input: &mut Input<'_>, number: Number) -> PyResult<Box<CodeBuilding>> {
        let count = match input.version {
            Version::V310 => 6,
            Version::V311 => 5,
        };
        Ok(Box::new(CodeBuilding {
            numbers: (0..count).map(|_| input.long()).collect::<PyResult<_>>()?,
            objects: Vec::with_capacity(object_count(input.version)),
            firstlineno: 0,
            number,
        }))
    }

    /// Takes the next field.
    pub(super) fn feed(&mut self, reader: &mut Reader<'_>, value: Option<Object>) -> PyResult<Fed> {
        self.objects.extend(value);
        let version = reader.input.version;
        if self.objects.len() == BEFORE_LINE {
            self.firstlineno = reader.input.long()?;
        }
        if self.objects.len() < object_count(version) {
            return Ok(Fed::Hungry);
        }
        let t = reader.input.t;
        let fields = match version {
            Version::V310 => self.fields_310(),
            Version::V311 => self.fields_311(),
        };
        let code = Code::new(t, fields.ok_or_else(|| bad_call(t, version))?)?.into_object();
        reader.finish(self.number, &code);
        Ok(Fed::Finished(Some(code)))
    }

    /// The fields as 3.10 orders them; `None` if one has the wrong type.
    fn fields_310(&self) -> Option<CodeFields> {
        let [
            argcount,
            posonlyargcount,
            kwonlyargcount,
            nlocals,
            stacksize,
            flags,
        ] = *self.numbers.first_chunk()?;
        let [
            code,
            consts,
            names,
            varnames,
            freevars,
            cellvars,
            filename,
            name,
            linetable,
        ] = self.objects.first_chunk()?;
        Some(CodeFields {
            version: Version::V310,
            argcount,
            posonlyargcount,
            kwonlyargcount,
            stacksize,
            flags,
            code: bytes(code)?,
            consts: items(consts)?,
            names: items(names)?,
            variables: Variables::Separate {
                nlocals,
                varnames: items(varnames)?,
                freevars: items(freevars)?,
                cellvars: items(cellvars)?,
            },
            filename: filename.clone(),
            name: name.clone(),
            qualname: None,
            firstlineno: self.firstlineno,
            linetable: bytes(linetable)?,
            exceptiontable: Vec::new(),
        })
    }

    /// The fields as 3.11 orders them; `None` if one has the wrong type.
    fn fields_311(&self) -> Option<CodeFields> {
        let [argcount, posonlyargcount, kwonlyargcount, stacksize, flags] =
            *self.numbers.first_chunk()?;
        let [
            code,
            consts,
            names,
            localsplusnames,
            localspluskinds,
            filename,
            name,
            qualname,
            linetable,
            exceptiontable,
        ] = self.objects.first_chunk()?;
        Some(CodeFields {
            version: Version::V311,
            argcount,
            posonlyargcount,
            kwonlyargcount,
            stacksize,
            flags,
            code: bytes(code)?,
            consts: items(consts)?,
            names: items(names)?,
            variables: Variables::Together {
                names: items(localsplusnames)?,
                kinds: bytes(localspluskinds)?,
            },
            filename: filename.clone(),
            name: name.clone(),
            qualname: Some(qualname.clone()),
            firstlineno: self.firstlineno,
            linetable: bytes(linetable)?,
            exceptiontable: bytes(exceptiontable)?,
        })
    }
}

fn items(object: &Object) -> Option<Vec<Object>> {
    object
        .downcast::<Tuple>()
        .map(|tuple| tuple.items().to_vec())
}

fn bytes(object: &Object) -> Option<Vec<u8>> {
    object
        .downcast::<Bytes>()
        .map(|bytes| bytes.as_slice().to_vec())
}
