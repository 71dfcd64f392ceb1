"""zip: what it gives, when it ends, how long what it gave lives."""


class T:
    def __init__(s, n):
        s.n = n

    def __del__(s):
        print("del", s.n)

    def __repr__(s):
        return f"T{s.n}"


def f(a, b):
    out = []
    for x, y in zip(a, b):
        out.append((x, y))
    return out


def g(a, b):
    return [p for p in zip(a, b)]


def h(a, b):
    n = 0
    for p in zip(a, b):
        n += len(p)
    return n


cases = [
    ([], []),
    ([1, 2], [3]),
    ([1], [2, 3]),
    ((1, 2), [3, 4]),
    (range(3), "abc"),
    (range(3), range(5)),
    ([1, 2, 3], (4, 5, 6)),
    (range(2**62 - 2, 2**62 + 2), [1, 2, 3, 4, 5]),
    ({1: 2}, [1]),
]
for a, b in cases:
    print(f(a, b), g(a, b), h(a, b))
it = iter([1, 2, 3, 4, 5])
print([x + y for x, y in zip(it, it)], list(it))
it = iter([1, 2, 3])
z = zip(it, [10, 20])
print(list(z), list(it))
it = iter([1, 2, 3])
z = zip([10, 20], it)
print(list(z), list(it))


def mutate():
    l = [1, 2, 3]
    m = [4, 5, 6]
    n = 0
    for x, y in zip(l, m):
        n += 1
        if n < 4:
            l.append(x)
            m.pop()
    return l, m, n


print(mutate())


def lifetimes():
    a = [T(1), T(2)]
    b = [T(3), T(4)]
    for x, y in zip(a, b):
        a[0] = None
        b[0] = None
        print("in", x, y)
        del x, y
        print("dropped")
    print("end")


lifetimes()


def keep():
    k = []
    for p in zip([1, 2, 3], (4, 5, 6)):
        k.append(p)
    return k


print(keep())
try:
    for x, y in zip([1, 2], [1], strict=True):
        print(x, y)
except ValueError as e:
    print(e)
try:
    for x, y in zip((1,), [1, 2], strict=True):
        print(x, y)
except ValueError as e:
    print(e)


class Z(zip):
    pass


print([x for x, y in Z([1], [2])], [x for x in zip([1, 2])], [t for t in zip([1], [2], [3])])
for a, (b, c) in zip([1, 2], [(3, 4), (5, 6)]):
    print(a, b, c)
