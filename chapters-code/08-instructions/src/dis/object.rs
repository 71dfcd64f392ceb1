//! How does the disassembler look into a code object of the machine?

use std::borrow::Cow;

use code_objects::Code;
use objects::Owned;
use types::{Details, Raised, Thread, Version};

use super::view::{CodeView, NameList, Numbers};

/// A code object and the thread whose `repr` prints its constants.
pub struct CodeObject<'t> {
    thread: &'t Thread,
    code: Owned<Code>,
}

impl<'t> CodeObject<'t> {
    /// Looks at `code`.
    pub fn new(thread: &'t Thread, code: Owned<Code>) -> Self {
        Self { thread, code }
    }
}

/// What a `repr` raised, in a line. Only errors without an exception object have been seen
/// here: ints of too many digits, and too deep nesting.
fn message(raised: Raised) -> String {
    let Ok(lazy) = raised.into_lazy() else {
        return "the repr of a constant raised an exception".to_owned();
    };
    match &lazy.details {
        Details::Message(message) => format!("{}: {message}", lazy.kind.name()),
        _ => lazy.kind.name().to_owned(),
    }
}

/// A count of a code object; those of a real one fit.
fn number(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

impl CodeView for CodeObject<'_> {
    fn version(&self) -> Version {
        self.code.version
    }

    fn numbers(&self) -> Numbers {
        let code = &self.code;
        Numbers {
            arguments: number(code.argcount),
            positional_only: number(code.posonlyargcount),
            keyword_only: number(code.kwonlyargcount),
            locals: number(code.nlocals),
            stack_size: number(code.stacksize),
            flags: code.flags.0.cast_signed(),
            first_line: code.firstlineno,
        }
    }

    fn name(&self) -> Cow<'_, str> {
        self.code.name.to_text().into()
    }

    fn filename(&self) -> Cow<'_, str> {
        self.code.filename.to_text().into()
    }

    fn code(&self, _adaptive: bool) -> Cow<'_, [u8]> {
        (&*self.code.code).into()
    }

    fn line_table(&self) -> Cow<'_, [u8]> {
        (&*self.code.linetable).into()
    }

    fn exception_table(&self) -> Cow<'_, [u8]> {
        (&*self.code.exceptiontable).into()
    }

    fn name_count(&self, list: NameList) -> usize {
        self.names(list).len()
    }

    fn name_at(&self, list: NameList, index: usize) -> Option<Cow<'_, str>> {
        Some(self.names(list).get(index)?.str().to_text().into())
    }

    fn constant_count(&self) -> usize {
        self.code.consts.len()
    }

    fn constant_repr(&self, index: usize) -> Option<Result<String, String>> {
        let repr = self.thread.repr(self.code.consts.get(index)?);
        Some(repr.map(|text| text.to_text()).map_err(message))
    }

    fn nested(&self, index: usize) -> Option<Self> {
        let code = self
            .code
            .consts
            .get(index)?
            .clone()
            .into_owned::<Code>()
            .ok()?;
        Some(Self::new(self.thread, code))
    }
}

impl CodeObject<'_> {
    fn names(&self, list: NameList) -> &[types::Name] {
        match list {
            NameList::Names => &self.code.names,
            NameList::Variables => &self.code.varnames,
            NameList::Cells => &self.code.cellvars,
            NameList::Free => &self.code.freevars,
            NameList::Slots => &self.code.localsplusnames,
        }
    }
}
