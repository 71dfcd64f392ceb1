"""An assembler from names to bytes, in a dozen lines."""

V310 = {"POP_TOP": 1, "BINARY_ADD": 23, "RETURN_VALUE": 83, "LOAD_CONST": 100, "LOAD_GLOBAL": 116,
        "LOAD_FAST": 124, "STORE_FAST": 125, "CALL_FUNCTION": 131}
V311 = {"CACHE": 0, "POP_TOP": 1, "RETURN_VALUE": 83, "LOAD_CONST": 100, "LOAD_GLOBAL": 116, "BINARY_OP": 122,
        "LOAD_FAST": 124, "STORE_FAST": 125, "RESUME": 151, "PRECALL": 166, "CALL": 171}
CACHES = {"LOAD_GLOBAL": 5, "BINARY_OP": 1, "PRECALL": 1, "CALL": 4}


class AssemblerError(ValueError):
    pass


def assemble(source, table, caches={}):
    code = bytearray()
    for number, line in enumerate(source.strip().splitlines(), 1):
        name, *argument = line.split()
        if name not in table:
            raise AssemblerError(f"line {number}: no instruction named {name}")
        value = int(argument[0]) if argument else 0
        if not 0 <= value < 256:
            raise AssemblerError(f"line {number}: {value} needs EXTENDED_ARG")
        code += bytes((table[name], value)) + bytes(2 * caches.get(name, 0))
    return bytes(code)


HELLO_310 = """
LOAD_GLOBAL 0
LOAD_CONST 1
CALL_FUNCTION 1
POP_TOP
LOAD_CONST 0
RETURN_VALUE
"""
HELLO_311 = """
RESUME 0
LOAD_GLOBAL 1
LOAD_CONST 1
PRECALL 1
CALL 1
POP_TOP
LOAD_CONST 0
RETURN_VALUE
"""


def hello():
    print("Hello")


old = assemble(HELLO_310, V310)
new = assemble(HELLO_311, V311, CACHES)
print(list(old))
print(list(new))
print(hello.__code__.co_code == (new if hasattr(hello.__code__, "co_exceptiontable") else old))
for bad in ("LOAD_CONST 300", "JUMP_SIDEWAYS 1", "POP_TOP\nLOAD_FAST -1", "LOAD_CONST x"):
    try:
        assemble(bad, V310)
    except ValueError as error:
        print(type(error).__name__, error)
