//! The machine: fetch two bytes, look at the first, do what it says, until one says return.

use crate::opcode::*;
use crate::{Error, Value};

/// What the compiler leaves of a function: bytes, and the tables that their arguments
/// are indices into. CPython calls the fields `co_code`, `co_consts`, `co_names` and
/// `co_varnames`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Pairs of bytes: an opcode and its argument.
    pub bytes: Vec<u8>,
    /// The constants.
    pub constants: Vec<Value>,
    /// The names of globals.
    pub names: Vec<String>,
    /// The names of local variables.
    pub locals: Vec<String>,
}

/// A machine in the middle of one function.
#[derive(Debug)]
pub struct Machine<'code> {
    code: &'code Code,
    next: usize,
    stack: Vec<Value>,
    locals: Vec<Option<Value>>,
    printed: String,
}

impl<'code> Machine<'code> {
    /// A machine that is about to begin with `code`.
    pub fn new(code: &'code Code) -> Machine<'code> {
        let locals = vec![None; code.locals.len()];
        Machine {
            code,
            next: 0,
            stack: Vec::new(),
            locals,
            printed: String::new(),
        }
    }

    /// Runs to the end; gives what the function returns.
    ///
    /// # Errors
    /// When the function raises, or the bytes make no sense.
    pub fn run(&mut self) -> Result<Value, Error> {
        loop {
            if let Some(result) = self.step()? {
                return Ok(result);
            }
        }
    }

    /// Executes one instruction; gives a value when that was the last.
    ///
    /// # Errors
    /// When the function raises, or the bytes make no sense.
    pub fn step(&mut self) -> Result<Option<Value>, Error> {
        let (opcode, argument) = self.fetch()?;
        match opcode {
            LOAD_CONST => self.stack.push(at(&self.code.constants, argument)?.clone()),
            LOAD_GLOBAL => self.load_global(argument)?,
            LOAD_FAST => self.load_fast(argument)?,
            STORE_FAST => self.store_fast(argument)?,
            POP_TOP => drop(self.pop()?),
            BINARY_ADD => {
                let right = self.pop()?;
                let left = self.pop()?;
                self.stack.push(left.add(&right)?);
            }
            CALL_FUNCTION => self.call(argument)?,
            RETURN_VALUE => return self.pop().map(Some),
            _ => return Err(Error::UnknownOpcode(opcode)),
        }
        Ok(None)
    }

    fn fetch(&mut self) -> Result<(u8, usize), Error> {
        let [opcode, argument] = self.instruction().ok_or(Error::RanOffTheEnd)?;
        self.next += 2;
        Ok((opcode, usize::from(argument)))
    }

    fn pop(&mut self) -> Result<Value, Error> {
        self.stack.pop().ok_or(Error::EmptyStack)
    }

    fn load_global(&mut self, index: usize) -> Result<(), Error> {
        match at(&self.code.names, index)?.as_str() {
            "print" => self.stack.push(Value::Print),
            name => return Err(Error::Name(name.to_owned())),
        }
        Ok(())
    }

    fn load_fast(&mut self, index: usize) -> Result<(), Error> {
        match at(&self.locals, index)? {
            Some(value) => self.stack.push(value.clone()),
            None => return Err(Error::Unbound(at(&self.code.locals, index)?.clone())),
        }
        Ok(())
    }

    fn store_fast(&mut self, index: usize) -> Result<(), Error> {
        at(&self.locals, index)?;
        self.locals[index] = Some(self.pop()?);
        Ok(())
    }

    fn call(&mut self, count: usize) -> Result<(), Error> {
        let first = self
            .stack
            .len()
            .checked_sub(count)
            .ok_or(Error::EmptyStack)?;
        let arguments = self.stack.split_off(first);
        match self.pop()? {
            Value::Print => {
                let words: Vec<String> = arguments.iter().map(Value::to_string).collect();
                self.printed.push_str(&words.join(" "));
                self.printed.push('\n');
                self.stack.push(Value::None);
                Ok(())
            }
            other => Err(Error::Type(format!(
                "'{}' object is not callable",
                other.type_name()
            ))),
        }
    }

    /// The two bytes of the instruction that comes next.
    pub fn instruction(&self) -> Option<[u8; 2]> {
        let bytes = self.code.bytes.get(self.next..)?;
        bytes.first_chunk().copied()
    }

    /// Where that instruction begins.
    pub fn offset(&self) -> usize {
        self.next
    }

    /// The value stack, its top last.
    pub fn stack(&self) -> &[Value] {
        &self.stack
    }

    /// The local variables; nothing where none is stored yet.
    pub fn locals(&self) -> &[Option<Value>] {
        &self.locals
    }

    /// All that has been printed.
    pub fn printed(&self) -> &str {
        &self.printed
    }
}

/// Nothing here trusts an index.
fn at<T>(table: &[T], index: usize) -> Result<&T, Error> {
    table.get(index).ok_or(Error::NoSuchEntry(index))
}
