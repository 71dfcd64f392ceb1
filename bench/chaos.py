"""The chaos game on a spline: points as objects with operators, a grid of hits."""
# small: 500

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 130_000


class Random:
    def __init__(self, seed):
        self.state = seed

    def random(self):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return self.state / 2147483648.0

    def below(self, n):
        return int(self.random() * n)


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5

    def between(self, other, weight):
        return self * (1.0 - weight) + other * weight


class Spline:
    """A B-spline, evaluated by de Boor's corner cutting."""

    def __init__(self, points, degree):
        self.points = points
        self.degree = degree
        inner = len(points) - degree
        self.knots = [0] * degree + list(range(inner + 1)) + [inner] * degree

    def domain(self):
        return self.knots[self.degree], self.knots[len(self.points)]

    def span(self, u):
        low, high = self.degree, len(self.points)
        if u >= self.knots[high]:
            return high - 1
        while high - low > 1:
            middle = (low + high) // 2
            if u < self.knots[middle]:
                high = middle
            else:
                low = middle
        return low

    def __call__(self, u):
        k = self.span(u)
        d = [self.points[i] for i in range(k - self.degree, k + 1)]
        for r in range(1, self.degree + 1):
            for j in range(self.degree, r - 1, -1):
                left = self.knots[j + k - self.degree]
                right = self.knots[j + 1 + k - r]
                weight = (u - left) / (right - left) if right != left else 0.0
                d[j] = d[j - 1].between(d[j], weight)
        return d[self.degree]


class Game:
    def __init__(self, splines, thickness):
        self.splines = splines
        self.thickness = thickness
        self.random = Random(1234)
        points = [p for s in splines for p in s.points]
        self.low = Vector(min(p.x for p in points), min(p.y for p in points))
        self.size = Vector(max(p.x for p in points), max(p.y for p in points)) - self.low

    def transform(self, point):
        x = (point.x - self.low.x) / self.size.x
        y = (point.y - self.low.y) / self.size.y
        spline = self.splines[self.random.below(len(self.splines))]
        start, end = spline.domain()
        u = start + x * (end - start)
        base = spline(u)
        step = 1 / 50000
        slope = (spline(u + step) if u + step < end else base) - (base if u + step < end else spline(u - step))
        length = slope.length()
        if length > 0:
            off = (y - 0.5) * self.thickness / length
            base = base + Vector(-slope.y * off, slope.x * off)
        return Vector(min(max(base.x, self.low.x), self.low.x + self.size.x), min(max(base.y, self.low.y), self.low.y + self.size.y))

    def play(self, turns, width, height):
        grid = [[0] * width for _ in range(height)]
        point = self.low + self.size * 0.5
        for _ in range(turns):
            point = self.transform(point)
            x = int((point.x - self.low.x) / self.size.x * (width - 1))
            y = int((point.y - self.low.y) / self.size.y * (height - 1))
            grid[y][x] += 1
        return grid


splines = [
    Spline([Vector(1.6, 0.3), Vector(1.6, 1.75), Vector(1.6, 1.75), Vector(2.85, 2.2), Vector(0.95, 1.6)], 3),
    Spline([Vector(2.8, 0.35), Vector(2.4, 3.3), Vector(2.0, 1.5), Vector(3.0, 0.5)], 3),
    Spline([Vector(1.7, 3.0), Vector(1.0, 0.5), Vector(1.7, 2.4), Vector(3.1, 3.1), Vector(2.2, 1.1)], 3),
]
grid = Game(splines, 0.25).play(N, 64, 32)
for row in grid[::4]:
    print("".join(" .:-=+*#%@"[min(9, cell.bit_length())] for cell in row).rstrip())
print(sum(sum(row) for row in grid), max(map(max, grid)))
