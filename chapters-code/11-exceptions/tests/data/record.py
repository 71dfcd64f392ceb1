"""Records what CPython's exception types do, for `tests/recorded.rs`: writes
`recorded-3.10.marshal` or `recorded-3.11.marshal` beside this file.

A case is a class, the arguments of its call, and steps on what that made; beside it stands what
came of each: a repr, or a line `Type: message` for what was raised.
"""

import builtins
import marshal
import os
import sys

NEW = sys.version_info >= (3, 11)
FIELDS = {
    "StopIteration": ["value"],
    "SystemExit": ["code"],
    "ImportError": ["msg", "name", "path"],
    "NameError": ["name"],
    "AttributeError": ["name", "obj"],
    "OSError": ["errno", "strerror", "filename", "filename2", "characters_written"],
    "SyntaxError": ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset",
                    "print_file_and_line"],
    "UnicodeDecodeError": ["encoding", "object", "start", "end", "reason"],
    "UnicodeEncodeError": ["encoding", "object", "start", "end", "reason"],
    "UnicodeTranslateError": ["encoding", "object", "start", "end", "reason"],
}
GENERAL = [("repr",), ("str",), ("get", "args"), ("call", "__reduce__", ())]


def cases():
    names = [name for name in dir(builtins) if name[0].isupper()]
    classes = [name for name in names if isinstance(getattr(builtins, name), type)
               and issubclass(getattr(builtins, name), BaseException) and "Group" not in name]
    for name in classes:
        fields = [field for base in getattr(builtins, name).__mro__
                  for field in FIELDS.get(base.__name__, [])]
        looks = GENERAL + [("get", field) for field in fields]
        for args in [(), (1,), (1, 2), ("a",), ("",), (None,), ((1, 2),), (1, 2, 3, 4, 5)]:
            yield name, args, {}, looks
        yield name, (), {"x": 1}, []
        for field in fields + ["args", "__cause__", "__context__", "__traceback__",
                               "__suppress_context__", "unknown", "__dict__"]:
            if name == "MemoryError" and field == "__suppress_context__":
                # CPython reuses its objects, and this field of them as it was.
                continue
            for value in [None, "text", 7, True, ()]:
                yield name, (1, "b"), {}, [("set", field, value), ("get", field), ("str",)]
            yield name, (1, "b"), {}, [("del", field), ("get", field), ("str",)]
    for name, keywords in [("ImportError", {"name": "n", "path": "p"}), ("ImportError", {"nam": 1}),
                           ("NameError", {"name": "q"}), ("NameError", {"name": 1, "b": 2}),
                           ("AttributeError", {"name": 1, "obj": 2}),
                           ("AttributeError", {"nane": 2})]:
        yield name, ("m",), keywords, GENERAL + [("get", field) for field in FIELDS[name]]
    looks = GENERAL + [("get", field) for field in FIELDS["OSError"]]
    for number in range(133):
        yield "OSError", (number, "msg"), {}, [("repr",)]
    for args in [(2, "m", "f"), (2, "m", "f", None, "g"), (2, "m", None, None, "g"), ("2", "m", "f"),
                 (2, "m", "f", 0), (2, "m", b"f"), (None, "m"), (1, None, "f"), (1, 2, 3, 4, 5, 6),
                 (2**70, "m"), (True, "m")]:
        yield "OSError", args, {}, looks
        yield "BlockingIOError", args, {}, looks
        yield "FileNotFoundError", args, {}, looks
    yield "BlockingIOError", (11, "m", 5), {}, looks
    looks = GENERAL + [("get", field) for field in FIELDS["SyntaxError"]]
    for args in [("m", ("f", 1, 2, "t")), ("m", ("a/b/f.py", 1, 2, "t", 3, 4)), ("m", ("f", None, 2, "t")),
                 ("m", (None, 3, 2, "t")), ("m", (1,)), ("m", ("f", 1, 2, "t", 3)), ("m", "abcd"),
                 ("m", 1), ("m", ("f", 1, 2, "t", 3, 4, 5)), ("m", 1, 2), (None,), ("m", ("", 1, 2, "t"))]:
        yield "SyntaxError", args, {}, looks
        yield "TabError", args, {}, looks
    text = "aé\u1234\U00012345\ud800"
    for start, end in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 3), (9, 10), (-5, -1), (5, 6), (3, 1)]:
        for name, args in [("UnicodeDecodeError", ("utf8", b"abcd\xff", start, end, "why")),
                           ("UnicodeEncodeError", ("ascii", text, start, end, "why")),
                           ("UnicodeTranslateError", (text, start, end, "why"))]:
            yield name, args, {}, [("repr",), ("str",), ("get", "start"), ("get", "end")]
    for args in [(1, b"a", 0, 1, "w"), ("u", "a", 0, 1, "w"), ("u", b"a", "0", 1, "w"),
                 ("u", b"a", 0, 1.5, "w"), ("u", b"a", 0, 1, b"w"), ("u", b"a", 2**70, 1, "w")]:
        yield "UnicodeDecodeError", args, {}, [("str",)]
        yield "UnicodeEncodeError", args, {}, [("str",)]
    for state in [None, {"a": 1, "b": 2}, 5, [], {1: 2}, {"args": 3}]:
        yield "ValueError", (1,), {}, [("call", "__setstate__", (state,)), ("get", "__dict__"), ("repr",)]
    yield "ValueError", (1,), {}, [("call", "with_traceback", (1,)), ("call", "with_traceback", (None,))]
    yield "ValueError", (1,), {}, [("set", "x", 2), ("get", "__dict__"), ("call", "__reduce__", ())]
    yield "ImportError", (1,), {"name": "n"}, [("set", "x", 2), ("call", "__reduce__", ())]
    if NEW:
        note = ("call", "add_note", ("note",))
        yield "ValueError", (1,), {}, [note, note, ("get", "__notes__"), ("call", "add_note", (1,)),
                                       ("set", "__notes__", 5), note, ("call", "add_note", ())]
        for name in ["ExceptionGroup", "BaseExceptionGroup"]:
            for args in [(), ("m",), (1, []), ("m", []), ("m", 1), ("m", [1]), ("m", {1: 2}), ("m", "ab"),
                         ("m", [], 3)]:
                yield name, args, {}, [("repr",)]
            yield name, ("m", []), {"x": 1}, []


