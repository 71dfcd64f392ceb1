"""Classes that change while something looks at them: finalizers, comparisons, annotations."""
import sys


class Watched:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("gone:", self.name, "| now:", Holder().__doc__, getattr(Holder(), "value", None), Holder.__module__)


class Holder:
    __doc__ = Watched("doc")
    value = Watched("value")


for turn in range(3):
    Holder().__doc__, Holder().value, Holder.value, Holder.__doc__
Holder.__doc__ = "plain"
Holder.value = 5
Holder().value, Holder.value
del Holder.value
print(hasattr(Holder, "value"))
Holder.__module__ = Watched("module")
Holder().__module__, Holder.__module__
Holder.__module__ = "elsewhere"
Holder.__annotations__ = Watched("annotations")
Holder().__annotations__
Holder.__annotations__ = {}
print(Holder.__annotations__, Holder().__annotations__)
del Holder.__annotations__
print("__annotations__" in vars(Holder))


class Nosy:
    def __eq__(self, other):
        self.seen = other
        return True

    __hash__ = None

    def __ror__(self, other):
        self.seen = other
        return "merged"


class Plain:
    attribute = 1


nosy = Nosy()
print(Plain.__dict__ == nosy, nosy.seen["attribute"], Plain.__dict__ | nosy, nosy.seen["attribute"])
print(Plain.__dict__ == dict(Plain.__dict__), Plain.__dict__ == Plain.__dict__, Plain.__dict__ != {}, (Plain.__dict__ | {"more": 2})["more"])
try:
    Plain.__dict__ < {}
except TypeError as error:
    print(error)


class Method:
    def run(self):
        return "old"


class Under(Method):
    pass


def call(thing):
    return thing.run()


under = Under()
print([call(under) for _ in range(3)])
Method.run = lambda self: "new"
print([call(under) for _ in range(3)])
Under.run = lambda self: "own"
print([call(under) for _ in range(3)])
del Under.run
print([call(under) for _ in range(3)])


class Keyed:
    def __init__(self, *parts):
        self.parts = parts

    def __hash__(self):
        return hash(self.parts)

    def __eq__(self, other):
        return self.parts == (other.parts if isinstance(other, Keyed) else other)


parts = [(i, str(i)) for i in range(200)]
print(all(hash(Keyed(*pair)) == hash(pair) == pair.__hash__() for pair in parts))
print(len({Keyed(*pair) for pair in parts} | set(parts)), sum(hash(Keyed(*pair)) for pair in parts))
print([pair.parts[0] for pair in {Keyed(*pair) for pair in parts[:40]}])
print(hash(type("Big", (), {"__hash__": lambda self: 2**64 + 5})()), hash(type("Minus", (), {"__hash__": lambda self: -1})()))
print(len(range(-sys.maxsize, sys.maxsize, 2)), range(2**62, 2**63 - 1).__len__())


class Liar:
    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        return sys.maxsize


items = [1, 2]
items.extend(Liar())
print(items)
try:
    print >> sys.stdin
except TypeError as error:
    print(str(error).split(". ")[1])
