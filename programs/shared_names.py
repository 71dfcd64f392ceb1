"""Asking for __dict__ takes an object's values away, and a specialization's sense with them."""
# versions: 311


class Point:
    def __init__(self, x):
        self.x = x


def plain(point):
    return point.x


def asked(point):
    point.__dict__
    return point.x


for i in range(20):
    plain(Point(i))
    asked(Point(i))
print(plain(Point(3)), asked(Point(4)))
