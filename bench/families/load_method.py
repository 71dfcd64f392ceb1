"""Methods of instances, of builtin objects and of classes."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000


class Counter:
    def __init__(self):
        self.count = 0

    def step(self):
        return 1

    @staticmethod
    def nothing():
        return 2


def methods(n, counter, text):
    total = 0
    for _ in range(n):
        total += counter.step() + Counter.nothing()
        text.isdigit()
    return total


print(methods(N, Counter(), "word"))
