"""Integer loops: sums, divisors, Collatz lengths, a linear congruence, bit counts."""
# small: 2000

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 1_100_000


def triangle(n):
    total = 0
    i = 0
    while i < n:
        total += i * 3 - (i >> 1)
        i += 1
    return total


def collatz_longest(n):
    best = best_start = 0
    for start in range(1, n):
        length = 1
        x = start
        while x != 1:
            if x % 2:
                x = 3 * x + 1
            else:
                x //= 2
            length += 1
        if length > best:
            best = length
            best_start = start
    return best, best_start


def congruence(n):
    seed = 12345
    check = 0
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        check ^= seed >> 7
    return check


def bits(n):
    total = 0
    for x in range(n):
        while x:
            x &= x - 1
            total += 1
    return total


def divisor_sum(n):
    total = 0
    for d in range(1, n):
        if n % d == 0:
            total += d
    return total


print("triangle", triangle(N * 3))
print("collatz", collatz_longest(N // 20))
print("congruence", congruence(N * 2))
print("bits", bits(N))
print("divisors", divisor_sum(N * 2))
