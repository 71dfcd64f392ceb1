"""List, set, dict and generator comprehensions: nesting, conditions, scope, errors."""

squares = [n * n for n in range(10)]
print(squares)
print([n for n in range(30) if n % 2 if n % 3])
print([(a, b) for a in range(3) for b in "xy"])
print([[i * j for j in range(1, 5)] for i in range(1, 4)])
print([x for row in [[1, 2], [3], [], [4, 5, 6]] for x in row])

words = "the rain in spain stays mainly in the plain".split()
print(sorted({word[0] for word in words}))
print({word: len(word) for word in words})
lengths = {}
for word in words:
    lengths.setdefault(len(word), []).append(word)
print({n: sorted(set(group)) for n, group in sorted(lengths.items())})
print({v: k for k, v in {"a": 1, "b": 2}.items()})

total = sum(n * n for n in range(100))
print(total, max(len(w) for w in words), any(w.startswith("s") for w in words))
print(all(len(w) > 1 for w in words), ",".join(w.title() for w in words))

n = "outer"
_ = [n for n in range(3)]
print(n)


def pythagorean(limit):
    return [
        (a, b, c)
        for c in range(1, limit)
        for b in range(1, c)
        for a in range(1, b)
        if a * a + b * b == c * c
    ]


print(pythagorean(30))


def scaled(factor):
    return [factor * x for x in range(4)], {x: factor for x in "ab"}, {factor + x for x in (1, 2)}


print(scaled(10))

lazy = (print("computing", i) or i * 10 for i in range(3))
print("nothing yet")
print(next(lazy))
print(list(lazy))
print(list(lazy))

print([y := 1, y + 1, y**2])
print([last := x for x in range(5)], last)
partial = 0
print([partial := partial + x for x in range(6)], partial)

transposed = [[row[i] for row in [[1, 2, 3], [4, 5, 6]]] for i in range(3)]
print(transposed)
print([*map(lambda p: p[0] + p[1], zip([1, 2], [10, 20]))])
print([a if a > b else b for a, b in [(1, 2), (5, 3)]])
print([first for first, *rest in ["abc", "de", "f"]], [rest for first, *rest in ["abc", "de"]])
print([f(3) for f in [lambda x: x + k for k in range(3)]])
print(sorted({i % 5 for i in range(100)}), {i: {j for j in range(i)} for i in range(3)})

try:
    print([1 // x for x in (1, 0)])
except ZeroDivisionError as error:
    print("error:", error)


class Scope:
    items = [1, 2, 3]
    doubled = [2 * item for item in items]
    pairs = dict((item, str(item)) for item in items)


print(Scope.doubled, Scope.pairs)
gen = (i for i in [1, 2, 3])
print(2 in gen, list(gen))
print(type(gen).__name__, gen.__name__)
