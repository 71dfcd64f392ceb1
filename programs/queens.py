"""N queens: all solutions by backtracking, and by bit masks."""


def solutions(n):
    def place(row, columns, up, down, chosen):
        if row == n:
            yield tuple(chosen)
            return
        for column in range(n):
            if column in columns or row + column in up or row - column in down:
                continue
            chosen.append(column)
            yield from place(
                row + 1, columns | {column}, up | {row + column}, down | {row - column}, chosen
            )
            chosen.pop()

    yield from place(0, set(), set(), set(), [])


def count(n):
    full = (1 << n) - 1

    def search(columns, left, right):
        if columns == full:
            return 1
        total = 0
        free = full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            total += search(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return total

    return search(0, 0, 0)


def draw(solution):
    n = len(solution)
    print("+" + "-" * (2 * n - 1) + "+")
    for column in solution:
        row = ["."] * n
        row[column] = "Q"
        print("|" + " ".join(row) + "|")
    print("+" + "-" * (2 * n - 1) + "+")


draw(next(solutions(8)))
for n in range(1, 9):
    print(n, count(n), len(list(solutions(n))))
print(list(solutions(5)))
everything = list(solutions(6))
print(sorted(everything) == everything, everything[0], everything[-1])
for solution in everything:
    assert sorted(solution) == list(range(6)), solution
