"""Comparisons whose methods are written in Python: what is asked, in which order, how deep."""


class Chain:
    """Equal if what follows is equal; less than nothing, but greater than everything."""

    __hash__ = None

    def __init__(self, rest):
        self.rest = rest

    def __eq__(self, other):
        return self.rest == other.rest

    def __lt__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return "greater"


def chain(length):
    links = None
    for _ in range(length):
        links = Chain(links)
    return links


def compared(length):
    try:
        return chain(length) == chain(length)
    except RecursionError as error:
        return str(error)


def less(a, b):
    return a < b


print("deep", [compared(length) for length in (1, 300, 480)])
print("too deep", [compared(length) for length in range(485, 505)], compared(2000))
print("and no deeper than before", compared(480))
print("reflected", [less(Chain(1), Chain(2)) for _ in range(20)][-1])


class Unwilling:
    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented


class Derived(Unwilling):
    def __eq__(self, other):
        return "derived"


class Failing:
    def __eq__(self, other):
        raise ValueError("not today")


class Yielding:
    def __eq__(self, other):
        yield 1


u = Unwilling()
print("identity", u == u, u != u, u == Unwilling(), u == 1, 1 == u, u != 1)
print("derived first", Unwilling() == Derived(), Derived() == Unwilling())
for compare in (lambda: u < u, lambda: u < 1, lambda: 1 < u, lambda: Failing() == 1):
    try:
        print(compare())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("generator", type(Yielding() == 1).__name__, next(Yielding() == 1))


def in_conditions(items):
    found = 0
    for item in items:
        if item == u:
            found += 1
        while item < 3:
            item += 1
        if not item != 3:
            found += 10
    return found


class Three(int):
    def __eq__(self, other):
        return isinstance(other, Unwilling)

    def __ne__(self, other):
        return other != 3 and None

    __hash__ = int.__hash__


print("conditions", in_conditions([1, 2, Three(3), 3, Three(4)] * 10))
