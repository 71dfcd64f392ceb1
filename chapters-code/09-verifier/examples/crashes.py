"""Tries the code objects of crashes.txt in the CPython that runs this.

    python3.10 crashes.py && python3.11 crashes.py

prints what becomes of each that is written for its version, and fails if that is not
what the file says. Each runs in a process of its own.
"""

import dis
import opcode
import pathlib
import subprocess
import sys
import types

VERSION = "%d.%d" % sys.version_info[:2]
CONSTANTS = {"None": None, "int": 7, "str": "name", "tuple(2)": (1, 2)}


def cases():
    text = pathlib.Path(__file__).with_suffix(".txt").read_text()
    for part in text.split("case: ")[1:]:
        title, heading, *body = (line.strip() for line in part.strip().splitlines())
        fields = dict(field.split(maxsplit=1) for field in heading.split("; ")[1:])
        if heading.startswith(VERSION):
            yield title, fields, body[:-1], body[-1].removeprefix("became: ")


def assemble(body):
    code, labels = [], {}
    for line in body:
        name, *argument = line.split()
        if name.endswith(":"):
            labels[name[:-1]] = len(code) // 2
            continue
        number = labels.get(*argument) if argument[:1] and argument[0] in labels else int(*argument)
        code += [dis.opmap[name], number]
        code += [0, 0] * getattr(opcode, "_inline_cache_entries", [0] * 256)[dis.opmap[name]]
    return bytes(code)


def run(wanted):
    for title, fields, body, _ in cases():
        if title == wanted:
            code = (lambda: None).__code__.replace(
                co_code=assemble(body),
                co_consts=tuple(CONSTANTS[name] for name in fields["consts"].split()),
                co_names=("name",),
                co_stacksize=4,
                **{"co_cellvars": ("cell",)} if "kinds" in fields else {},
            )
            # After a function that yields from nowhere, not even this is reached.
            print("returned", types.FunctionType(code, {})())


def outcome(process):
    if process.returncode == -11:
        return "segmentation fault"
    if process.returncode < 0:
        return process.stderr.splitlines()[0]
    if process.returncode == 0 and not process.stdout:
        return "the process ends there, with status 0"
    return (process.stdout + process.stderr).strip()


def main():
    wrong = 0
    for title, _, _, recorded in cases():
        process = subprocess.run(
            [sys.executable, __file__, title], capture_output=True, text=True
        )
        found = outcome(process)
        wrong += found != recorded
        print(title + ": " + found)
    sys.exit(wrong)


run(sys.argv[1]) if sys.argv[1:] else main()
