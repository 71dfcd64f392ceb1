//! What do the exception types say of themselves? Their docstrings.
#![forbid(unsafe_code)]

use types::ErrorKind;

/// `__doc__` of a builtin exception; `ExceptionGroup` has none.
pub(crate) const fn doc(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ArithmeticError => "Base class for arithmetic errors.",
        ErrorKind::AssertionError => "Assertion failed.",
        ErrorKind::AttributeError => "Attribute not found.",
        ErrorKind::BaseException => "Common base class for all exceptions",
        ErrorKind::BaseExceptionGroup => "A combination of multiple unrelated exceptions.",
        ErrorKind::BlockingIOError => "I/O operation would block.",
        ErrorKind::BrokenPipeError => "Broken pipe.",
        ErrorKind::BufferError => "Buffer error.",
        ErrorKind::BytesWarning => {
            "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str."
        }
        ErrorKind::ChildProcessError => "Child process error.",
        ErrorKind::ConnectionAbortedError => "Connection aborted.",
        ErrorKind::ConnectionError => "Connection error.",
        ErrorKind::ConnectionRefusedError => "Connection refused.",
        ErrorKind::ConnectionResetError => "Connection reset.",
        ErrorKind::DeprecationWarning => "Base class for warnings about deprecated features.",
        ErrorKind::EOFError => "Read beyond end of file.",
        ErrorKind::EncodingWarning => "Base class for warnings about encodings.",
        ErrorKind::Exception => "Common base class for all non-exit exceptions.",
        ErrorKind::FileExistsError => "File already exists.",
        ErrorKind::FileNotFoundError => "File not found.",
        ErrorKind::FloatingPointError => "Floating point operation failed.",
        ErrorKind::FutureWarning => {
            "Base class for warnings about constructs that will change semantically\nin the future."
        }
        ErrorKind::GeneratorExit => "Request that a generator exit.",
        ErrorKind::ImportError => "Import can't find module, or can't find name in module.",
        ErrorKind::ImportWarning => {
            "Base class for warnings about probable mistakes in module imports"
        }
        ErrorKind::IndentationError => "Improper indentation.",
        ErrorKind::IndexError => "Sequence index out of range.",
        ErrorKind::InterruptedError => "Interrupted by signal.",
        ErrorKind::IsADirectoryError => "Operation doesn't work on directories.",
        ErrorKind::KeyError => "Mapping key not found.",
        ErrorKind::KeyboardInterrupt => "Program interrupted by user.",
        ErrorKind::LookupError => "Base class for lookup errors.",
        ErrorKind::MemoryError => "Out of memory.",
        ErrorKind::ModuleNotFoundError => "Module not found.",
        ErrorKind::NameError => "Name not found globally.",
        ErrorKind::NotADirectoryError => "Operation only works on directories.",
        ErrorKind::NotImplementedError => "Method or function hasn't been implemented yet.",
        ErrorKind::OSError => "Base class for I/O related errors.",
        ErrorKind::OverflowError => "Result too large to be represented.",
        ErrorKind::PendingDeprecationWarning => {
            "Base class for warnings about features which will be deprecated\nin the future."
        }
        ErrorKind::PermissionError => "Not enough permissions.",
        ErrorKind::ProcessLookupError => "Process not found.",
        ErrorKind::RecursionError => "Recursion limit exceeded.",
        ErrorKind::ReferenceError => "Weak ref proxy used after referent went away.",
        ErrorKind::ResourceWarning => "Base class for warnings about resource usage.",
        ErrorKind::RuntimeError => "Unspecified run-time error.",
        ErrorKind::RuntimeWarning => "Base class for warnings about dubious runtime behavior.",
        ErrorKind::StopAsyncIteration => "Signal the end from iterator.__anext__().",
        ErrorKind::StopIteration => "Signal the end from iterator.__next__().",
        ErrorKind::SyntaxError => "Invalid syntax.",
        ErrorKind::SyntaxWarning => "Base class for warnings about dubious syntax.",
        ErrorKind::SystemError => {
            "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version."
        }
        ErrorKind::SystemExit => "Request to exit from the interpreter.",
        ErrorKind::TabError => "Improper mixture of spaces and tabs.",
        ErrorKind::TimeoutError => "Timeout expired.",
        ErrorKind::TypeError => "Inappropriate argument type.",
        ErrorKind::UnboundLocalError => "Local name referenced but not bound to a value.",
        ErrorKind::UnicodeDecodeError => "Unicode decoding error.",
        ErrorKind::UnicodeEncodeError => "Unicode encoding error.",
        ErrorKind::UnicodeError => "Unicode related error.",
        ErrorKind::UnicodeTranslateError => "Unicode translation error.",
        ErrorKind::UnicodeWarning => {
            "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems."
        }
        ErrorKind::UserWarning => "Base class for warnings generated by user code.",
        ErrorKind::ValueError => "Inappropriate argument value (of correct type).",
        ErrorKind::Warning => "Base class for warning categories.",
        ErrorKind::ZeroDivisionError => {
            "Second argument to a division or modulo operation was zero."
        }
        ErrorKind::ExceptionGroup => "",
    }
}
