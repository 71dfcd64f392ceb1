"""Records code objects and their disassemblies, as JSON on standard output.

    PYTHONHASHSEED=0 python3.10 listings.py > listings-3.10.json
    PYTHONHASHSEED=0 python3.11 listings.py > listings-3.11.json

The disassembler is tested on these without any object: constants are strings here,
already as `repr` gives them. Addresses are replaced by 0x0.
"""

import dis
import io
import itertools
import json
import re
import sys
import types

NEW = sys.version_info >= (3, 11)


def masked(text):
    return re.sub(r" at 0x[0-9a-fA-F]+, file", " at 0x0, file", text)


def view(code):
    numbers = "argcount posonlyargcount kwonlyargcount nlocals stacksize flags firstlineno"
    lists = "names varnames cellvars freevars"
    fields = {name: getattr(code, "co_" + name) for name in numbers.split()}
    fields |= {name: getattr(code, "co_" + name) for name in lists.split()}
    fields |= {
        "name": code.co_name,
        "filename": code.co_filename,
        "code": code.co_code.hex(),
        "linetable": code.co_linetable.hex(),
        "lines": list(code.co_lines()),
        "lnotab": code.co_lnotab.hex(),
        "reprs": [masked(repr(constant)) for constant in code.co_consts],
        "nested": [
            view(constant) if isinstance(constant, types.CodeType) else None
            for constant in code.co_consts
        ],
    }
    if NEW:
        slots = []
        while True:
            try:
                slots.append(code._varname_from_oparg(len(slots)))
            except IndexError:
                break
        fields |= {
            "slots": slots,
            "exceptiontable": code.co_exceptiontable.hex(),
            "handlers": [list(entry) for entry in dis._parse_exception_table(code)],
            "positions": [
                [len(list(run)), *position]
                for position, run in itertools.groupby(code.co_positions())
            ],
            "adaptive": code._co_code_adaptive.hex(),
        }
    return fields


def printed(function, *arguments, **keywords):
    out = io.StringIO()
    function(*arguments, file=out, **keywords)
    return masked(out.getvalue())


def record(code):
    return {
        "view": view(code),
        "dis": printed(dis.dis, code),
        "show_code": printed(dis.show_code, code),
    }


def record_arrow(code):
    return {"view": view(code), "arrow": printed(dis.disassemble, code, 4)}


def record_caches(code):
    return {
        "view": view(code),
        "caches": printed(dis.dis, code, show_caches=True),
        "adaptive": printed(dis.dis, code, adaptive=True, show_caches=True),
    }


def compiled(path):
    with open(path) as file:
        return compile(file.read(), path, "exec")


def interactive():
    return compile("1 + x", "<stdin>", "single")


def warm():
    """A function that has run long enough to be specialized."""
    namespace = {}
    source = (
        "def work(numbers, text='', d={'a': 1}):\n"
        "    total = 0\n"
        "    for number in numbers:\n"
        "        if number > 2:\n"
        "            total += number * 2 - len(text)\n"
        "        total += d['a'] + numbers[0]\n"
        "    x, y = total, text\n"
        "    return x\n"
    )
    exec(compile(source, "warm.py", "exec"), namespace)
    for _ in range(100):
        namespace["work"]([1, 2, 3, 4])
    return namespace["work"].__code__


def long():
    """Arguments, jumps and offsets of more than one byte, and lines with four digits."""
    body = "\n".join(f"    if v{i}: v{i} = {i + 1000} + f(v{i}.a{i})" for i in range(400))
    source = "\n" * 900 + f"def long({', '.join(f'v{i}' for i in range(300))}):\n  while f:\n{body}\n"
    return compile(source, "long.py", "exec").co_consts[0]


records = {
    "every_instruction": record(compiled("every_instruction.py")),
    "long": record(long()),
    "arrow": record_arrow(interactive()),
}
if NEW:
    records["every_instruction_3_11"] = record(compiled("every_instruction_3_11.py"))
    records["warm"] = record_caches(warm())
print(json.dumps(records, separators=(",", ":"), ensure_ascii=False))
