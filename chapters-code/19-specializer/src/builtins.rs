//! In which order do the builtins lie? In CPython's: a specialized `LOAD_GLOBAL` shows the index.
#![forbid(unsafe_code)]

use objects::Object;
use types::{PyResult, Table, Thread};

/// The names in `builtins` of a CPython 3.11 that has just started.
#[rustfmt::skip]
const ORDER: &[&str] = &[
    "__name__", "__doc__", "__package__", "__loader__", "__spec__", "__build_class__",
    "__import__", "abs", "all", "any", "ascii", "bin", "breakpoint", "callable", "chr",
    "compile", "delattr", "dir", "divmod", "eval", "exec", "format", "getattr", "globals",
    "hasattr", "hash", "hex", "id", "input", "isinstance", "issubclass", "iter", "aiter", "len",
    "locals", "max", "min", "next", "anext", "oct", "ord", "pow", "print", "repr", "round",
    "setattr", "sorted", "sum", "vars", "None", "Ellipsis", "NotImplemented", "False", "True",
    "bool", "memoryview", "bytearray", "bytes", "classmethod", "complex", "dict", "enumerate",
    "filter", "float", "frozenset", "property", "int", "list", "map", "object", "range",
    "reversed", "set", "slice", "staticmethod", "str", "super", "tuple", "type", "zip",
    "__debug__", "BaseException", "BaseExceptionGroup", "Exception", "GeneratorExit",
    "KeyboardInterrupt", "SystemExit", "ArithmeticError", "AssertionError", "AttributeError",
    "BufferError", "EOFError", "ImportError", "LookupError", "MemoryError", "NameError",
    "OSError", "ReferenceError", "RuntimeError", "StopAsyncIteration", "StopIteration",
    "SyntaxError", "SystemError", "TypeError", "ValueError", "Warning", "FloatingPointError",
    "OverflowError", "ZeroDivisionError", "BytesWarning", "DeprecationWarning",
    "EncodingWarning", "FutureWarning", "ImportWarning", "PendingDeprecationWarning",
    "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UnicodeWarning", "UserWarning",
    "BlockingIOError", "ChildProcessError", "ConnectionError", "FileExistsError",
    "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError",
    "PermissionError", "ProcessLookupError", "TimeoutError", "IndentationError", "IndexError",
    "KeyError", "ModuleNotFoundError", "NotImplementedError", "RecursionError",
    "UnboundLocalError", "UnicodeError", "BrokenPipeError", "ConnectionAbortedError",
    "ConnectionRefusedError", "ConnectionResetError", "TabError", "UnicodeDecodeError",
    "UnicodeEncodeError", "UnicodeTranslateError", "ExceptionGroup", "EnvironmentError",
    "IOError", "open", "quit", "exit", "copyright", "credits", "license", "help",
];

/// Lays the builtins out in that order. Where there is no such name here, its place is left
/// free, as if it had been deleted.
pub fn install(t: &Thread) -> PyResult<()> {
    let ordered = Table::default();
    let mut free = Vec::new();
    for text in ORDER {
        let name = t.intern(text)?;
        let value = match *text {
            "False" => Some(Object::bool(false)),
            "True" => Some(Object::bool(true)),
            _ => t.builtins.get_name(&name),
        };
        let absent = value.is_none();
        let value = value.unwrap_or(Object::none());
        let index = ordered.add(name.object().clone(), name.hash(), value)?;
        if absent {
            free.push(index);
        }
    }
    let mut place = 0;
    while let Some((key, value)) = t.builtins.table.next(&mut place) {
        if let Some(name) = types::Name::from_object(&key)
            && ordered.find_name(name).is_none()
        {
            ordered.add(key.clone(), name.hash(), value)?;
        }
    }
    for index in free {
        drop(ordered.remove(index));
    }
    t.builtins.table.exchange(&ordered);
    Ok(())
}
