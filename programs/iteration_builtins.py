"""Builtins that iterate: zip, map, filter, enumerate, reversed, sum, min, max, any, all, iter, range."""

print(list(zip("abc", range(5))), list(zip()), list(zip("ab")), list(zip([1, 2], [3, 4], strict=True)), dict(zip("ab", (1, 2))), list(zip(*[(1, "a"), (2, "b")])))
print(list(map(len, ["a", "bb"])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(str, range(3))), list(map(int, "123")), [*map(max, [1, 5], [4, 2])])
print(list(filter(None, [0, 1, "", "a", [], None, 2.5])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isalpha, "a1b2")))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(enumerate("x", 10**20)), list(reversed([1, 2, 3])), "".join(reversed("abc")), list(reversed(range(3, 9, 2))), list(reversed({"a": 1, "b": 2})))
print(sum([]), sum([1, 2], 10), sum([[1], [2]], []), sum((1.5, 2)), sum(range(101)), sum([1], start=5), min(3, 1, 2), max([4, 9, 2]), min("hello"), max("apple", "fig", key=len), min([], default="none"), max((), default=None), min([[2, 1], [1, 9]]), max({"a": 3, "b": 5}, key={"a": 3, "b": 5}.get), min(["b", "a", "A"], key=str.lower), max([1, True]), max([True, 1]), min(5, 3.0))
print(any([]), all([]), any([0, "", 5]), all([1, "a", 0]), any(x > 3 for x in range(5)), all(x < 5 for x in range(5)))
print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(0)), range(3), range(1, 10, 2), len(range(0, 100, 7)), 14 in range(0, 100, 7), 15 in range(0, 100, 7), range(0, 10, 3)[2], range(10)[-1], range(10)[2:8:2], range(3) == range(0, 3, 1), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3)), range(5).index(3), range(5).count(9), range(10**20)[10**19], range(1, 10, 4).stop, 1.0 in range(3), "a" in range(3), bool(range(0)), list(range(-3, 3)), range(5, 5), reversed(range(3)) is not None, max(range(10)), sum(range(10, 0, -3)))


def reader():
    values = iter([3, 1, 4, 0, 5])
    return lambda: next(values)


print(list(iter(reader(), 0)), next(iter([]), "empty"), next(iter("ab")), [x for x in iter(lambda state=[0]: state.__setitem__(0, state[0] + 1) or state[0], 4)])
it = iter([1, 2, 3])
print(iter(it) is it, next(it), list(it), list(it), next(it, "end"))
a, b = iter("abcd"), iter([1, 2])
print(list(zip(a, b)), list(a))
z = zip(iter("abcdef"), *[iter("123456")] * 2)
print(list(z))
chunks = [iter(range(7))] * 3
print(list(zip(*chunks)))
lazy = map(print, ["lazily", "printed"])
print("before")
list(lazy)
m = map(lambda x: 10 // x, [5, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError as error:
    print(error, next(m))
attempts = [
    lambda: list(zip([1], 5)), lambda: list(zip("ab", "a", strict=True)), lambda: list(zip("a", "ab", strict=True)), lambda: list(zip("ab", "ab", "a", strict=True)), lambda: list(map(5, [1])), lambda: list(map(len, 5)), lambda: map(len), lambda: list(filter(len, 5)), lambda: filter(len), lambda: list(enumerate(5)), lambda: enumerate(), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(x for x in "ab"), lambda: sum(5), lambda: sum("ab"), lambda: sum(["a", "b"], ""), lambda: sum([b"a"], b""), lambda: sum([1, "a"]), lambda: min(), lambda: min([]), lambda: max(5), lambda: max(1, "a"), lambda: min([1], key=5), lambda: max(1, 2, default=3), lambda: min([1, 2], nokey=1), lambda: any(5), lambda: all(None), lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1, 2, 3, 4), lambda: range(1.5), lambda: range(3)[3], lambda: range(3).index(7), lambda: iter(5), lambda: iter(5, 6), lambda: iter(), lambda: next([]), lambda: next(iter([])), lambda: next(), lambda: list(5), lambda: tuple(None), lambda: list(1, 2), lambda: dict(zip("ab", 5)), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: [*5], lambda: enumerate("a", "b"), lambda: len(map(len, [])), lambda: map(len, [])[0],
]
for number, attempt in enumerate(attempts):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)


def reduce(function, items, start=None):
    items = iter(items)
    value = next(items) if start is None else start
    for item in items:
        value = function(value, item)
    return value


print(reduce(lambda a, b: a * b, range(1, 8)), reduce(lambda a, b: f"({a}{b})", "abcd"), reduce(max, [3, 9, 4], 5))


def accumulate(items):
    total = 0
    for item in items:
        total += item
        yield total


def windows(items, size):
    return zip(*(items[i:] for i in range(size)))


def group(items, key):
    groups = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


print(list(accumulate(range(6))), list(windows("abcde", 3)), group(range(10), lambda x: x % 3), [sum(w) for w in windows([1, 2, 3, 4], 2)])
print([[*row] for row in zip(*[[1, 2, 3], [4, 5, 6]])], [i for i, (a, b) in enumerate(zip("abc", "xbc")) if a != b], list(map(list, zip("ab", "cd"))))
print(type(iter([])).__name__, type(iter("")).__name__, type(iter({})).__name__, type(zip()).__name__, type(map(len, [])).__name__, type(range(1)).__name__, type(iter(range(1))).__name__, type(enumerate([])).__name__, type(reversed([])).__name__, type(iter(set())).__name__, type(iter(())).__name__, type(iter(b"")).__name__, type(iter(len, 0)).__name__, type({}.items()).__name__, type(iter({}.items())).__name__)
