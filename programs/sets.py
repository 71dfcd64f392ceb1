"""set and frozenset: operations, comparisons, methods, and the order in which they print."""

print({3, 1, 2}, {10, 5, 7, 1}, {100, 33, 17, 8, 1}, set(range(20, 0, -3)), {-1, -2, -3, 0})
print({"banana", "apple", "cherry"}, {"a", "b", "c", "d", "e"}, set("hello world"), set("mississippi"))
print(set(), frozenset(), frozenset({2, 1}), {1: 2} and {()}, {False, True, 2}, {1, 1.0, True}, {(1, 2), (3,)}, {0.5, 1.5, 2})
print(set(range(0, 100, 9)), {2**40, 2**41, 5}, {"x" * n for n in range(6)}, {b"ab", b"c"}, {"", "é", "日本"})
words = set("the quick brown fox jumps over the lazy dog and runs far away from here".split())
print(words, len(words))
words.discard("the")
words.remove("fox")
words.add("cat")
words.update(["hen", "pig"], {"cow"})
print(words)
order = []
s = set()
for i in range(40):
    s.add(i * 37 % 101)
for i in range(0, 101, 3):
    s.discard(i)
print(s, len(s))
while s:
    order.append(s.pop())
print(order)

a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b)
print(a.union(b, [9]), a.intersection([1, 2], (2, 3)), a.difference([1], [2]), a.symmetric_difference([1, 99]), a.union(), a.difference())
print(a <= b, a < a, a <= a, {1} < a, a > {1, 2}, a >= {7}, a == {4, 3, 2, 1}, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint({7}))
print(a == frozenset(a), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "k"}[frozenset({1})], type(a | frozenset(b)).__name__, type(frozenset(b) | a).__name__)
c = a.copy()
c &= {1, 2, 7}
c |= {8}
c -= {1}
c ^= {2, 3}
print(c, a)
c.intersection_update([3, 8])
c.difference_update([8])
c.symmetric_difference_update([4])
print(c, 3 in c, 5 not in c, {1} in [{1}], {1} in {frozenset({1})})
c.clear()
print(c, bool(c), len(c), list(c))

attempts = [
    lambda: {[]}, lambda: {{}}, lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [1], lambda: {1} + {2}, lambda: {1} < [1], lambda: set(5), lambda: hash(set()),
    lambda: frozenset([1]).add(2), lambda: {1}[0], lambda: {1} & 5, lambda: {1}.update(5), lambda: {(1, [])}, lambda: set([[1]]), lambda: [] in {1}, lambda: {1}.union(1), lambda: set(1, 2), lambda: {1}.nope,
]
for number, attempt in enumerate(attempts):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)
try:
    for item in a:
        a.add(item + 10)
except RuntimeError as error:
    print(error)


class Name:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __repr__(self):
        return self.text


print(len({Name("Ann"), Name("ANN"), Name("Bob")}), Name("bob") in {Name("BOB")})


class NoHash:
    def __eq__(self, other):
        return True


try:
    {NoHash()}
except TypeError as error:
    print(error)
print(sorted({3, 1, 2}), max({3, 1}), sum({1, 2, 3}), tuple({5}), [*{1, 2}], {*[1], *"a"} == {1, "a"}, any({0}), all(set()))
print(sorted(set("abracadabra") - set("alacazam")), sorted(x for x in set("abracadabra") if x not in "abc"))
seen, repeated = set(), []
for n in [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]:
    if n in seen:
        repeated.append(n)
    seen.add(n)
print(seen, repeated)
primes = set(range(2, 50))
for p in range(2, 8):
    primes -= set(range(p * p, 50, p))
print(primes, len(primes))
print(frozenset("xyz"), frozenset(["only"]), {frozenset(), frozenset([1])} == {frozenset([1]), frozenset()})
power = {frozenset()}
for item in (1, 2, 3):
    power |= {s | {item} for s in power}
print(sorted(sorted(s) for s in power))
big = {n * n % 1009 for n in range(1009)}
print(len(big), sum(big), list(big)[:10])
print(repr({"s"}), str(frozenset({1, "a"}) - {"a"}), f"{ {1} }", "%s" % {2})
