"""Built-in exceptions: hierarchy, attributes, repr and str, matching, custom ones."""

names = """BaseException SystemExit KeyboardInterrupt GeneratorExit Exception StopIteration
StopAsyncIteration ArithmeticError FloatingPointError OverflowError ZeroDivisionError AssertionError
AttributeError BufferError EOFError ImportError ModuleNotFoundError LookupError IndexError KeyError
MemoryError NameError UnboundLocalError OSError BlockingIOError ChildProcessError ConnectionError
BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError
FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError
ProcessLookupError TimeoutError ReferenceError RuntimeError NotImplementedError RecursionError
SyntaxError IndentationError TabError SystemError TypeError ValueError UnicodeError
UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError Warning DeprecationWarning
PendingDeprecationWarning RuntimeWarning SyntaxWarning UserWarning FutureWarning ImportWarning
UnicodeWarning BytesWarning ResourceWarning EncodingWarning""".split()
builtin = __builtins__ if isinstance(__builtins__, dict) else vars(__builtins__)
for name in names:
    kind = builtin[name]
    print(name, "<", ", ".join(b.__name__ for b in kind.__mro__[1:-1]) or "object")
print(IOError is OSError, EnvironmentError is OSError)
for error in (ValueError(), ValueError("one"), ValueError("one", 2), KeyError("k"), KeyError(), KeyError(1, 2), StopIteration(5), OSError(2, "gone"), OSError(2, "gone", "file.txt"),
              OSError("only"), SystemExit(4), ImportError("no", name="mod", path="p"), NameError("n", name="x"), AttributeError("a", name="y", obj=3), AssertionError([1]), RuntimeError(RuntimeError("in"))):
    print(repr(error), "|", str(error), "|", error.args)
print(OSError(2, "x").errno, OSError(2, "x").strerror, type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, OSError(17, "x", "f").filename, StopIteration(9).value, ImportError("m", name="n").name)
decode = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad byte")
print(decode, decode.encoding, decode.object, decode.start, decode.end, decode.reason)
encode = UnicodeEncodeError("ascii", "aé", 1, 2, "not ascii")
print(encode, encode.object[encode.start : encode.end])
syntax = SyntaxError("bad", ("f.py", 3, 5, "a b c"))
print(syntax, syntax.filename, syntax.lineno, syntax.offset, syntax.text, syntax.msg)


class AppError(Exception):
    pass


class Coded(AppError):
    def __init__(self, code, *, hint=None):
        self.code = code
        self.hint = hint


class Loud(Coded):
    def __str__(self):
        return f"!!{self.code}!!"


for error in (AppError(), AppError("m", 1), Coded(5), Coded(5, hint="h"), Loud(7)):
    print(repr(error), str(error), error.args, vars(error))
try:
    Coded()
except TypeError as error:
    print(error)
for bad in (lambda: throw(5), lambda: throw("text"), lambda: throw(int), lambda: throw(None), lambda: throw(object()), lambda: throw(ValueError, 5), lambda: throw(ValueError, ValueError), lambda: match(5), lambda: match((ValueError, "x"))):
    def throw(what, cause=None):
        if cause is None:
            raise what
        raise what from cause

    def match(what):
        try:
            raise KeyError("inner")
        except what:
            pass

    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, "| cause", repr(error.__cause__), "| context", repr(error.__context__))
try:
    raise
except RuntimeError as error:
    print(error)
try:
    try:
        raise KeyError("a")
    except KeyError as a:
        try:
            raise ValueError("b") from a
        except ValueError as b:
            raise TypeError("c")
except TypeError as c:
    print(repr(c.__context__), repr(c.__context__.__cause__), repr(c.__context__.__context__), c.__cause__, c.__suppress_context__)
error = ValueError("kept")
error.note = "attributes may be added"
error.args = ("changed", 2)
print(error, error.note, error.__cause__, error.__context__, error.__traceback__)
error.__cause__ = KeyError("set")
print(error.__suppress_context__, repr(error.__cause__))
for name, value in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 1), ("args", 5)):
    try:
        setattr(error, name, value)
    except TypeError as problem:
        print(problem)
first, second = ValueError("first"), ValueError("second")
try:
    try:
        raise first
    except ValueError:
        raise second
except ValueError:
    try:
        raise first
    except ValueError as caught:
        print(repr(caught.__context__), repr(second.__context__))
