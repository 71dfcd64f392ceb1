"""The function the book begins with: twelve bytes in CPython 3.10."""


def hello():
    print("Hello")


hello()
code = hello.__code__
print(list(code.co_code))
print(len(code.co_code), "bytes,", len(code.co_code) // 2, "code units")
print(code.co_consts, code.co_names, code.co_varnames, code.co_flags, code.co_stacksize)
