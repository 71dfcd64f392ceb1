"""Native functions, methods and classes, by the way they take their arguments."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000


def natives(n, items, text):
    total = 0
    for i in range(n):
        total += len(items) + abs(i) + ord("a")
        if isinstance(i, int):
            total += 1
        text.startswith("wo")
        text.isdigit()
        type(i)
    return total


print(natives(N, [1, 2, 3], "word"))
