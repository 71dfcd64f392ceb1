"""Pairs, longer tuples and lists taken apart."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000


def unpack(n, pair, triple, row):
    total = 0
    for _ in range(n):
        a, b = pair
        c, d, e = triple
        f, g, h = row
        total += b + e + h
    return total


print(unpack(N, (1, 2), (3, 4, 5), [6, 7, 8]))
