"""Items of lists and dicts written."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 6_000_000


def store(n, numbers, names):
    for i in range(n):
        numbers[2] = i
        names["two"] = i
        numbers[3] = i
    return numbers[2] + names["two"]


print(store(N, [1, 2, 3, 4], {"one": 1, "two": 2}))
