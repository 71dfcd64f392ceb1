"""Nearly every instruction, many times over, to be run on a small host stack."""

import sys

TURNS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
counter = 0


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return True


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, by=1, *, factor=1):
        return Point(self.x + by * factor, self.y)


class Strange:
    def __add__(self, other):
        return other

    __radd__ = __iadd__ = __sub__ = __matmul__ = __imatmul__ = __add__

    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        self.last = value

    def __delitem__(self, key):
        del self.last

    def __contains__(self, key):
        return key == 3

    def __bool__(self):
        return True

    def __lt__(self, other):
        return True

    def __neg__(self):
        return -1

    def __del__(self):
        global counter
        counter += 1


def arithmetic(n):
    a, b, f = n, 7, 2.5
    t = (a + b, a - b, a * b, a // b, a / b, a % b, a ** 2, a << 2, a >> 1, a & b, a | b, a ^ b)
    c = a
    c += 1
    c -= 2
    c *= 3
    c //= 2
    c %= 1000
    c **= 2
    c <<= 1
    c >>= 1
    c &= 0xFFFF
    c |= 1
    c ^= 2
    d = f
    d /= 2
    big = 2**80 + a
    s = Strange()
    s = s + Strange()
    s @= Strange()
    s += Strange()
    s[1] = 2
    del s[1]
    return -a, +b, ~c, not d, big - a, -s, s[3], 3 in s, s < 1, t is None, t is not None


def names(n):
    global counter
    counter += 1
    cell = n

    def inner():
        nonlocal cell
        cell += 1
        return cell

    inner()
    local = [cell]
    del local
    text = "x" + str(n)
    text += "y"
    return f"{text!r:>5}{n}", inner


def containers(n):
    items = [n, *range(3), *(4, 5)]
    a, *rest = items
    b, c = a, rest
    (d, e) = [b, c]
    x, y, z = 1, 2, 3
    x, y = y, x
    x, y, z = z, y, x
    both = {**{"a": a}, "b": 2}
    some = {a, n, *rest}
    squares = [i * i for i in items if i]
    lengths = {i: i for i in items}
    unique = {i % 2 for i in items}
    both["c"] = items[0:2]
    items[1] = items[2]
    del both["c"], items[0]
    constants = {"one": 1, "two": n}
    lazily = sum(i for i in items)
    return "a" in both, len(some), squares, lengths, unique, constants, lazily, 4 not in items


def calls(n):
    def many(a, b=2, *args, c=3, **keywords):
        return a

    p = Point(n, 2)
    p = p.moved().moved(2).moved(by=2, factor=2)
    many(1)
    many(1, c=2, d=3)
    many(*(1, 2, 3), **{"c": 1})
    method = p.moved
    method()
    return max(n, 1), isinstance(p, Point), [1].append(2), "a".upper(), (lambda: n)()


def blocks(n):
    for i in range(2):
        try:
            if i:
                raise ValueError(i)
            continue
        except KeyError:
            pass
        except ValueError as error:
            last = error
        finally:
            n += 1
    with Manager() as m:
        raise KeyError(m)
    try:
        try:
            [][1]
        finally:
            n += 1
    except IndexError:
        n += 1
    while n:
        n -= 1
        if n > 3 and n or not n:
            break
    else:
        n = 0
    assert n >= 0, n
    try:
        Strange() + undefined
    except NameError:
        pass
    try:
        return n
    finally:
        n = None


def patterns(n):
    for subject in (Point(1, n), [1, 2, n], {"a": 1, "b": n}, n, None):
        match subject:
            case Point(1, y=y):
                pass
            case [1, *rest]:
                pass
            case {"a": 1, **others}:
                pass
            case int():
                pass
            case _:
                pass


def numbers(n):
    received = yield n
    yield received
    yield from range(2)
    return n


def delegates(n):
    result = yield from numbers(n)
    yield result


class Ready:
    def __await__(self):
        yield 1
        return 2


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        return True


async def waits(n):
    total = await Ready()
    async for i in Countdown(2):
        total += i
    async with Countdown(1) as c:
        raise ValueError(c)
    return total + len([i async for i in Countdown(2)])


def suspended(n):
    g = numbers(n)
    next(g)
    g.send(1)
    for _ in delegates(n):
        pass
    c = waits(n)
    try:
        while True:
            c.send(None)
    except StopIteration as stop:
        return stop.value


def makes_a_class(n):
    class Local:
        a: int = n

        def f(self):
            return __class__

    import sys as system
    from sys import maxsize
    return Local().f(), system, maxsize


def natives(n):
    items = list([n, 2])
    items.extend([n])
    text = str([n]) + "a b"
    return (
        sorted([n, 1]), sorted([n, 1], reverse=True), sum([n]), sum([n], start=2), max([n, 1]), len([n]),
        isinstance([n], list), abs(n + 2**70), tuple([n]), type([n]), int("%d" % n), dict([(n, n)]), list((n,)),
        text.upper(), text.split(), text.split(maxsplit=n), text.join([text]), [n].copy(), [n].index(n),
        "{}".format([n]), [n].count([n]), {n: n}.get(n), {n}.union([n]), print(end=str()), enumerate([n], start=n),
        items.append([n]), items.pop(), min([n], default=[n]), bytes([n % 256]), range(n, n + 2), repr([n]),
    )


def run():
    # One after the other: an exception clears the host's stack, and would hide what the
    # others leave there.
    result = None
    for part in (arithmetic, names, containers, calls, natives, patterns, suspended, blocks):
        for n in range(TURNS):
            result = part(n)
    for n in range(TURNS // 50):
        makes_a_class(n)
    return result


if __name__ == "__main__":
    last = run()
    print(TURNS, "turns,", counter, "counted, the last result", last)
