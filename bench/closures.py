"""Closures: cells read and written, functions made in loops, composed and curried functions."""
# small: 500

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 1_200_000


def make_counter():
    count = 0

    def step(by):
        nonlocal count
        count += by
        return count

    return step


def make_average():
    total = 0
    number = 0

    def add(value):
        nonlocal total, number
        total += value
        number += 1
        return total // number

    return add


def compose(f, g):
    return lambda x: f(g(x))


def adder(n):
    def add(x):
        return x + n

    return add


def memoize(function):
    known = {}

    def wrapper(n):
        if n in known:
            return known[n]
        value = known[n] = function(n)
        return value

    return wrapper


def steps(n):
    @memoize
    def ways(k):
        if k < 2:
            return 1
        return (ways(k - 1) + ways(k - 2)) % 1_000_007

    return ways(n)


def church(n):
    def number(f):
        def apply(x):
            for _ in range(n):
                x = f(x)
            return x

        return apply

    return number


def fold(function, items, start):
    for item in items:
        start = function(start, item)
    return start


counter = make_counter()
average = make_average()
check = 0
for i in range(N):
    check = (check + counter(i & 3) + average(i & 1023)) % 1_000_003
print("counters", check)

check = 0
for i in range(N):
    f = compose(adder(i), adder(3))
    check = (check + f(7)) % 1_000_003
print("composed", check)

print("memoized", sum(steps(n % 60) for n in range(N // 60)))
limit = 1_000_003
print("folded", fold(lambda a, b: (a * 3 + b) % limit, range(N * 2), 1))
print("church", church(N)(lambda x: (x * 5 + 1) % limit)(0))
functions = [lambda x, k=k: x * k for k in range(10)]
check = 0
for i in range(N // 5):
    for f in functions:
        check += f(i)
print("defaults", check)
