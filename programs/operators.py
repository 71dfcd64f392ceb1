"""Operator overloading: arithmetic with reflection, comparison, containers, calls, conversions."""


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return f"Vector{self.parts}"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Vector(*(-a for a in self.parts))

    def __pos__(self):
        return self

    def __abs__(self):
        return sum(a * a for a in self.parts) ** 0.5

    def __mul__(self, k):
        return Vector(*(a * k for a in self.parts)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.parts[index]

    def __bool__(self):
        return any(self.parts)

    def __contains__(self, item):
        return item in self.parts

    def __iter__(self):
        return iter(self.parts)

    def __reversed__(self):
        return Vector(*self.parts[::-1])


v, w = Vector(1, 2, 3), Vector(4, 5, 6)
print(v + w, v - w, -v, +v is v, abs(Vector(3, 4)), v * 2, 2 * v, v @ w, v == Vector(1, 2, 3), v != w)
print(len(v), v[0], v[1:], bool(Vector(0)), 3 in v, list(v), reversed(v), {v: 1}[Vector(1, 2, 3)], sum(v), max(w), [*v, *w])
for bad in (lambda: v + 1, lambda: 1 + v, lambda: v * "x", lambda: v < w, lambda: v // 2, lambda: v ** 2, lambda: ~v, lambda: v[9], lambda: v(), lambda: int(v), lambda: v.__add__(1), lambda: [1] @ [2], lambda: v & w):
    try:
        print(bad())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)


class Trace:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"{self.name}.{name}"


def recorder(name):
    def method(self, *args):
        log.append(name)
        return NotImplemented if name in refuse else f"{name}{args}"

    return method


ALL = "add sub mul truediv floordiv mod divmod pow lshift rshift and or xor matmul".split()
log, refuse = [], set()


class Left:
    pass


class Right:
    pass


for operator in ALL:
    setattr(Left, f"__{operator}__", recorder(f"left {operator}"))
    setattr(Right, f"__r{operator}__", recorder(f"right {operator}"))
    setattr(Left, f"__i{operator}__", recorder(f"inplace {operator}"))
left, right = Left(), Right()
Left.__repr__ = lambda self: "L"
Right.__repr__ = lambda self: "R"
print(left + right, left - right, left * right, left / right, left // right, left % right, divmod(left, right), left**right, left << right, left >> right, left & right, left | right, left ^ right, left @ right)
refuse = {f"left {operator}" for operator in ALL} | {"inplace add"}
print(left + right, left - right, left * right, left / right, left // right, left % right, divmod(left, right), left**right, left << right, left >> right, left & right, left | right, left ^ right, left @ right)
x = left
x += right
print(x)
x = left
x -= right
print(x, pow(right, 2, 5) if False else "", 5 + right, "s" * right)
print(log[-6:])


class Sub(Left):
    def __radd__(self, other):
        return "subclass first"

    __rsub__ = None


refuse = set()
print(left + Sub())
try:
    print([] - Sub())
except TypeError as error:
    print(error)


class Ordered:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return ("lt", self.n, other.n)

    def __ge__(self, other):
        return ("ge", self.n, other.n)

    def __repr__(self):
        return f"O{self.n}"


o, q = Ordered(1), Ordered(2)
print(o < q, o > q, o >= q, o <= q, o == q, o != q, o < q < o)


class Number:
    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n

    def __float__(self):
        return self.n + 0.5

    def __complex__(self):
        return complex(self.n, 1)

    def __index__(self):
        return self.n

    def __round__(self, digits=None):
        return ("round", self.n, digits)

    def __trunc__(self):
        return self.n

    def __str__(self):
        return f"Number {self.n}"

    def __bytes__(self):
        return bytes([self.n])

    def __format__(self, spec):
        return f"<{self.n}:{spec}>"

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __invert__(self):
        return Number(~self.n)


n = Number(7)
print(int(n), float(n), complex(n), hex(n), bin(n), round(n), round(n, 2), str(n), bytes(n), f"{n:spec}", n(1, a=2), str(~n), [0] * n, list(range(n))[-1], "abcdefgh"[n])
for returns in (5, "text", None, 1.5):
    class Odd:
        __len__ = __str__ = __bool__ = __hash__ = __int__ = __float__ = __iter__ = __index__ = lambda self: returns

    for function in (len, str, bool, hash, int, float, iter, hex):
        try:
            print(function.__name__, repr(returns), "->", function(Odd()), end="; ")
        except (TypeError, ValueError) as error:
            print(function.__name__, repr(returns), "->", type(error).__name__, error, end="; ")
    print()


class Negative:
    def __len__(self):
        return -1


for function in (len, bool, list):
    try:
        print(function(Negative()))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
