"""How large objects are: dictionaries as they grow, lists, sets, and what lies before an object."""

import sys


def growth(keys):
    grown = {}
    size = sys.getsizeof(grown)
    sizes = [(0, size)]
    for key in keys:
        grown[key] = None
        if sys.getsizeof(grown) != size:
            size = sys.getsizeof(grown)
            sizes.append((len(grown), size))
    return sizes


print("numbers as keys:", growth(range(200)))
print("names as keys:", growth([str(number) for number in range(200)]))
print("one name:", sys.getsizeof({"a": 1}), "one number:", sys.getsizeof({1: "a"}))

items = []
sizes = []
for number in range(70):
    if not sizes or sys.getsizeof(items) != sizes[-1][1]:
        sizes.append((len(items), sys.getsizeof(items)))
    items.append(number)
print("a list:", sizes)

members = set()
sizes = []
for number in range(200):
    if not sizes or sys.getsizeof(members) != sizes[-1][1]:
        sizes.append((len(members), sys.getsizeof(members)))
    members.add(number)
print("a set:", sizes)


class Plain:
    pass


class Slots:
    __slots__ = ()


class SomeSlots:
    __slots__ = ("a", "b")


class Items(list):
    pass


class Number(int):
    pass


class Trouble(Exception):
    pass


def function():
    yield 1


# What is not the object's own size: what CPython lays before it.
for thing in (Plain(), Slots(), SomeSlots(), Items(), Number(), Trouble(), ValueError(), function, function(),
              object(), None, True, 1.5, 1j, "a", b"a", bytearray(b"a"), (), [], {}, set(), frozenset(),
              slice(1), range(3), iter([]), iter(()), iter({}), iter("a"), iter(b"a"), iter(range(3)), iter(set()),
              len, [].append, Plain.__init__, list.append, function.__code__, sys, property(),
              staticmethod(function), classmethod(function), enumerate([]), zip(), {}.keys(), NotImplemented, ...,
              Plain.__dict__, function.__get__(1)):
    print(type(thing).__name__, sys.getsizeof(thing) - thing.__sizeof__())
for kind in (Plain, int):
    print(kind.__name__, sys.getsizeof(kind) - type.__sizeof__(kind))


class Sized:
    def __init__(self, answer):
        self.answer = answer

    def __sizeof__(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


for answer in (10, True, -1, "a", 1.5, 2 ** 70, ValueError("no value"), TypeError("no type")):
    for default in ((), (5,)):
        try:
            print(repr(answer), sys.getsizeof(Sized(answer), *default))
        except Exception as error:
            print(repr(answer), repr(error))
for arguments, keywords in (((), {}), ((1, 2, 3), {}), ((), {"object": 1}), ((1,), {"default": 2}), ((1,), {"size": 2})):
    try:
        print(sys.getsizeof(*arguments, **keywords))
    except TypeError as error:
        print(error)
