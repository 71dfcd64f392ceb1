//! How is an object written as marshal data? [`write`] keeps a list of what is still to be
//! written, the next thing last.

use containers::Set;
use objects::Object;
use types::{Dict, ErrorKind, List, Name, PyResult, Thread, Tuple, Type, Version};

use super::sharing::{Sharing, Writing, members};
use super::{FLAG_REF, MAX_DEPTH, kind, scalars};
use crate::code::Code;

/// Writes an object as CPython's marshal of version 4 can read it.
///
/// # Errors
/// `ValueError` if it holds something that marshal does not know, or is nested too deeply.
pub fn write(t: &Thread, object: &Object) -> PyResult<Vec<u8>> {
    let mut writer = Writer {
        t,
        out: Vec::new(),
        sharing: Sharing::of(object),
        numbered: 0,
        pending: vec![Task::Object(object.clone(), 1)],
    };
    while let Some(task) = writer.pending.pop() {
        writer.perform(task)?;
    }
    Ok(writer.out)
}

/// Something to be written.
enum Task {
    /// An object, so deep inside of others.
    Object(Object, usize),
    /// A tuple of these items that stands nowhere else.
    Tuple(Vec<Object>, usize),
    /// Bytes as they are.
    Raw(Vec<u8>),
}

struct Writer<'a> {
    t: &'a Thread,
    out: Vec<u8>,
    sharing: Sharing,
    /// How many objects have a number.
    numbered: usize,
    pending: Vec<Task>,
}

