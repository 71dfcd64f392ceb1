"""Items of lists, tuples and dicts, and a __getitem__ written in Python."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000


class Half:
    def __getitem__(self, index):
        return index


def items(n, numbers, pair, names, half):
    total = 0
    for i in range(n):
        total += numbers[3] + pair[1] + names["two"] + half[i]
    return total


print(items(N, [1, 2, 3, 4, 5], (10, 20), {"one": 1, "two": 2}, Half()))
