"""Which classes can take another's place: assignment to __bases__, and class methods of builtin types bound by hand."""


class L(list):
    pass


class D(dict):
    pass


class C:
    pass


class E(Exception):
    pass


class S:
    __slots__ = ("a",)


class I(int):
    pass


for start in (L, D, C, E, S, I):
    for base in (dict, list, C, object, S, L, D, int, Exception, E, I):
        class X(start):
            pass
        try:
            X.__bases__ = (base,)
            print(start.__name__, base.__name__, X.__mro__[1:])
        except TypeError as error:
            print(start.__name__, base.__name__, error)
for base in (dict, set, object, tuple):
    try:
        L.__bases__ = (base,)
    except TypeError as error:
        print(error)

method = dict.__dict__["fromkeys"]
for arguments in ((42,), (None, 42), (None, int), (1, 2), (None, list)):
    try:
        print(method.__get__(*arguments))
    except TypeError as error:
        print(error)
print(method.__get__({})("ab"), method.__get__(None, D)("ab"), type(method.__get__(D())("ab")).__name__)
print(method.__get__(1, dict)("ab"), L.__mro__)
for arguments in ((), (1,), (int, "ab"), (D, "ab"), (dict,)):
    try:
        print(method(*arguments))
    except TypeError as error:
        print(error)
for arguments in ((1, 2), ("a", 3), (1,)):
    try:
        print(type(*arguments, key=4))
    except TypeError as error:
        print(error)
