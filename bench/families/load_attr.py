"""Attributes in the instance, in slots, in a dict that was asked for, and of a module."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000


class Point:
    def __init__(self):
        self.x = 1
        self.y = 2


class Slots:
    __slots__ = ("x",)

    def __init__(self):
        self.x = 3


def attributes(n, point, slots, shown):
    total = 0
    for _ in range(n):
        total += point.x + point.y + slots.x + shown.y + sys.hexversion
    return total


shown = Point()
shown.__dict__
print(attributes(N, Point(), Slots(), shown))
