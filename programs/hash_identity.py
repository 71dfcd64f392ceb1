"""Hash and identity: what must be equal, what may be shared, what is the same object for certain."""

print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(0) == hash(0.0) == hash(False) == hash(-0.0), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(-1.0), hash(1.5), hash(-(2**61 - 1)), hash(10**30))
print(hash("abc") == hash("ab" + "c"), hash("") , hash(()), hash((1, 2)), hash((1, 2, 3)), hash((1, (2, 3))), hash((1.0, 2)) == hash((1, 2.0)), hash(((),)), hash((0,)), hash((-1,)) == hash((-2,)), hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([3, 2, 1])), hash(frozenset([frozenset()])))
print(hash("a"), hash("abc"), hash("hello world"), hash("é"), hash("日本"), hash("😀"), hash(b""), hash(b"abc"), hash(b"abc") == hash("abc"), hash(("a", 1)), hash(range(5)), hash(range(2, 4)), hash(range(0, 10, 3)))
print(hash(0.1), hash(1e100), hash(float("inf")), hash(-float("inf")), hash(1j), hash(1 + 2j), hash(3.5 - 2j), hash(2**100), hash(-(2**100)), hash(5e-324), hash(123456789.123))
for bad in ([], {}, set(), bytearray(), slice(1), ([],), (1, {2}), frozenset):
    try:
        hash(bad)
        print("hashable", getattr(bad, "__name__", bad))
    except TypeError as error:
        print(error)
a = []
b = a
print(a is b, a is not [], [] is [], {} is {}, a == [], None is None, True is (1 == 1), () is (), Ellipsis is ..., NotImplemented is NotImplemented, type(1) is int, len is len)
x = 5
y = 5
print(x is y, -5 is int("-5") if False else x is int("5"), int("256") is int("256"), (lambda: "same")() is (lambda: "same")() or "equal")
big = 10**10
print(big is big, big == 10**10, id(big) == id(big), id(a) == id(b), id(a) != id([1]), [big][0] is big, (big,)[0] is big, {"k": big}["k"] is big)
s = "identifier"
t = "identifier"
print(s is t, "".join(["a"]) == "a", s[:] is s, str(s) is s, tuple((1, 2)) == (1, 2), (p := (1, 2)) is tuple(p), p[:] is p, frozenset(f := frozenset([1])) is f, bytes(q := b"xy") is q, list(a) is a, a[:] is a, int(big) is big, float(z := 1.5) is z)


class Plain:
    pass


class EqOnly:
    def __eq__(self, other):
        return True


class Both:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return isinstance(other, Both) and self.key == other.key

    def __hash__(self):
        return hash(self.key)


class Child(EqOnly):
    pass


class Restored(EqOnly):
    __hash__ = object.__hash__


p = Plain()
print(p == p, p == Plain(), hash(p) == hash(p), p in {p}, p in [Plain()], {p: 1}[p], Plain.__hash__ is object.__hash__, EqOnly.__hash__, Child.__hash__, Restored() in {Restored()} or "different")
for kind in (EqOnly, Child):
    try:
        {kind(): 1}
    except TypeError as error:
        print(error)
print(len({Both(1), Both(1), Both(2)}), {Both("k"): "v"}[Both("k")], Both(1) != Both(2), Both(1) != Both(1), Both(1) == 1, EqOnly() == 5, 5 == EqOnly(), EqOnly() != 5, [EqOnly()] == [7], EqOnly() in [1], 3 in [EqOnly()])


class Mutable:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n


m = Mutable(1)
d = {m: "found"}
m.n = 2
print(m in d, d.get(Mutable(1)), d.get(Mutable(2)), m in list(d), len(d))
m.n = 1
print(d[m])


class Noisy:
    log = []

    def __init__(self, name, code):
        self.name, self.code = name, code

    def __hash__(self):
        Noisy.log.append(f"h{self.name}")
        return self.code

    def __eq__(self, other):
        Noisy.log.append(f"{self.name}={other.name}")
        return self.name == other.name


table = {}
for name, code in (("a", 1), ("b", 1), ("c", 9), ("a", 1), ("b", 9)):
    table[Noisy(name, code)] = name
print(len(table), Noisy.log)
Noisy.log.clear()
key = Noisy("k", 5)
probe = {key: 1}
print(probe[key], Noisy.log)
for value in (1.5, "text", None, [1]):
    class Odd:
        def __hash__(self):
            return value

    try:
        hash(Odd())
    except TypeError as error:
        print(error)


class Big:
    def __hash__(self):
        return 2**64 + 7


class Minus:
    def __hash__(self):
        return -1


print(hash(Big()), hash(Minus()), hash(True), hash(Both((1, 2))) == hash((1, 2)), isinstance(hash(None), int), hash(int) == hash(int), hash(print) == hash(print), {int: 1, str: 2}[str], {len, len} == {len})
print(1 == True, 1 is not True, {1: "a", True: "b", 1.0: "c"}, [1, 2] == [1.0, 2.0], (1,) == [1], "1" == 1, None == 0, 0 == False, "" == False, b"a" == "a", {1, 2} == frozenset([2, 1]), range(2) == [0, 1], 1 != "1", [] == (), {} == set())
