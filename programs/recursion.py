"""Recursion limits: RecursionError, deep but legal recursion, recursion through builtins."""

import sys


def forever(n):
    return forever(n + 1)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def mutual_a(n):
    return mutual_b(n)


def mutual_b(n):
    return mutual_a(n)


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __call__(self):
        return self()

    def __eq__(self, other):
        return other == self

    def __add__(self, other):
        return self + other

    def __len__(self):
        return len(self)


for attempt in (lambda: forever(0), lambda: mutual_a(1), lambda: Endless()(), lambda: Endless() + 1, lambda: Endless() == Endless()):
    try:
        attempt()
    except RecursionError as error:
        print(type(error).__name__, isinstance(error, RuntimeError))
try:
    forever(0)
except RecursionError as error:
    print(error)
print(sys.getrecursionlimit(), depth(900))
sys.setrecursionlimit(6000)
print(sys.getrecursionlimit(), depth(5500))
sys.setrecursionlimit(1000)


def counting():
    levels = 0

    def go():
        nonlocal levels
        levels += 1
        go()

    try:
        go()
    except RecursionError:
        pass
    return levels


first = counting()
print(900 < first < 1000, first == counting() == counting())


def cleanup(n, log):
    try:
        if n:
            cleanup(n - 1, log)
        else:
            forever(0)
    finally:
        log.append(n)


log = []
try:
    cleanup(50, log)
except RecursionError:
    print(len(log), log[:3], log[-1])


def generator(n):
    if n:
        yield from generator(n - 1)
    yield n


print(sum(generator(100)))
try:
    list(generator(2000))
except RecursionError as error:
    print("generators too")
nested = []
for _ in range(200):
    nested = [nested]
print(len(repr(nested)), str(nested).count("["), nested == nested)
deep = ()
for _ in range(50):
    deep = (deep, 1)
print(hash(deep) == hash(deep), deep == (deep[0], 1))
loop = [1]
loop.append(loop)
print(loop, loop[1][1][0], loop == loop)
pair = ([],)
pair[0].append(pair)
print(pair)
d = {"a": loop}
d["d"] = d
print(d)
