"""Assignment in all its shapes: star targets, nesting, swaps, chains, augmented."""

a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = [3, 4], 5
[d, [e, [f]]] = 1, (2, [3])
print(a, b, c, d, e, f)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "xyz"
print(start, end)
head, *tail = [1]
print(head, tail)
(x, *y), *z = [(1, 2, 3), 4, 5]
print(x, y, z)
*only, = (1, 2)
print(only)
p = q = r = []
p.append(1)
print(p, q is r)
i = 0
box = [10, 20, 30]
i, box[i] = 2, 99
print(i, box)
i = 1
box[i], i = i, 0
print(box, i)


class Spy:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __setattr__(self, name, value):
        self.log.append((name, value))

    def __setitem__(self, key, value):
        self.log.append((key, value))


spy = Spy()
spy.a, spy["k"], (spy.b, *spy.c) = 1, 2, (3, 4, 5)
spy.x = spy[0:2] = "both"
for spy.i in range(2):
    pass
for spy[1], _ in {"m": 1}.items():
    _
print([(k if not isinstance(k, slice) else "slice", v) for k, v in spy.log])

values = [1, 2, 3]
for expression in (
    lambda: [q for q, in values],
    lambda: unpack2([1]),
    lambda: unpack2([1, 2, 3]),
    lambda: unpack2(x for x in range(5)),
    lambda: unpack2("a"),
    lambda: unpack2(7),
    lambda: unpack2(None),
    lambda: unpack2({1, 2}),
    lambda: unpack2({"k": 1, "l": 2}),
    lambda: unpack_star([]),
    lambda: unpack_star([1]),
    lambda: unpack_star("abcd"),
    lambda: unpack_star(3.5),
):
    def unpack2(value):
        one, two = value
        return one, two

    def unpack_star(value):
        one, *rest, two = value
        return one, rest, two

    try:
        print(expression())
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)

print([*range(3), *"ab"], (*[1], 2, *()), {*[1, 2], *{2, 3}}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2], *(3,), sep="-")
for n, (letter, *more) in enumerate(["abc", "d"]):
    print(n, letter, more)

n = 5
n += 2
n -= 1
n *= 3
n //= 2
n **= 2
n %= 50
n <<= 3
n |= 1
n ^= 7
n &= 0xFF
n >>= 1
print(n)
f = 7
f /= 2
f += 0.25
print(f)
text = "ab"
text += "cd"
text *= 2
print(text)
values += [4]
values *= 2
alias = values
alias += (5,)
print(values, alias is values)
pair = ([1], 2)
try:
    pair[0] += [3]
except TypeError as error:
    print(error, pair)
d = {"n": 1}
d["n"] += 10
d["list"] = d.get("list", []) + [1]
print(d)
s = {1, 2, 3}
s |= {4}
s &= {2, 3, 4}
s -= {3}
s ^= {9}
print(sorted(s))
total = 0
while (total := total + 3) < 10:
    pass
print(total)
del a, (b, c), [d]
print("a" in globals(), "d" in globals())
try:
    print(b)
except NameError as error:
    print(error)
items = list(range(10))
del items[0], items[-1], items[2:4], items[::3]
print(items)
m, (n, o), *p = q = [1, "no", 3, 4]
print(m, n, o, p, q)
