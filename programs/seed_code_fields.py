"""The co_* fields of a code object, one to a line, and the ranges of co_lines()."""


def outer(first, second=2, /, third=3, *rest, fourth, **others):
    """A docstring is the first constant."""
    local = first + second

    def inner():
        return local, third, print

    for item in rest:
        local += item
    return inner


def show(code):
    print(code.co_name)
    for name in sorted(dir(code)):
        if not name.startswith("co_") or name in ("co_lnotab", "co_linetable", "co_positions"):
            continue
        value = getattr(code, name)
        if name == "co_lines":
            value = [(start, end, line) for start, end, line in value()]
        elif name == "co_consts":
            value = tuple(c if not hasattr(c, "co_code") else f"code of {c.co_name}" for c in value)
        elif isinstance(value, bytes):
            value = f"{len(value)} bytes: {value.hex(' ')}"
        print(f"    {name:20} {value}")


show(outer.__code__)
show(outer(1, fourth=4).__code__)
show((lambda x: [x for x in range(x)]).__code__)
show((x for x in ()).gi_code)
# Listing the members of the function, which has no co_*, is a common slip.
print([name for name in dir(outer) if name.startswith("co_")], hasattr(outer, "__code__"))
print(outer(1, 2, 3, 10, fourth=4)(), outer(1, fourth=4)()[:2])
