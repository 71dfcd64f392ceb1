"""Records the marks that CPython 3.11 prints below each part of each program of `programs/`, for
the test in `src/print/carets.rs`: writes `carets-3.11.marshal` beside this file.

A frame of any code object can be had without running it, as that of a generator that was never
started. For each stretch of source that an instruction comes from, a traceback to it is printed.
"""

import contextlib
import io
import marshal
import os
import sys
import types

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..", "..")
START = bytes([75, 0, 1, 0, 151, 0])  # RETURN_GENERATOR, POP_TOP, RESUME
SHARED = {}


def frame_of(code):
    changed = code.replace(
        co_code=START + code.co_code[len(START):] + bytes(max(0, len(START) - len(code.co_code))),
        co_flags=0x23, co_argcount=0, co_posonlyargcount=0, co_kwonlyargcount=0,
        co_freevars=(), co_stacksize=max(code.co_stacksize, 4))
    generator = types.FunctionType(changed, {})()
    return generator.gi_frame, generator


def code_objects(code):
    yield code
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            yield from code_objects(const)


def marks(code):
    """For each stretch: the offset of an instruction, and what stands below its line."""
    frame, generator = frame_of(code)
    seen, recorded = set(), []
    for unit, position in enumerate(code.co_positions()):
        if position in seen or position[0] is None:
            continue
        seen.add(position)
        error = ValueError()
        trace = types.TracebackType(None, frame, unit * 2, position[0])
        out = io.StringIO()
        with contextlib.redirect_stderr(out):
            sys.__excepthook__(ValueError, error.with_traceback(trace), trace)
        lines = out.getvalue().split("\n")
        below = lines[3] if len(lines) > 5 else ""
        # All that are special, and some of the others.
        if "~" in below or len(seen) % 10 == 0 or (not below and len(seen) % 3 == 0):
            recorded.append((unit, SHARED.setdefault(below, below)))
    return recorded


def main():
    os.chdir(ROOT)
    recorded = []
    for name in sorted(os.listdir("programs/311")):
        if name.endswith(".pyc"):
            with open("programs/311/" + name, "rb") as file:
                module = marshal.loads(file.read()[16:])
            recorded.append((name, [marks(code) for code in code_objects(module)]))
    with open(os.path.join(HERE, "carets-3.11.marshal"), "wb") as file:
        marshal.dump(recorded, file)
    print(sum(len(part) for _, parts in recorded for part in parts), "stretches")


main()
