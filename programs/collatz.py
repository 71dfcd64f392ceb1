"""Number curiosities: Collatz chains, perfect and happy numbers, Armstrong, gcd."""


def collatz(n):
    chain = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        chain.append(n)
    return chain


def divisors(n):
    small, large = [], []
    d = 1
    while d * d <= n:
        if n % d == 0:
            small.append(d)
            if d != n // d:
                large.append(n // d)
        d += 1
    return small + large[::-1]


def happy(n):
    seen = set()
    while n not in seen:
        seen.add(n)
        n = sum(int(c) ** 2 for c in str(n))
    return n == 1


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def extended_gcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x - a // b * y


print(collatz(27)[:12], len(collatz(27)), max(collatz(27)))
best = max(range(1, 500), key=lambda n: len(collatz(n)))
print("longest chain below 500:", best, len(collatz(best)))
print("divisors of 360:", divisors(360))
print("perfect:", [n for n in range(2, 600) if sum(divisors(n)[:-1]) == n])
kinds = {"deficient": 0, "perfect": 0, "abundant": 0}
for n in range(1, 201):
    s = sum(divisors(n)) - n
    kinds["deficient" if s < n else "perfect" if s == n else "abundant"] += 1
print(kinds)
print("happy:", [n for n in range(1, 50) if happy(n)])
print("armstrong:", [n for n in range(1, 1000) if n == sum(int(c) ** len(str(n)) for c in str(n))])
print(gcd(1071, 462), gcd(2**40, 6**20), gcd(17, 0), gcd(-12, 18))
for a, b in [(240, 46), (17, 3120), (0, 5)]:
    g, x, y = extended_gcd(a, b)
    print(f"{a}*{x} + {b}*{y} = {g}", a * x + b * y == g)
print([pow(3, -1, m) for m in (7, 10, 26)])
amicable = []
for n in range(2, 1300):
    other = sum(divisors(n)) - n
    if other > n and sum(divisors(other)) - other == n:
        amicable.append((n, other))
print(amicable)
