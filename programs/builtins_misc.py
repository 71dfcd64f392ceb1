"""The rest of the builtins: types asked, attributes listed, objects made, conversions, round, format, vars."""

print(type(5), type(type(5)), type("s") is str, isinstance(True, int), isinstance(5, (str, int)), issubclass(bool, int), isinstance(None, type(None)), isinstance(int, type), issubclass(int, object), isinstance([], (tuple, (set, list))), isinstance(5, int | str), isinstance("s", int | None), int | str, issubclass(bool, int | str))
print(abs(-3), abs(-2.5), abs(3 + 4j), abs(True), divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), pow(2, 5), pow(2, 5, 7), round(2.567, 2), round(1234, -2), round(2.5), round(3.5), chr(97), ord("a"), bin(10), oct(8), hex(255), ascii("é"), repr("r"), bool([]), bool([0]), bool(""), bool(0.1))
print(callable(len), callable(5), callable(int), callable(lambda: 0), len("abc"), len({1: 2}), len(range(7)), hash(5), sum([1, 2]), sorted([2, 1]), list("ab"), tuple([1]), set([1, 1]), dict(a=1), frozenset("a"), str(5), int("5"), float("2"), complex(1, 2), bytes(2), bytearray(b"x"), object() is not object(), bool(object()))
print(min(3, 1), max("ab"), any([0, 1]), all([]), next(iter([5])), list(zip("a", [1])), list(map(str, [1])), list(filter(None, [0, 1])), list(reversed([1, 2])), list(enumerate("a")), format(3.14159, ".2f"), format("x", ">3"), slice(1, 5, 2).indices(4), list(range(3)))


class A:
    """Documented."""

    x = 1

    def __init__(self):
        self.y = 2

    def method(self):
        return self.y


a = A()
print(getattr(a, "y"), getattr(a, "z", "default"), hasattr(a, "x"), setattr(a, "z", 3), a.z, delattr(a, "z"), hasattr(a, "z"), vars(a), [n for n in dir(a) if not n.startswith("_")], "__init__" in dir(A), A.__doc__, a.__doc__, a.method.__doc__, A.__dict__["x"], a.__class__.__name__, A.__mro__[1], A.method.__qualname__, a.method.__func__.__name__)
B = type("B", (A,), {"x": 10, "extra": lambda self: self.x + self.y})
b = B()
print(B.__name__, b.x, b.extra(), isinstance(b, A), B.__bases__, type(b).__mro__[1].__name__, B.__module__, issubclass(B, A), A in B.__mro__)
print(id(a) == id(a), a is a, sorted(globals())[:3] != [], "a" in globals(), "b" in vars(), locals() is globals(), __name__, __builtins__ is not None, dir()[-1], max(dir(), key=len))
print(int.__name__, int.__add__(2, 3), "abc".__len__(), [1].__contains__(1), (5).__class__, str.join("-", "ab"), list.append.__name__, dict.get({1: 2}, 1), len.__name__, len.__doc__, print.__name__, int.from_bytes(b"\x01\x00", "big"), float.fromhex("0x1p-1"), dict.fromkeys([1]), str.maketrans("a", "b"), bytes.fromhex("ff"), object.__name__, type.__name__)
attempts = [lambda: isinstance(5, 5), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: isinstance(5, "int"), lambda: isinstance(5, (int, "x")), lambda: isinstance("x", (int, "x")), lambda: type(), lambda: type(1, 2), lambda: type("X", 5, {}), lambda: type("X", (5,), {}), lambda: type("X", (), 5), lambda: type(5, (), {}), lambda: object(1), lambda: object().x, lambda: setattr(object(), "x", 1), lambda: vars(5), lambda: vars(object()), lambda: dir(1, 2), lambda: callable(), lambda: hash([]), lambda: len(5), lambda: abs("a"), lambda: divmod(1), lambda: divmod(1, "a"), lambda: round("a"), lambda: round(1.5, "a"), lambda: chr("a"), lambda: ord(65), lambda: bin("a"), lambda: hex(1.5), lambda: pow(1), lambda: format(1, 2), lambda: format(1, "zz"), lambda: super(), lambda: super().x, lambda: super(int, "a"), lambda: super(5), lambda: None(), lambda: bool(1, 2), lambda: type("X", (bool,), {}), lambda: type("X", (type(None),), {}), lambda: type("X", (type(lambda: 0),), {}), lambda: type("X", (int, str), {}), lambda: type("X", (A, A), {}), lambda: type("X", (object, A), {}), lambda: NotImplemented(), lambda: ...(), lambda: Ellipsis.x, lambda: int | 5, lambda: slice(), lambda: property(1, 2, 3, 4, 5), lambda: staticmethod(), lambda: classmethod(len)(5), lambda: range(), lambda: list(a=1), lambda: tuple(a=1), lambda: dict(1, 2), lambda: dict(**{1: 2}), lambda: str(b"a", 5), lambda: bytes("a", 5), lambda: int(a=1), lambda: float(x=1), lambda: bool(x=1), lambda: a.method(1), lambda: A.method(), lambda: a.x.y, lambda: del_attr()]


def del_attr():
    del a.nothing


for number, attempt in enumerate(attempts):
    try:
        result = attempt()
        print(number, "ok" if type(result) is object else result)
    except Exception as error:
        print(number, type(error).__name__ + ":", str(error).split("\n")[0])
print(Ellipsis is ..., type(...).__name__, type(NotImplemented).__name__, type(None)() is None, type(...)() is ..., (lambda: (yield))().__name__, (lambda x, *y, z=1: 0).__code__.co_argcount)
f = lambda x, y=2, *args, k=3, **kw: (x, y)
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__name__, f.__closure__, f.__module__, f.__dict__, f.__doc__, f.__annotations__, f.__qualname__)
f.attribute = "functions have attributes"
f.__name__, f.__doc__ = "renamed", "doc"
print(f.attribute, f.__name__, f.__doc__, f.__dict__, vars(f))
for name, value in (("__name__", 5), ("__code__", 5), ("__defaults__", 5), ("__kwdefaults__", 5), ("__dict__", 5), ("__closure__", ()), ("__globals__", {})):
    try:
        setattr(f, name, value)
        print(name, "set")
    except (TypeError, AttributeError) as error:
        print(name, type(error).__name__, error)
f.__code__ = (lambda: "new code").__code__
f.__defaults__ = None
print(f())
