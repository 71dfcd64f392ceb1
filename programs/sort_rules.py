"""list.sort and sorted: keys, stability, reverse, mixed types, errors, mutation, comparisons."""

people = [("Ann", 30), ("Bob", 25), ("Cat", 30), ("Dan", 25), ("Eve", 41)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted(sorted(people), key=lambda p: p[1]))
print(sorted("banana"), sorted({"b": 1, "a": 2}), sorted((3, 1, 2), reverse=True), sorted({5, 3}), sorted(range(5, 0, -1)), sorted([]), sorted([True, 0, 2, False]))
words = "The quick Brown fox jumps over the lazy Dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: w[::-1]))
print(sorted([3, 1.5, 2, 10**20, -1e300, True]), sorted(["é", "e", "z", "日", "Z"]), sorted([b"b", b"a"]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]))
items = [5, 2, 9]
print(items.sort(), items, items.sort(reverse=True), items, items.sort(key=lambda x: x % 5), items)
for bad in (lambda: sorted([1, "a"]), lambda: sorted([1, None]), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j]), lambda: [1].sort(lambda x: x), lambda: sorted([1], key=5), lambda: [3, 1].sort(key=lambda x: x / 0), lambda: sorted([1, 2], cmp=1), lambda: sorted([(1, {}), (1, {})]), lambda: sorted([[1], (1,)])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
partial = [4, 3, "x", 1]
try:
    partial.sort()
except TypeError:
    print(sorted(map(str, partial)), len(partial))
victim = [3, 1, 2]
try:
    victim.sort(key=lambda x: victim.append(x) or x)
except ValueError as error:
    print(error, victim)
seen = []
victim = [3, 1, 2]
victim.sort(key=lambda x: seen.append(len(victim)) or -x)
print(seen, victim)


class Card:
    comparisons = 0

    def __init__(self, rank, suit):
        self.rank = rank
        self.suit = suit

    def __lt__(self, other):
        Card.comparisons += 1
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.suit}"


cards = [Card(n * 7 % 10, "shdc"[n % 4]) for n in range(12)]
print(cards, sorted(cards), sorted(cards, reverse=True), min(cards), max(cards, key=lambda c: c.suit))
Card.comparisons = 0
sorted([Card(n, "s") for n in range(100)])
print("comparisons on sorted input:", Card.comparisons)
Card.comparisons = 0
sorted([Card(-n, "s") for n in range(100)])
print("comparisons on reversed input:", Card.comparisons)
Card.comparisons = 0
seed = 7
random = []
for _ in range(200):
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    random.append(Card(seed >> 10, "s"))
ordered = sorted(random)
print("few comparisons on random input:", 1100 < Card.comparisons < 1400, all(a.rank <= b.rank for a, b in zip(ordered, ordered[1:])))
numbers = []
for _ in range(500):
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    numbers.append(seed >> 12)
print(sorted(numbers) == sorted(sorted(numbers, reverse=True)), sorted(numbers)[:3], sorted(numbers, key=lambda n: n % 100)[:5])
pairs = [(n % 7, i) for i, n in enumerate(numbers)]
by_first = sorted(pairs, key=lambda p: p[0])
print(all(a[0] < b[0] or a[1] < b[1] for a, b in zip(by_first, by_first[1:])))
backwards = sorted(pairs, key=lambda p: p[0], reverse=True)
print(all(a[0] > b[0] or a[1] < b[1] for a, b in zip(backwards, backwards[1:])))


class Reverse:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value


print(sorted("hello", key=Reverse), sorted([(2, "b"), (1, "b"), (3, "a")], key=lambda p: (p[1], Reverse(p[0]))))


def compare_key(compare):
    class Key:
        def __init__(self, item):
            self.item = item

        def __lt__(self, other):
            return compare(self.item, other.item) < 0

    return Key


print(sorted([5, 11, 100, 2], key=compare_key(lambda a, b: (str(a) > str(b)) - (str(a) < str(b)))))


class Raises:
    def __lt__(self, other):
        raise ArithmeticError("no order")


broken = [Raises(), Raises()]
try:
    broken.sort()
except ArithmeticError as error:
    print(error, len(broken))


def natural(text):
    parts, digits = [], ""
    for char in text + " ":
        if char.isdigit():
            digits += char
            continue
        if digits:
            parts.append((0, int(digits), ""))
            digits = ""
        parts.append((1, 0, char))
    return parts


print(sorted(["file10", "file9", "file1", "file", "f2x", "f10x"], key=natural))
table = {"x": 3, "y": 1, "z": 2}
print(sorted(table, key=table.get), sorted(table.items(), key=lambda kv: kv[1]), dict(sorted(table.items(), key=lambda kv: -kv[1])))
nan = float("nan")
print(sorted([2, 1, 3], key=lambda x: 0), [x == x for x in sorted([nan])], max([1, 2, 3], key=lambda x: -x), sorted(["b", "B", "a", "A"], key=lambda c: (c.lower(), c.islower())))
