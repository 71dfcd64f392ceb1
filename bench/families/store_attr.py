"""Attributes written to the instance, to slots, and to a dict that was asked for."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000


class Point:
    def __init__(self):
        self.x = 1
        self.y = 2


class Slots:
    __slots__ = ("x",)


def store(n, point, slots, shown):
    for i in range(n):
        point.x = i
        point.y = i
        slots.x = i
        shown.y = i
    return point.x + slots.x + shown.y


shown = Point()
shown.__dict__
print(store(N, Point(), Slots(), shown))
