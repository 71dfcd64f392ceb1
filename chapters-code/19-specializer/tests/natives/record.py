#!/usr/bin/env python3.11
"""Record how CPython 3.11's native functions and methods take their arguments.

    python3.11 record.py > kinds.txt

One a line: the owner and the name, then the METH_ flags that decide how it is specialized.
"""

import builtins
import ctypes

KINDS = {1: "VARARGS", 3: "VARARGS|KEYWORDS", 4: "NOARGS", 8: "O", 0x80: "FASTCALL", 0x82: "KEYWORDS",
         0x282: "METHOD"}


def flags(pointer):
    definition = ctypes.c_void_p.from_address(pointer).value
    return ctypes.c_int.from_address(definition + 16).value


def kind(value):
    if type(value).__name__ in ("method_descriptor", "classmethod_descriptor"):
        return flags(id(value) + 40)
    if type(value).__name__ == "builtin_function_or_method":
        return flags(id(value) + 16)
    if type(value).__name__ == "staticmethod":
        return kind(value.__func__)
    return None


def show(owner, namespace):
    for name, value in namespace.items():
        bits = kind(value)
        if bits is not None:
            print(f"{owner}.{name} {KINDS[bits & 0x28f]}")


show("builtins", vars(builtins))
seen = []
pending = [object]
while pending:
    cls = pending.pop(0)
    if cls in seen or cls.__flags__ >> 9 & 1 or "." in cls.__name__:
        continue
    seen.append(cls)
    if cls.__module__ == "builtins":
        show(cls.__name__, vars(cls))
    pending += type.__subclasses__(cls)
