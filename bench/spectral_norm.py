"""The spectral norm of an infinite matrix, approached by powers: calls and float sums."""
# small: 20

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 490


def entry(i, j):
    ij = i + j
    return 1.0 / (ij * (ij + 1) // 2 + i + 1)


def times(vector):
    return [sum(entry(i, j) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def transposed_times(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for j, x in enumerate(vector):
            total += entry(j, i) * x
        result.append(total)
    return result


def main(n):
    u = [1.0] * n
    for _ in range(10):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    upper = sum(a * b for a, b in zip(u, v))
    lower = sum(b * b for b in v)
    return (upper / lower) ** 0.5


print("%.9f" % main(N))
