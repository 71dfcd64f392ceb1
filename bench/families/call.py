"""Python functions called with all their arguments, and with defaults."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000


def three(a, b, c):
    return b


def defaults(a, b=2, c=3):
    return c


def calls(n):
    total = 0
    for i in range(n):
        total += three(i, 1, 2) + defaults(i) + defaults(i, 5)
    return total


print(calls(N))
