"""Carries out the lines of cases.txt and writes down what they show.

Run with each CPython, from this folder:

    PYTHONHASHSEED=0 python3.10 -W ignore record.py > expected-3.10.txt
    PYTHONHASHSEED=0 python3.11 -W ignore record.py > expected-3.11.txt

A block of lines without an empty line between them shares its names. Every line gives one
line: the repr of its value, `-` if it is a statement, or the exception.
"""

from types import MappingProxyType


def fresh():
    return {
        "neg": lambda x: -x,
        "last": lambda x: x[-1],
        "add": lambda a, b: a + b,
        "hash": lambda x: str(hash(x)),
        "mappingproxy": MappingProxyType,
    }


def run(line, names):
    try:
        try:
            code = compile(line, "<case>", "eval")
        except SyntaxError:
            exec(compile(line, "<case>", "exec"), names)
            return "-"
        return repr(eval(code, names))
    except Exception as error:
        return f"{type(error).__name__}: {error}".removesuffix(": ")


names = fresh()
for line in open("cases.txt"):
    line = line.strip()
    if not line:
        names = fresh()
    if not line or line.startswith("#"):
        print(line)
        continue
    print(run(line, names))
