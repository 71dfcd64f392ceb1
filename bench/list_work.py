"""List work: a sieve, an in-place reversal, matrix product, rotations, a stack, a queue."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 200


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
        i += 1
    return [n for n, flag in enumerate(flags) if flag]


def reverse(items):
    low, high = 0, len(items) - 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1


def multiply(a, b):
    size = len(a)
    result = []
    for i in range(size):
        row = a[i]
        line = []
        for j in range(size):
            total = 0
            for k in range(size):
                total += row[k] * b[k][j]
            line.append(total)
        result.append(line)
    return result


def rotate(items, turns):
    for _ in range(turns):
        items.append(items.pop(0))
        items[3:6] = items[4:7]
        items.insert(7, items[0])
        del items[9]
    return items


def stack_machine(rounds):
    stack = []
    for i in range(rounds):
        stack.append(i)
        if i % 3 == 2:
            b = stack.pop()
            a = stack.pop()
            stack.append((a + b) % 1009)
    return len(stack), sum(stack)


check = 0
for turn in range(N):
    primes = sieve(60_000 + turn)
    reverse(primes)
    matrix = [[(i * j + turn) % 17 for j in range(30)] for i in range(30)]
    product = multiply(matrix, matrix)
    rotated = rotate(list(range(50)), 3_000)
    depth, total = stack_machine(30_000)
    check = (check * 31 + len(primes) + primes[turn] + product[turn % 30][7] + rotated[5] + depth + total) % 1_000_003
print("check", check)
