"""Primes four ways: trial division, a sieve, wheel factors, and Miller-Rabin."""


def is_prime(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for i in range(2, limit + 1):
        if i * i > limit:
            break
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    result = []
    for number, flag in enumerate(flags):
        if flag:
            result.append(number)
    return result


def factors(n):
    found = []
    for d in (2, 3):
        while n % d == 0:
            found.append(d)
            n //= d
    d = 5
    step = 2
    while d * d <= n:
        if n % d == 0:
            found.append(d)
            n //= d
        else:
            d += step
            step = 6 - step
    if n > 1:
        found.append(n)
    return found


def miller_rabin(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d = n - 1
    s = 0
    while not d & 1:
        d >>= 1
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


first = [n for n in range(60) if is_prime(n)]
print(first)
print(sieve(59) == first)
primes = sieve(10000)
print(len(primes), primes[-1], sum(primes))

twins = 0
for a, b in zip(primes, primes[1:]):
    if b - a == 2:
        twins += 1
print("twin pairs:", twins)

for n in (1, 2, 97, 360, 1001, 65536, 999983, 600851475143):
    print(n, "=", " * ".join(str(f) for f in factors(n)))

for n in (561, 1105, 2**31 - 1, 2**61 - 1, 2**61 + 1, 10**18 + 9, 2**89 - 1):
    print(n, "is prime" if miller_rabin(n) else "is composite")

gaps = {}
for a, b in zip(primes, primes[1:]):
    gaps[b - a] = gaps.get(b - a, 0) + 1
for gap in sorted(gaps):
    print(gap, gaps[gap])
