"""A disassembler that resolves constants, locals and globals, and marks the lines."""

CONSTANT, LOCAL, GLOBAL, NUMBER, NOTHING = range(5)
V310 = {1: ("POP_TOP", NOTHING), 23: ("BINARY_ADD", NOTHING), 83: ("RETURN_VALUE", NOTHING),
        100: ("LOAD_CONST", CONSTANT), 116: ("LOAD_GLOBAL", GLOBAL), 124: ("LOAD_FAST", LOCAL),
        125: ("STORE_FAST", LOCAL), 131: ("CALL_FUNCTION", NUMBER)}
V311 = {0: ("CACHE", NOTHING), 1: ("POP_TOP", NOTHING), 83: ("RETURN_VALUE", NOTHING),
        100: ("LOAD_CONST", CONSTANT), 116: ("LOAD_GLOBAL", GLOBAL), 122: ("BINARY_OP", NUMBER),
        124: ("LOAD_FAST", LOCAL), 125: ("STORE_FAST", LOCAL), 151: ("RESUME", NUMBER),
        166: ("PRECALL", NUMBER), 171: ("CALL", NUMBER)}


def instructions(code):
    modern = hasattr(code, "co_exceptiontable")
    table = V311 if modern else V310
    lines = {start: line for start, _, line in code.co_lines()}
    last_line = None
    for offset in range(0, len(code.co_code), 2):
        opcode, argument = code.co_code[offset : offset + 2]
        name, kind = table[opcode]
        line = lines.get(offset)
        line = None if line == last_line else line
        last_line = line or last_line
        if name == "CACHE":
            continue
        if kind == CONSTANT:
            meaning = repr(code.co_consts[argument])
        elif kind == LOCAL:
            meaning = code.co_varnames[argument]
        elif kind == GLOBAL:
            name_index = argument >> 1 if modern else argument
            meaning = ("NULL + " if modern and argument & 1 else "") + code.co_names[name_index]
        else:
            meaning = None
        yield offset, name, None if kind == NOTHING else argument, meaning, line


def disassemble(function):
    code = function.__code__
    print(f"{code.co_name}:")
    for offset, name, argument, meaning, line in instructions(code):
        mark = f"{line - code.co_firstlineno:+3}" if line is not None else "   "
        shown = "" if argument is None else str(argument)
        print(f"{mark} {offset:5} {name:14} {shown:>3} {f'({meaning})' if meaning is not None else ''}".rstrip())


def hello():
    print("Hello")


def add():
    a = 1
    b = 2
    c = a + b
    return c


def call_me(x):
    return hello(x, add(), "text", None, 2.5)


for function in (hello, add, call_me):
    disassemble(function)
print([name for _, name, *_ in instructions(add.__code__)])