def attempt(action):
    try:
        return repr(action())
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def perform(target, step):
    if step[0] == "repr":
        return attempt(lambda: target)
    if step[0] == "str":
        return attempt(lambda: str(target))
    if step[0] == "get":
        return attempt(lambda: getattr(target, step[1]))
    if step[0] == "set":
        return attempt(lambda: setattr(target, *step[1:]))
    if step[0] == "del":
        return attempt(lambda: delattr(target, step[1]))
    return attempt(lambda: getattr(target, step[1])(*step[2]))


SEEN = {}


def shared(value):
    """The same value, in which equal parts are one object: marshal writes it once."""
    if isinstance(value, (list, tuple)):
        value = type(value)(map(shared, value))
    return SEEN.setdefault((type(value), repr(value)), value)


def main():
    recorded = []
    for name, args, keywords, steps in cases():
        try:
            target = getattr(builtins, name)(*args, **keywords)
        except Exception as error:
            results = ["%s: %s" % (type(error).__name__, error)]
        else:
            results = [repr(target)] + [perform(target, step) for step in steps]
        case = (name, args, keywords, list(steps), results)
        recorded.append(shared(case))
    here = os.path.dirname(os.path.abspath(__file__))
    version = "%d.%d" % sys.version_info[:2]
    with open(os.path.join(here, "recorded-%s.marshal" % version), "wb") as file:
        marshal.dump(recorded, file)
    print(version, len(recorded), "cases")


main()
