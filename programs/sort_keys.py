"""Sorting: by keys, backwards, tuples, keys that raise or meddle, arguments that are wrong."""

state = 5


def dice():
    global state
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    return state // 65536 % 41 - 20


def chk(xs, **k):
    a = sorted(xs, **k)
    b = list(xs)
    b.sort(**k)
    assert a == b
    return a


for n in (0, 1, 2, 3, 5, 10, 25, 60, 300):
    xs = [dice() for _ in range(n)]
    print(
        chk(xs)
        == sorted(xs, key=lambda x: (x,))
        == [x for x, _ in sorted((x, i) for i, x in enumerate(xs))]
    )
    p = [(x, i) for i, x in enumerate(xs)]
    print(
        chk(p, key=lambda t: t[0]) == chk(p),
        chk(p, key=lambda t: t[0], reverse=True) == sorted(p, key=lambda t: (-t[0], t[1])),
    )
    print(chk(p, key=lambda t: -t[0]) == chk(p, key=lambda t: t[0], reverse=True))
    q = [(str(x), float(x), x) for x in xs]
    print(hash(tuple(chk(q))) == hash(tuple(chk(q, key=lambda t: (t[0], t[1])))))
    print(chk(q, reverse=True) == chk(q)[::-1] if n < 2 else chk(q, reverse=True)[0] == max(q))
    m = [(x, None) if i % 2 else (x, 1.5) for i, x in enumerate(xs)]
    try:
        print(chk(m)[:1])
    except TypeError as e:
        print(e)
print(chk([(1, 2), (1,), (0, 5, 6)]), chk([(), ()]), chk([((1, 2), 3), ((1, 1), 4)]))


class K:
    def __init__(s, v):
        s.v = v

    def __lt__(s, o):
        if s.v == 13 or o.v == 13:
            raise ValueError("unlucky")
        return s.v < o.v

    def __repr__(s):
        return str(s.v)


xs = [K(i * 7 % 20) for i in range(20)]
for rev in (False, True):
    l = list(xs)
    try:
        l.sort(reverse=rev)
    except ValueError as e:
        print(e, len(l), sorted(x.v for x in l) == list(range(20)))
    l = list(xs)
    try:
        l.sort(key=lambda k: k if k.v != 13 else 1 / 0, reverse=rev)
    except ZeroDivisionError as e:
        print(e, l)
ys = [K(i * 7 % 12) for i in range(12)]
print(
    sorted(ys, reverse=True),
    sorted(ys),
    sorted(ys, key=lambda k: k),
    sorted(ys, key=lambda k: k, reverse=True),
)
l = [3, 1, 2]


def meddle(x):
    l.append(x)
    return x


try:
    l.sort(key=meddle)
except ValueError as e:
    print(e, l)
for bad in (
    lambda: sorted(5),
    lambda: sorted([1], foo=1),
    lambda: sorted([1], None),
    lambda: sorted(),
    lambda: sorted([1, "a"]),
    lambda: sorted([(1, "a"), (1, 2)]),
    lambda: sorted([1], key=5),
    lambda: sorted([2, 1], reverse="x"),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(
    sorted("hello"),
    sorted({3: 1, 1: 2}),
    sorted(x * x % 7 for x in range(10)),
    sorted([True, False, 1, 0]),
    sorted([1.5, 1, 2**70, -(2**70), 0.5]),
    sorted([b"b", b"a"]),
)
nan = float("nan")
print(sorted([(1.0, 2), (0.5, 1)]), len(sorted([nan, 1.0, (nan)])))
