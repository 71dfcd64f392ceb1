"""Unpacking sequences: tuples and lists taken apart in loops, swaps, stars, nested targets, zip."""
# small: 500

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 2_100_000


def swaps(n):
    a, b, c, d = 1, 2, 3, 4
    for _ in range(n):
        a, b = b, a
        a, b, c = c, a, b
        a, b, c, d = d, c, b, a
    return a, b, c, d


def tuples(n):
    pair = (1, 2)
    triple = (3, 4, 5)
    total = 0
    for _ in range(n):
        a, b = pair
        c, d, e = triple
        total += a + b + c + d + e
    return total


def lists(n):
    pair = [1, 2]
    five = [1, 2, 3, 4, 5]
    total = 0
    for _ in range(n):
        a, b = pair
        c, d, e, f, g = five
        total += a - b + c + g
    return total


def nested(n):
    point = ("p", (1, 2), [3, (4, 5)])
    total = 0
    for _ in range(n):
        name, (a, b), [c, (d, e)] = point
        total += a + b + c + d + e
    return total


def starred(n):
    items = [1, 2, 3, 4, 5]
    total = 0
    for _ in range(n):
        first, *rest = items
        *start, last = items
        head, *middle, tail = items
        total += first + last + len(rest) + len(start) + len(middle)
    return total


def returned(n):
    def pair(x):
        return x, x + 1

    total = 0
    for i in range(n):
        low, high = pair(i)
        total += high - low
    return total


def in_loops(n):
    pairs = [(i, i * 2) for i in range(100)]
    table = {i: (i, i) for i in range(100)}
    total = 0
    for _ in range(n // 100):
        for a, b in pairs:
            total += b - a
        for i, (a, b) in enumerate(pairs):
            total += i
        for key, (a, b) in table.items():
            total += key - a
        for (a, b), c in zip(pairs, table):
            total += c
    return total


print("swaps", swaps(N))
print("tuples", tuples(N))
print("lists", lists(N))
print("nested", nested(N))
print("starred", starred(N // 2))
print("returned", returned(N))
print("loops", in_loops(N))
