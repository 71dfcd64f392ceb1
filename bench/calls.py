"""Calls of every shape: defaults, keywords, stars, builtins, lambdas, mutual recursion."""
# small: 500

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


def three(a, b, c):
    return a + b - c


def defaults(a, b=2, c=3):
    return a * b + c


def keywords(a, *, low=0, high=10):
    return a if low <= a < high else low


def gather(*args, **kwargs):
    return len(args) + len(kwargs)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def nothing():
    pass


def apply(function, *args):
    return function(*args)


def positional(n):
    total = 0
    for i in range(n):
        total += three(i, 2, 1) + defaults(i & 7) + defaults(1, i & 3)
        nothing()
    return total


def by_name(n):
    total = 0
    for i in range(n):
        total += keywords(i & 15, low=1, high=9) + defaults(1, c=i & 3) + three(c=1, a=i & 7, b=2)
    return total


def stars(n):
    total = 0
    pair = (1, 2)
    options = {"x": 1, "y": 2}
    for i in range(n):
        total += gather(i, *pair, **options) + apply(three, i & 3, 1, 1)
    return total


def builtins(n):
    total = 0
    items = [3, 1, 2]
    for i in range(n):
        total += len(items) + abs(-i) + max(i & 7, 3) + min(items) + ord("a")
        if isinstance(i, int) and callable(len):
            total += int(str(i & 15)) + bool(i)
    return total


print("positional", positional(N * 2))
print("by name", by_name(N))
print("stars", stars(N // 2))
print("builtins", builtins(N))
print("mutual", sum(is_even(n % 30) for n in range(N // 10)))
print("lambdas", sum(map(lambda x: x * 2 + 1, filter(lambda x: x % 3, range(N)))))
