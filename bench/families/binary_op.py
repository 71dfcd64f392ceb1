"""Sums, differences and products of ints and floats, and strings put together."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000


def ints(n):
    total = 0
    for i in range(n):
        total = total + i * 3 - i
        if total > 1_000_000:
            total = total - 1_000_000
    return total


def floats(n):
    x = 0.5
    for _ in range(n):
        x = x * 0.75 + 0.25 - x * 0.125
    return x


def strings(n):
    text = ""
    for _ in range(n):
        text += "ab"
        if len(text) > 60:
            text = "-" + "+"
    return text


print(ints(N), round(floats(N), 6), strings(N))
