"""Fibonacci numbers: recursive, iterative, memoized, by generator, by matrix."""


def recursive(n):
    return n if n < 2 else recursive(n - 1) + recursive(n - 2)


def iterative(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def memoized(n, memo={0: 0, 1: 1}):
    if n not in memo:
        memo[n] = memoized(n - 1) + memoized(n - 2)
    return memo[n]


def generate():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def doubling(n):
    """F(2k) = F(k)(2F(k+1) - F(k)); F(2k+1) = F(k+1)^2 + F(k)^2."""
    if n == 0:
        return 0, 1
    a, b = doubling(n >> 1)
    c = a * (2 * b - a)
    d = a * a + b * b
    if n & 1:
        return d, c + d
    return c, d


def multiply(x, y):
    (a, b), (c, d) = x
    (e, f), (g, h) = y
    return (a * e + b * g, a * f + b * h), (c * e + d * g, c * f + d * h)


def matrix(n):
    result = (1, 0), (0, 1)
    base = (1, 1), (1, 0)
    while n:
        if n & 1:
            result = multiply(result, base)
        base = multiply(base, base)
        n >>= 1
    return result[0][1]


print([recursive(n) for n in range(15)])
print(iterative(90), memoized(90), matrix(90), doubling(90)[0])
source = generate()
print([next(source) for _ in range(20)])
big = iterative(1000)
print(big)
print(big == matrix(1000) == doubling(1000)[0] == memoized(300) or "all but the last agree")
print(len(str(iterative(5000))))
digits = str(iterative(500))
print(digits[:10], digits[-10:], sum(int(d) for d in digits))

total = 0
for value in generate():
    if value > 4_000_000:
        break
    if value % 2 == 0:
        total += value
print(total)
