"""N queens four ways: recursion over lists, bit masks, generators with sets, and permutations."""
# small: 5

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 10


def by_lists(n):
    columns = [False] * n
    up = [False] * (2 * n)
    down = [False] * (2 * n)
    count = 0

    def place(row):
        nonlocal count
        if row == n:
            count += 1
            return
        for column in range(n):
            if not (columns[column] or up[row + column] or down[row - column + n]):
                columns[column] = up[row + column] = down[row - column + n] = True
                place(row + 1)
                columns[column] = up[row + column] = down[row - column + n] = False

    place(0)
    return count


def by_bits(n, columns=0, left=0, right=0):
    full = (1 << n) - 1
    if columns == full:
        return 1
    count = 0
    free = full & ~(columns | left | right)
    while free:
        bit = free & -free
        free -= bit
        count += by_bits(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


def by_generator(n, row=0, placed=()):
    if row == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from by_generator(n, row + 1, placed + (column,))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield items[i : i + 1] + rest


def by_permutations(n):
    count = 0
    for p in permutations(tuple(range(n))):
        if len({r + c for r, c in enumerate(p)}) == n == len({r - c for r, c in enumerate(p)}):
            count += 1
    return count


print("lists", by_lists(N))
print("bits", by_bits(N + 1))
print("generator", sum(1 for _ in by_generator(N)), max(by_generator(N - 1)))
print("permutations", by_permutations(N - 1))
