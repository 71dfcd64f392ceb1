"""Generators: pipelines, recursive traversal with yield from, send, generator expressions."""
# small: 500

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 850_000


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def keep_odd(source):
    for value in source:
        if value & 1:
            yield value


def squares(source):
    for value in source:
        yield value * value


def pairs(source):
    previous = None
    for value in source:
        if previous is not None:
            yield previous, value
        previous = value


def tree(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from tree(low, middle)
        yield middle
        yield from tree(middle + 1, high)


def running_mean():
    total = number = 0
    mean = None
    while True:
        value = yield mean
        total += value
        number += 1
        mean = total // number


def primes():
    known = {}
    n = 2
    while True:
        step = known.pop(n, None)
        if step is None:
            yield n
            known[n * n] = n
        else:
            place = n + step
            while place in known:
                place += step
            known[place] = step
        n += 1


def fibonacci(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


print("pipeline", sum(squares(keep_odd(count(N * 3)))))
print("pairs", sum(b - a for a, b in pairs(squares(count(N)))))
print("tree", sum(tree(0, N // 2)))
mean = running_mean()
next(mean)
check = 0
for i in range(N * 2):
    check = (check + mean.send(i & 4095)) % 1_000_003
print("send", check)
total = 0
for prime in primes():
    if prime > N:
        break
    total += prime
print("primes", total)
print("expression", sum(x * 3 for x in range(N * 4) if x % 3), max(y % 1009 for y in range(N)))
print("short", sum(sum(fibonacci(1000)) for _ in range(N // 20)))
print("any", sum(any(x * x > n for x in range(40)) for n in range(N // 8)))
