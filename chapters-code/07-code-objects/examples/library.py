"""Checks the marshal of the chapter on this Python's whole standard library: each module is
compiled and marshalled, read and written again by `rewrite`, and loaded; all must be equal.

Run it with CPython 3.10 or 3.11, from the root of the repository:

    python3.11 chapters-code/07-code-objects/examples/library.py
"""

import marshal
import os
import subprocess
import sys
import sysconfig
import types
import warnings

VERSION = "%d.%d" % sys.version_info[:2]
REWRITE = ["cargo", "run", "-q", "-p", "code-objects", "--example", "rewrite", "--", VERSION]
FIELDS = [name for name in dir(types.CodeType) if name.startswith("co_")]
FIELDS = [name for name in FIELDS if name not in ("co_lines", "co_positions", "co_lnotab")]


def sources(library):
    for folder, folders, files in os.walk(library):
        folders[:] = sorted(set(folders) - {"site-packages", "__pycache__"})
        for name in sorted(files):
            if name.endswith(".py"):
                yield os.path.join(folder, name)


def same(a, b):
    """Equal, and of the same types through and through."""
    if type(a) is not type(b):
        return False
    if isinstance(a, (tuple, list)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, (set, frozenset)):
        return sorted(map(key, a)) == sorted(map(key, b))
    if isinstance(a, types.CodeType):
        return all(same(getattr(a, name), getattr(b, name)) for name in FIELDS)
    return repr(a) == repr(b)


def key(member):
    return (type(member).__name__, repr(member))


def code_objects(code):
    """How many there are, with those inside."""
    inner = [const for const in code.co_consts if isinstance(const, types.CodeType)]
    return 1 + sum(map(code_objects, inner))


def rewritten(process, data):
    process.stdin.write(b"%d\n" % len(data) + data)
    process.stdin.flush()
    return process.stdout.read(int(process.stdout.readline()))


def main():
    warnings.simplefilter("ignore")
    library = sysconfig.get_path("stdlib")
    process = subprocess.Popen(REWRITE, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    modules = objects = equal = before = after = 0
    for path in sources(library):
        with open(path, "rb") as file:
            source = file.read()
        try:
            data = marshal.dumps(compile(source, os.path.relpath(path, library), "exec"))
        except (SyntaxError, ValueError):
            continue
        modules += 1
        again = rewritten(process, data)
        code = marshal.loads(data)
        objects += code_objects(code)
        if again and same(code, marshal.loads(again)):
            equal += 1
            before, after = before + len(data), after + len(again)
        else:
            print("differs:", path)
    process.stdin.close()
    print("%s: %d of %d modules equal, %d code objects" % (VERSION, equal, modules, objects))
    print("%d bytes as CPython writes them, %d as Adder does" % (before, after))
    sys.exit(equal != modules)


main()
