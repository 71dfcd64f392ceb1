"""A loop whose instructions 3.11 rewrites while it runs: to be played step by step."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def length(point):
    return point.x * point.x + point.y * point.y


def add(a, b):
    return a + b


def warm(n):
    p = Point(3, 4)
    for _ in range(n):
        length(p)
        add(1, 2)


warm(12)
print(length(Point(1, 2)), add("a", "b"))
