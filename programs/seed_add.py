"""The function with three local variables, and the fields of its code object."""


def add():
    a = 1
    b = 2
    c = a + b
    return c


print(add())
code = add.__code__
print(list(code.co_code))
for name in ("co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags",
             "co_consts", "co_names", "co_varnames", "co_filename", "co_name", "co_firstlineno", "co_freevars", "co_cellvars"):
    print(f"{name:20}", getattr(code, name))
print([line - code.co_firstlineno for _, _, line in code.co_lines()])
