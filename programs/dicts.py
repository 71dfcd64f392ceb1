"""dict: order, views, methods, merging, mutation during iteration, key rules."""

d = {"one": 1, "two": 2, "three": 3}
print(d, len(d), d["one"], "two" in d, 2 in d, d.get("x"), d.get("x", 0))
d["four"] = 4
d["one"] = 11
del d["two"]
d["two"] = 22
print(d, list(d), list(reversed(d)))
print(d.keys(), d.values(), d.items())
keys = d.keys()
d["five"] = 5
print(keys, len(keys), "five" in keys, ("five", 5) in d.items(), 5 in d.values())
print(sorted(keys & {"one", "six"}), sorted(keys | {"six"}), sorted(keys - {"one"}), sorted(keys ^ {"one", "six"}))
print(keys == {"one", "two", "three", "four", "five"}, d.items() >= {("one", 11)}, keys.isdisjoint(["q"]), list(reversed(d.values())))
print(d.pop("five"), d.pop("nope", None), d.popitem(), d.setdefault("one", 0), d.setdefault("new", []), d)
d["new"].append(1)
d.update(three=33)
d.update({"four": 44}, extra=1)
d.update([("pair", 2), ["list", 3], "ab"])
print(d)
print(dict(a=1, b=2), dict([("x", 1)]), dict({"y": 2}, z=3), dict(), dict(zip("abc", range(3))), dict.fromkeys("ab", 0))
print({"a": 1} | {"b": 2, "a": 3}, {**{"a": 1}, **{"b": 2}}, {"a": 1} == {"a": 1.0}, {1: "a"} == {True: "a"})
e = {"k": 1}
e |= {"m": 2}
e |= [("n", 3)]
print(e, e.copy() == e, e.copy() is e)
mixed = {1: "int", 1.0: "float", True: "bool", "1": "str", (1, 2): "tuple", None: "none", frozenset({1}): "fs", b"1": "bytes", 1.5: "f", -1: "neg", -2: "neg2"}
print(mixed, mixed[1], mixed[(1, 2)], mixed[None], mixed[frozenset([1])])
attempts = [
    lambda: {}["missing"], lambda: {}[(1, 2)], lambda: {}[[]], lambda: {[]: 1}, lambda: {{}: 1}, lambda: {}.pop("x"), lambda: {}.popitem(),
    lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]), lambda: {} < {}, lambda: {} + {}, lambda: {} | [], lambda: {}.nope,
    lambda: {(1, []): 2}, lambda: hash({}), lambda: {}.update(1), lambda: {}.fromkeys(5), lambda: {1: 2}.keys() + [1], lambda: {}.keys()[0], lambda: del_missing(), lambda: {1, 2}[0],
]


def del_missing():
    x = {}
    del x["gone"]


for number, attempt in enumerate(attempts):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)

for change in (lambda x: x.update(z=1), lambda x: x.pop("a"), lambda x: x.clear()):
    victim = {"a": 1, "b": 2}
    try:
        for key in victim:
            change(victim)
    except RuntimeError as error:
        print(error)
victim = {"a": 1, "b": 2}
for key in victim:
    victim[key] = 0
for key in list(victim):
    del victim[key]
print(victim)


class Key:
    def __init__(self, name, code):
        self.name = name
        self.code = code

    def __hash__(self):
        return self.code

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"Key({self.name})"


clash = {Key("a", 1): 1, Key("b", 1): 2, Key("a", 1): 3}
print(clash, clash[Key("b", 1)], Key("c", 1) in clash, Key("a", 2) in clash)


class Default(dict):
    def __missing__(self, key):
        value = self[key] = len(self)
        return value


ids = Default()
print([ids[w] for w in "a b a c b d".split()], ids, ids.get("zz"), isinstance(ids, dict))
big = {}
for i in range(1000):
    big[i * 7919 % 1009] = i
for i in range(0, 1000, 3):
    big.pop(i, None)
for i in range(2000, 2100):
    big[i] = -i
print(len(big), sum(big), sum(big.values()), list(big)[:5], list(big)[-3:])
nested = {}
nested["self"] = nested
print(nested, len(nested))
inverted = {}
for word in "apple avocado banana blueberry cherry".split():
    inverted.setdefault(word[0], []).append(word)
print(inverted, max(inverted, key=lambda k: len(inverted[k])), {k: len(v) for k, v in inverted.items()})
print(sorted({"b": 1, "a": 2}.items()), sorted({"b": 1, "a": 2}, key={"b": 1, "a": 2}.get), min({3: 0, 1: 0}))
(first, value), *others = {"x": 1, "y": 2}.items()
print(first, value, others, {k: v for v, k in enumerate("abc")}, [*{"p": 1}], {**{}})
print({True: 1, 1: 2, 1.0: 3}, {0: "a", False: "b", -0.0: "c"}, {2**70: 1}[2**70])