impl Writer<'_> {
    fn perform(&mut self, task: Task) -> PyResult<()> {
        match task {
            Task::Raw(bytes) => self.out.extend(bytes),
            Task::Tuple(items, depth) => self.tuple(0, &items, depth)?,
            Task::Object(object, depth) => self.object(&object, depth)?,
        }
        Ok(())
    }

    fn object(&mut self, object: &Object, depth: usize) -> PyResult<()> {
        if depth > MAX_DEPTH {
            return Err(self.t.value_error("object too deeply nested to marshal"));
        }
        if let Some(byte) = self.singleton(object) {
            self.out.push(byte);
            return Ok(());
        }
        let flag = match self.sharing.writing(object, self.numbered) {
            Writing::Plain => 0,
            Writing::Flagged => {
                self.numbered += 1;
                FLAG_REF
            }
            Writing::Reference(number) => {
                self.out.push(kind::REF);
                return self.length(number);
            }
        };
        if scalars::write(self.t, &mut self.out, flag, object)? {
            return Ok(());
        }
        self.container(object, flag, depth)
    }

    /// The values that are one byte, and never flagged.
    fn singleton(&self, object: &Object) -> Option<u8> {
        let stop = self.t.error_type(ErrorKind::StopIteration);
        if object.is_none() {
            Some(kind::NONE)
        } else if object.is(&Object::ellipsis()) {
            Some(kind::ELLIPSIS)
        } else if let Some(value) = object.as_bool() {
            Some(if value { kind::TRUE } else { kind::FALSE })
        } else if let (Some(stop), Some(class)) = (stop, object.downcast::<Type>()) {
            stop.is(class).then_some(kind::STOP_ITERATION)
        } else {
            None
        }
    }

    fn container(&mut self, object: &Object, flag: u8, depth: usize) -> PyResult<()> {
        let types = self.t.types;
        let exactly = |class: &Type| self.t.is_exact(object, class);
        if let Some(tuple) = object.downcast::<Tuple>().filter(|_| exactly(types.tuple)) {
            return self.tuple(flag, tuple.items(), depth);
        }
        if let Some(list) = object.downcast::<List>().filter(|_| exactly(types.list)) {
            let items = list.items.to_vec();
            return self.items(kind::LIST | flag, items, depth);
        }
        if let Some(dict) = object.downcast::<Dict>().filter(|_| exactly(types.dict)) {
            self.dict(flag, dict, depth);
            return Ok(());
        }
        if let Some(code) = object.downcast::<Code>() {
            return self.code(flag, code, depth);
        }
        let set = match (exactly(types.set), exactly(types.frozenset)) {
            (true, _) => kind::SET,
            (_, true) => kind::FROZENSET,
            _ => return Err(self.t.value_error("unmarshallable object")),
        };
        let members = object.downcast::<Set>().map(members).unwrap_or_default();
        let members = self.in_order(members)?;
        self.items(set | flag, members, depth)
    }

    fn tuple(&mut self, flag: u8, items: &[Object], depth: usize) -> PyResult<()> {
        match u8::try_from(items.len()) {
            Ok(length) => {
                self.out.extend([kind::SMALL_TUPLE | flag, length]);
                self.later(items.to_vec(), depth);
                Ok(())
            }
            Err(_) => self.items(kind::TUPLE | flag, items.to_vec(), depth),
        }
    }

    /// Type byte, length, items.
    fn items(&mut self, byte: u8, items: Vec<Object>, depth: usize) -> PyResult<()> {
        self.out.push(byte);
        self.length(items.len())?;
        self.later(items, depth);
        Ok(())
    }

    fn length(&mut self, length: usize) -> PyResult<()> {
        scalars::write_length(self.t, &mut self.out, length)
    }

    /// Keeps items for later, the first one last.
    fn later(&mut self, items: Vec<Object>, depth: usize) {
        let tasks = items.into_iter().rev();
        let tasks = tasks.map(|item| Task::Object(item, depth + 1));
        self.pending.extend(tasks);
    }

    fn dict(&mut self, flag: u8, dict: &Dict, depth: usize) {
        self.out.push(kind::DICT | flag);
        self.pending.push(Task::Raw(vec![kind::NULL]));
        let entries = (0..dict.table.entries()).filter_map(|index| dict.table.entry(index));
        let both = entries.flat_map(|(key, value)| [key, value]).collect();
        self.later(both, depth);
    }

    /// 3.11 sorts the members of a set by how they are written, so that the bytes do not
    /// depend on hashes. (3.10 takes them as they come.)
    fn in_order(&self, members: Vec<Object>) -> PyResult<Vec<Object>> {
        if self.t.version == Version::V310 {
            return Ok(members);
        }
        let _guard = self.t.enter_native("")?;
        let mut keyed = Vec::with_capacity(members.len());
        for member in members {
            keyed.push((write(self.t, &member)?, member));
        }
        keyed.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(keyed.into_iter().map(|(_, member)| member).collect())
    }

    /// Type byte and numbers now, the fields that are objects later.
    fn code(&mut self, flag: u8, code: &Code, depth: usize) -> PyResult<()> {
        self.out.push(kind::CODE | flag);
        let [argcount, posonly, kwonly] =
            [code.argcount, code.posonlyargcount, code.kwonlyargcount];
        let numbers = match code.version {
            Version::V310 => vec![argcount, posonly, kwonly, code.nlocals],
            Version::V311 => vec![argcount, posonly, kwonly],
        };
        let numbers = numbers.into_iter().chain([code.stacksize, code.flags.0]);
        self.out.extend(numbers.flat_map(u32::to_le_bytes));

        let object = |object: &Object| Task::Object(object.clone(), depth + 1);
        let names = |names: &[Name]| {
            let names = names.iter().map(|name| name.object().clone()).collect();
            Task::Tuple(names, depth + 1)
        };
        let bytes = |bytes: &[u8]| scalars::encoded_bytes(self.t, bytes).map(Task::Raw);
        let mut tasks = vec![
            bytes(&code.code)?,
            Task::Tuple(code.consts.to_vec(), depth + 1),
            names(&code.names),
        ];
        match code.version {
            Version::V310 => {
                tasks.extend([&code.varnames, &code.freevars, &code.cellvars].map(|n| names(n)));
            }
            Version::V311 => {
                tasks.push(names(&code.localsplusnames));
                tasks.push(bytes(&code.localspluskinds)?);
            }
        }
        let texts = [
            Some(&code.filename),
            Some(&code.name),
            code.qualname.as_ref(),
        ];
        tasks.extend(
            texts
                .into_iter()
                .flatten()
                .map(|text| object(text.as_object())),
        );
        tasks.push(Task::Raw(code.firstlineno.to_le_bytes().to_vec()));
        tasks.push(bytes(&code.linetable)?);
        if code.version == Version::V311 {
            tasks.push(bytes(&code.exceptiontable)?);
        }
        self.pending.extend(tasks.into_iter().rev());
        Ok(())
    }
}
