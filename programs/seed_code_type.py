"""A code object made by hand from the numbers alone, wrapped in a function, and called."""

CodeType = type((lambda: 0).__code__)
FunctionType = type(lambda: 0)

if hasattr(CodeType, "co_exceptiontable"):
    # Python 3.11: RESUME, LOAD_GLOBAL with five cache units, LOAD_CONST, PRECALL, CALL, POP_TOP, LOAD_CONST, RETURN_VALUE
    code = CodeType(
        0, 0, 0, 0, 3, 3,
        bytes([151, 0, 116, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 1, 166, 1, 0, 0,
               171, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 100, 0, 83, 0]),
        (None, "Hello"), ("print",), (), "by hand", "hello", "hello", 1, b"\x80\x00", b"", (), (),
    )
else:
    # Python 3.10: LOAD_GLOBAL, LOAD_CONST, CALL_FUNCTION, POP_TOP, LOAD_CONST, RETURN_VALUE
    code = CodeType(
        0, 0, 0, 0, 2, 67,
        bytes([116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0]),
        (None, "Hello"), ("print",), (), "by hand", "hello", 1, b"\x0c\x01", (), (),
    )

hello = FunctionType(code, {})
hello()
print(hello.__name__, hello.__globals__ == {}, hello.__defaults__, hello.__closure__)
print(code.co_name, code.co_filename, code.co_consts, code.co_names, len(code.co_code))


def model():
    print("Hello")


print(list(model.__code__.co_code) == list(code.co_code), model.__code__ == code)
again = FunctionType(code, {"print": lambda text: print("my print:", text)}, "renamed")
again()
print(again.__name__)
greet = FunctionType(code.replace(co_consts=(None, "Replaced")), globals())
greet()
print(code.replace() == code, code.replace(co_name="other") == code, code.replace(co_name="other").co_name)
try:
    FunctionType(code, {"__builtins__": {}})()
except NameError as error:
    print("NameError:", error)
