"""Names of the module, and of the builtins behind it."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 6_000_000


one = 1
two = 2


def names(n):
    total = 0
    for _ in range(n):
        total += one
        total += two
        len
        print
        total += one
    return total


print(names(N))
