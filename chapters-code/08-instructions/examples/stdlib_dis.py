"""Sends every module of this Python's standard library to standard output, compiled and
disassembled, for `stdlib_dis` to compare.

A module is sent as its path in a line, and four blobs, each with its length in a line: the
code object as marshal writes it, and what `dis`, `dis` with caches and `show_code` print.
The answer is a blob: the code object as the other side's marshal writes it. Whether that is
the same is said in a line, empty if it is. Modules whose path does not contain the argument
are left out; so are files that do not compile.
"""

import dis
import io
import marshal
import os
import sys
import sysconfig
import types
import warnings


def sources(library):
    for folder, folders, files in os.walk(library):
        folders[:] = sorted(set(folders) - {"site-packages", "__pycache__"})
        for name in sorted(files):
            if name.endswith(".py"):
                yield os.path.join(folder, name)


def compiled(path, shown):
    """The code object as it is when it has been loaded from a file."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        return marshal.dumps(compile(source, shown, "exec", dont_inherit=True))
    except (SyntaxError, ValueError):
        return None


def fields(code):
    names = [name for name in dir(code) if name.startswith("co_")]
    values = [(name, getattr(code, name)) for name in names if name != "co_lnotab"]
    return [(name, value) for name, value in values if not callable(value)]


def difference(a, b, place="code"):
    """Where two constants differ; empty if they do not."""
    if type(a) is not type(b):
        return f"{place}: {type(b).__name__} in place of {type(a).__name__}"
    if isinstance(a, types.CodeType):
        pairs = zip(fields(a), fields(b))
        differences = (difference(x, y, f"{place}.{name}") for (name, x), (_, y) in pairs)
    elif isinstance(a, tuple) and len(a) == len(b):
        pairs = enumerate(zip(a, b))
        differences = (difference(x, y, f"{place}[{i}]") for i, (x, y) in pairs)
    elif isinstance(a, (float, complex)):
        differences = [] if repr(a) == repr(b) else [place]
    else:
        differences = [] if a == b else [place]
    return next(filter(None, differences), "")


def answer(code):
    """Reads what the other side wrote, and says whether it is the same."""
    length = int(sys.stdin.buffer.readline())
    ours = sys.stdin.buffer.read(length)
    if not ours:
        return "nothing was written"
    try:
        return difference(code, marshal.loads(ours))
    except (EOFError, TypeError, ValueError) as error:
        return f"CPython does not read it: {error}"


def printed(function, *arguments, **keywords):
    out = io.StringIO()
    function(*arguments, file=out, **keywords)
    return out.getvalue().encode("utf-8", "backslashreplace")


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    warnings.simplefilter("ignore")
    library = sysconfig.get_path("stdlib")
    out = sys.stdout.buffer
    for path in sources(library):
        shown = os.path.relpath(path, library)
        if wanted not in shown:
            continue
        data = compiled(path, shown)
        if data is None:
            continue
        code = marshal.loads(data)
        texts = [printed(dis.dis, code)]
        new = sys.version_info >= (3, 11)
        texts.append(printed(dis.dis, code, show_caches=True) if new else b"")
        texts.append(printed(dis.show_code, code))
        out.write(shown.encode() + b"\n")
        for blob in [data, *texts]:
            out.write(b"%d\n" % len(blob) + blob)
        out.flush()
        out.write(answer(code).encode() + b"\n")


main()
