"""The same function as each version compiles it: the magic number, the bytes, the tables."""

import importlib.util
import sys


def add(a, b):
    return a + b


print("Python", *sys.version_info[:2])
print("magic", int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little"), importlib.util.MAGIC_NUMBER.hex(" "))
print(add.__code__.co_code.hex(" "))
print(add.__code__.co_linetable.hex(" "))
print(add.__code__.co_stacksize, add.__code__.co_flags)
