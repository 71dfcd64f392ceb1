"""Attribute work: instance fields read and written, class attributes, slots, linked nodes."""
# small: 500

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 1_100_000


class Counter:
    step = 3

    def __init__(self):
        self.total = 0
        self.turns = 0
        self.last = None


class Particle:
    def __init__(self, x, y, vx, vy):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy


class Slotted:
    __slots__ = ("left", "right", "value")

    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None


def count(n):
    c = Counter()
    for i in range(n):
        c.total += c.step
        c.turns += 1
        c.last = i
        if c.last % 1000 == 0:
            c.total -= c.turns
    return c.total, c.turns, c.last


def bounce(n):
    particles = [Particle(i, i * 2, i % 7 - 3, i % 5 - 2) for i in range(50)]
    for _ in range(n // 50):
        for p in particles:
            p.x += p.vx
            p.y += p.vy
            if p.x < 0 or p.x > 100:
                p.vx = -p.vx
            if p.y < 0 or p.y > 100:
                p.vy = -p.vy
    return sum(p.x * 3 + p.y for p in particles)


def insert(root, value):
    node = root
    while True:
        if value < node.value:
            if node.left is None:
                node.left = Slotted(value)
                return
            node = node.left
        else:
            if node.right is None:
                node.right = Slotted(value)
                return
            node = node.right


def tree(n):
    root = Slotted(500_000)
    seed = 1
    for _ in range(n):
        seed = (seed * 69069 + 5) & 0xFFFFFF
        insert(root, seed % 1_000_000)
    depth = 0
    level = [root]
    size = 0
    while level:
        depth += 1
        size += len(level)
        level = [child for node in level for child in (node.left, node.right) if child is not None]
    return size, depth


def chain(n):
    first = Counter()
    node = first
    for i in range(n):
        node.last = Counter()
        node = node.last
        node.turns = i
    total = 0
    node = first
    while node.last is not None:
        node = node.last
        total += node.turns
    return total


print("count", count(N * 4))
print("bounce", bounce(N * 3))
print("tree", tree(N // 8))
print("chain", chain(N // 20))
