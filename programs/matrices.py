"""Matrices as lists of lists: product, transpose, determinant, inverse, power."""


def identity(n):
    return [[int(i == j) for j in range(n)] for i in range(n)]


def transpose(m):
    return [list(row) for row in zip(*m)]


def multiply(a, b):
    columns = transpose(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def power(m, exponent):
    result = identity(len(m))
    while exponent > 0:
        if exponent % 2:
            result = multiply(result, m)
        m = multiply(m, m)
        exponent //= 2
    return result


def minor(m, i, j):
    return [row[:j] + row[j + 1 :] for k, row in enumerate(m) if k != i]


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * determinant(minor(m, 0, j)) for j in range(len(m)))


def invert(m):
    n = len(m)
    work = [list(map(float, row)) + [float(x) for x in unit] for row, unit in zip(m, identity(n))]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(work[r][i]))
        if work[pivot][i] == 0:
            raise ValueError("singular matrix")
        work[i], work[pivot] = work[pivot], work[i]
        scale = work[i][i]
        work[i] = [x / scale for x in work[i]]
        for r in range(n):
            if r != i and work[r][i]:
                factor = work[r][i]
                work[r] = [x - factor * y for x, y in zip(work[r], work[i])]
    return [row[n:] for row in work]


def show(title, m):
    print(title)
    for row in m:
        print("  [" + ", ".join(f"{x:8.3f}" if isinstance(x, float) else f"{x:8d}" for x in row) + "]")


a = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]
b = [[2, 0, 1], [1, 3, 0], [0, 1, 1]]
show("a", a)
show("a transposed", transpose(a))
show("a * b", multiply(a, b))
show("a ** 5", power(a, 5))
print("det a", determinant(a), "det b", determinant(b))
print(determinant(multiply(a, b)) == determinant(a) * determinant(b))
show("inverse of a", invert(a))
check = multiply(a, invert(a))
print(all(abs(check[i][j] - (i == j)) < 1e-9 for i in range(3) for j in range(3)))
try:
    invert([[1, 2], [2, 4]])
except ValueError as error:
    print("error:", error)
print(power([[1, 1], [1, 0]], 200)[0][1])
hilbert = [[1 / (i + j + 1) for j in range(4)] for i in range(4)]
show("hilbert", hilbert)
print(determinant(hilbert) > 0, len(minor(hilbert, 0, 0)))
