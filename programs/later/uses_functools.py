"""functools: wraps, lru_cache, partial, reduce, cmp_to_key, total_ordering, singledispatch, cached_property."""

import functools
import operator


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@functools.lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__name__)


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        """Not this."""
        return function(*args)

    return wrapper


@logged
def documented(a, b=2):
    """The real docstring."""
    return a + b


print(documented.__name__, documented.__doc__, documented.__wrapped__(1), documented(5))
add5 = functools.partial(operator.add, 5)
base2 = functools.partial(int, base=2)
print(add5(3), base2("1010"), base2.keywords, add5.args, functools.partial(add5)(1), functools.reduce(operator.mul, range(1, 8)), functools.reduce(lambda a, b: a + b, [], "start"))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted(["b", "A", "a"], key=str.casefold))


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


print(Version("1.2") >= Version("1.1"), Version("1.0") <= Version("1"), max(Version("3.10"), Version("3.9")), sorted(map(Version, ["3.11", "3.2", "2.7"])))


@functools.singledispatch
def describe(value):
    return f"something: {value!r}"


@describe.register
def _(value: int):
    return f"int {value}"


@describe.register(list)
def _(value):
    return f"list of {len(value)}"


print(describe(5), describe([1, 2]), describe("x"), describe(True), describe.dispatch(bool).__name__)


class Data:
    def __init__(self, items):
        self.items = items

    @functools.cached_property
    def total(self):
        print("summing")
        return sum(self.items)


d = Data([1, 2, 3])
print(d.total, d.total, vars(d))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)
try:
    fib([])
except TypeError as error:
    print(error)
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("items")(d), operator.methodcaller("upper")("x"), operator.truth([]), operator.index(5))
