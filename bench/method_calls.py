"""Method calls: plain, inherited, bound, static, class methods, properties, operators."""
# small: 200

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 800_000


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def turned(self):
        return Vector(-self.y, self.x)

    @property
    def size(self):
        return self.x * self.x + self.y * self.y

    @staticmethod
    def limit(value, high=1000):
        return value if value < high else value - high

    @classmethod
    def unit(cls):
        return cls(1, 0)


class Toggle:
    def __init__(self, state):
        self.state = state

    def value(self):
        return self.state

    def activate(self):
        self.state = not self.state
        return self


class NthToggle(Toggle):
    def __init__(self, state, limit):
        super().__init__(state)
        self.limit = limit
        self.counter = 0

    def activate(self):
        self.counter += 1
        if self.counter >= self.limit:
            super().activate()
            self.counter = 0
        return self


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


def vectors(n):
    total = Vector(0, 0)
    step = Vector.unit()
    check = 0
    for i in range(n):
        total = total + step
        step = step.turned()
        check += total.dot(step) + total.size + Vector.limit(i) + Vector.limit(i, high=50)
        if total == step:
            check += 1
    return check


def toggles(n):
    plain, every_third = Toggle(True), NthToggle(True, 3)
    count = 0
    for _ in range(n):
        count += plain.activate().value()
        count += every_third.activate().value()
    return count


def stack(n):
    s = Stack()
    push = s.push
    check = 0
    for i in range(n):
        push(i)
        s.push(i + 1)
        check += s.pop() + s[0] + len(s)
        if len(s) > 500:
            s.items.clear()
            push(0)
    return check


print("vectors", vectors(N))
print("toggles", toggles(N * 2))
print("stack", stack(N * 2))
