"""A module whose code has nearly every instruction of CPython 3.10 and 3.11."""
from __future__ import annotations

import os.path as path
from os import *
from sys import argv, platform as name

total: int = 0
del argv
a, b = 1.5, 2
a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a @ b, a & b, a | b, a ^ b, a << b, a >> b
a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a **= b
a @= b; a &= b; a |= b; a ^= b; a <<= b; a >>= b
-a, +a, ~a, not a
a < b, a <= b, a == b, a != b, a > b, a >= b, a is b, a is not b, a in b, a not in b
a[b], a[1:2], a[1:2:3]
a[b] = a.b = 3
del a[b], a.b
0 < a < b < 4
assert a, f"{a} and {b!r:>{total}} and {name!s} and {name!a} {name:<3}"


class Point:
    """Two numbers."""

    __slots__ = ("x", "y")
    __match_args__ = ("x", "y")
    x: int
    kind = name

    def __init__(self, x, y=0, *rest, scale: float = 1.0, **named) -> None:
        super().__init__(*rest, **named)
        self.x, self.y = x * scale, y * scale

    def methods(self):
        return self.methods().other(1, key=2)


def unpack(pair, *many):
    first, second = pair
    second, first = first, second
    first, second, third = third, first, second
    first, second, third, fourth = fourth, third, second, first
    head, *middle, tail = [*many, *pair]
    pair[0] += 1
    pair.x += 1
    return [*pair, 1], {*pair, 2}, {**pair, "k": 3}, (*pair, 4), {"a": pair, "b": many}


def calls(f, *args, **kwargs):
    global counter
    counter = f() + f(1, 2) + f(1, key=2) + f(*args) + f(*args, **kwargs) + f(**kwargs, more=1)
    del counter
    del f
    return {1, 2, a}, [1, 2, 3, 4], (a, b), {"x": a, "y": b}, {a: b}


def cells(x, y):
    z = x

    def inner(step=1, *, k=2):
        nonlocal z
        z += step + k + x
        if z > 10:
            del z
        return lambda: (x, y, z)

    class Inner:
        x = x
        w = z or y

    return inner, Inner


def loops(items):
    for item in items:
        if item is None:
            continue
        elif item is not None and item or item:
            break
    else:
        pass
    while items:
        items = items[1:] if items else None
    while True:
        if not items: return [i for i in items if i], {i for i in items}, {i: i for i in items}


def exceptions(path):
    try:
        with open(path) as file, file:
            return file.read()
    except (OSError, ValueError) as error:
        raise RuntimeError from error
    except TypeError:
        raise
    except:
        raise KeyError
    else:
        path = 1
    finally:
        print(path)


def generator(n):
    got = yield n
    yield from generator(got)
    return (x for x in range(n))


async def coroutine(source):
    async with source as s, s:
        await s
    async for item in source:
        yield item
    return_ = [x async for x in source if await x]


async def awaited(source):
    return [await x for x in source]


def matching(subject):
    match subject:
        case [1, 2, *rest]:
            return rest
        case {"key": value, "other": 2, **rest}:
            return value, rest
        case Point(x=0, y=0) | Point(1, 1):
            return "point"
        case str() as text if text:
            return text
        case None | True | -1:
            return None
        case (first, (second, (third, fourth))) as all:
            return first
        case _:
            return subject
