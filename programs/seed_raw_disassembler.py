"""A raw disassembler: two bytes at a time, names from a table, no resolving."""

V310 = {1: "POP_TOP", 23: "BINARY_ADD", 83: "RETURN_VALUE", 100: "LOAD_CONST", 116: "LOAD_GLOBAL",
        124: "LOAD_FAST", 125: "STORE_FAST", 131: "CALL_FUNCTION", 93: "FOR_ITER", 68: "GET_ITER",
        55: "INPLACE_ADD", 113: "JUMP_ABSOLUTE"}
V311 = {0: "CACHE", 1: "POP_TOP", 83: "RETURN_VALUE", 100: "LOAD_CONST", 116: "LOAD_GLOBAL", 122: "BINARY_OP",
        124: "LOAD_FAST", 125: "STORE_FAST", 151: "RESUME", 166: "PRECALL", 171: "CALL", 93: "FOR_ITER",
        68: "GET_ITER", 140: "JUMP_BACKWARD"}
HAVE_ARGUMENT = 90


def disassemble(function):
    code = function.__code__
    names = V311 if hasattr(code, "co_exceptiontable") else V310
    raw = code.co_code
    print(f"{code.co_name}: {len(raw)} bytes")
    for offset in range(0, len(raw), 2):
        opcode, argument = raw[offset], raw[offset + 1]
        name = names.get(opcode, f"<{opcode}>")
        if opcode < HAVE_ARGUMENT:
            print(f"{offset:4} {opcode:4} {name}")
        else:
            print(f"{offset:4} {opcode:4} {name:16} {argument}")


def hello():
    print("Hello")


def add():
    a = 1
    b = 2
    c = a + b
    return c


def total(items):
    result = 0
    for item in items:
        result += item
    return result


for function in (hello, add, total):
    disassemble(function)
