"""Recursive calls: Fibonacci numbers, Ackermann's function, Takeuchi's function."""
# small: 16

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 35


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def takeuchi(x, y, z):
    if y >= x:
        return z
    return takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y))


print("fib", fib(N))
print("ackermann", sum(ackermann(2, n) for n in range(N * 2)))
print("takeuchi", takeuchi(N // 2, N // 4, N // 8))
