"""Loops that have run often: range, enumerate, items, slices of tuples, sets of numbers, collected arguments."""


def ranges():
    out = []
    for a in [(5,), (0,), (-3,), (2, 7), (7, 2), (1, 10, 3), (10, 1, -3), (0, 5, -1), (-5, 5, 2)]:
        got = []
        if len(a) == 1:
            for i in range(a[0]):
                got.append(i)
        elif len(a) == 2:
            for i in range(a[0], a[1]):
                got.append(i)
        else:
            for i in range(a[0], a[1], a[2]):
                got.append(i)
        out.append(got)
    return out


for _ in range(30):
    r = ranges()
print(r)


def step(s):
    try:
        for i in range(0, 5, s):
            pass
        return "ok"
    except (ValueError, TypeError) as e:
        return repr(e)


for _ in range(30):
    x = [step(1), step(0), step("a"), step(2**70), step(True)]
print(x)


def large(n):
    t = []
    for i in range(n, n + 3):
        t.append(i)
    for i in range(2**62 - 2, 2**62 + 1):
        t.append(i)
    for i in range(2**61, 2**61 + 2):
        t.append(i)
    return t


for _ in range(30):
    y = large(2**80)
print(y)


def numbered(x):
    return [(i, v) for i, v in enumerate(x)], [p for p in enumerate(x)], list(enumerate(x, 3))


for _ in range(30):
    z = numbered([1, 'a', None]), numbered((2, 3)), numbered([]), numbered("xy"), numbered({1: 2})
print(z)


def by_keyword():
    return list(enumerate(iterable=[1]))


for _ in range(30):
    by_keyword()
print(by_keyword())


def parts(a, b):
    t = (1, 2, 3, 4, 5)
    return t[a:b], t[a:], t[:b], t[a:b] + t[:b], t[:] is t


for _ in range(30):
    w = [parts(a, b) for a in (-9, -2, 0, 1, 9, None) for b in (-9, -2, 0, 3, 9, None)]
print(w)


def destroyed():
    class D:
        def __init__(self, n):
            self.n = n

        def __del__(self):
            log.append(self.n)

    log = []
    for d in [D(1), D(2), D(3)]:
        pass
    log.append('end')
    for i, d in enumerate([D(4), D(5)]):
        log.append(i)
    for i, d in {'a': D(6), 'b': D(7)}.items():
        log.append(i)
    del d
    return log


for _ in range(30):
    l = destroyed()
print(l)


def sets():
    s = {0, 1, 2, 3, 2**61 - 1, -1, -2}
    s.discard(1)
    return [k in s for k in (0, 1, 2, 3, 4, -1, -2, 2**61 - 1, 2**61, 1.0, 0.0, True, False, "a")], [k not in s for k in (0, 1, 8, 16, 32)]


for _ in range(30):
    q = sets()
print(q)


def first_and_rest(a, *b):
    return a, b


def rest(*b):
    return b


for _ in range(30):
    k = first_and_rest(1), first_and_rest(1, 2, 3), rest(), rest(1), first_and_rest(*range(9))
print(k)


def grow_keys(d):
    try:
        for k in d:
            d[k * 100 + 7] = 1
    except RuntimeError as e:
        return str(e)


def grow_set(s):
    try:
        for k in s:
            s.add(k + 100)
    except RuntimeError as e:
        return str(e)


def grow_items(d):
    try:
        for k, v in d.items():
            d[k * 100 + 7] = 1
    except RuntimeError as e:
        return str(e)


for _ in range(30):
    m = grow_keys({1: 2}), grow_set({1}), grow_items({1: 2, 3: 4})
print(m)
