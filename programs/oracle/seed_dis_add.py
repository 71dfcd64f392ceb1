"""dis and show_code of the function that adds, and every field of its code object."""

import dis


def add():
    a = 1
    b = 2
    c = a + b
    return c


dis.dis(add)
dis.show_code(add)
for name in dir(add.__code__):
    if name.startswith("co_") and name not in ("co_lines", "co_positions", "co_lnotab"):
        print(name, repr(getattr(add.__code__, name)))
print(list(add.__code__.co_lines()))
for instruction in dis.get_instructions(add):
    print(instruction.opname, instruction.arg, instruction.argrepr, instruction.offset)
