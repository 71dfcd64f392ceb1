"""Assemble the function that adds, make its code object, wrap it, run it: 3. And what slips do."""

CodeType = type((lambda: 0).__code__)
FunctionType = type(lambda: 0)
MODERN = hasattr(CodeType, "co_exceptiontable")

if MODERN:
    OPCODES = {"CACHE": 0, "LOAD_CONST": 100, "BINARY_OP": 122, "LOAD_FAST": 124, "STORE_FAST": 125, "RESUME": 151, "RETURN_VALUE": 83}
    SOURCE = """RESUME 0; LOAD_CONST 1; STORE_FAST 0; LOAD_CONST 2; STORE_FAST 1; LOAD_FAST 0; LOAD_FAST 1;
                BINARY_OP 0; CACHE 0; STORE_FAST 2; LOAD_FAST 2; RETURN_VALUE 0"""
else:
    OPCODES = {"LOAD_CONST": 100, "BINARY_ADD": 23, "LOAD_FAST": 124, "STORE_FAST": 125, "RETURN_VALUE": 83}
    SOURCE = """LOAD_CONST 1; STORE_FAST 0; LOAD_CONST 2; STORE_FAST 1; LOAD_FAST 0; LOAD_FAST 1;
                BINARY_ADD 0; STORE_FAST 2; LOAD_FAST 2; RETURN_VALUE 0"""


def assemble(source):
    return b"".join(bytes((OPCODES[name], int(argument))) for name, argument in map(str.split, source.split(";")))


def build(code_bytes, consts=(None, 1, 2), varnames=("a", "b", "c"), names=(), lines=None, stack=2):
    if MODERN:
        if lines is None:
            lines = b"\x80\x00\xd8\x08\x09\x80\x41\xd8\x08\x09\x80\x41\xd8\x08\x09\x88\x41\x89\x05\x80\x41\xd8\x0b\x0c\x80\x48"
        return CodeType(0, 0, 0, len(varnames), stack, 3, code_bytes, consts, names, varnames,
                        "by hand", "add", "add", 1, lines, b"", (), ())
    if lines is None:
        lines = b"\x04\x01\x04\x01\x08\x01\x04\x01"
    return CodeType(0, 0, 0, len(varnames), stack, 67, code_bytes, consts, names, varnames, "by hand", "add", 1, lines, (), ())


def add():
    a = 1
    b = 2
    c = a + b
    return c


assembled = assemble(SOURCE)
print(list(assembled))
print(assembled == add.__code__.co_code)
code = build(assembled)
function = FunctionType(code, {})
print(function(), add())
print([(line, end - start) for start, end, line in code.co_lines()])
print(FunctionType(build(assembled, consts=(None, "4", "2")), {})())
print(FunctionType(build(assembled, consts=(None, 2.5, 4)), {})())
print("varnames a, b, b:", FunctionType(build(assembled, varnames=("a", "b", "b")), {})())
broken = FunctionType(build(assembled, consts=(None, 1, "2")), {})
try:
    broken()
except TypeError as error:
    print(error, "on line", error.__traceback__.tb_next.tb_lineno)
lost = FunctionType(build(assembled, consts=(None, 1, "2"), lines=b""), {})
try:
    lost()
except TypeError as error:
    traceback = error.__traceback__.tb_next
    print("with an empty line table:", traceback.tb_lineno, traceback.tb_frame.f_lineno)
print(("print"), ("print",), tuple(("print")), list(code.co_lines())[0][2])
try:
    build(assembled, names=("print"))
except TypeError as error:
    print("TypeError:", error)
parameters = FunctionType(code.replace(co_argcount=2), {})
print(parameters(10, 20), parameters.__code__.co_argcount)
