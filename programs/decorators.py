"""Decorators: plain, with arguments, stacked, on methods and classes, as classes."""


def trace(function):
    depth = 0

    def wrapper(*args, **kwargs):
        nonlocal depth
        shown = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        print("  " * depth + f"{function.__name__}({shown})")
        depth += 1
        try:
            result = function(*args, **kwargs)
        finally:
            depth -= 1
        print("  " * depth + f"-> {result!r}")
        return result

    wrapper.__name__ = function.__name__
    wrapper.__wrapped__ = function
    return wrapper


def memoize(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache
    wrapper.__name__ = function.__name__
    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        return wrapper

    return decorate


def tag(name):
    return lambda function: lambda *args: f"<{name}>{function(*args)}</{name}>"


@trace
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


factorial(3)


@trace
def greet(name, greeting="Hello"):
    return f"{greeting}, {name}"


greet("Ann", greeting="Hi")
print(greet.__name__, greet.__wrapped__.__defaults__)


@memoize
def binomial(n, k):
    return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)


print(binomial(40, 20), len(binomial.cache))


@repeat(times=3)
def echo(word):
    return word.upper()


print(echo("ha"))


@tag("b")
@tag("i")
def text(s):
    return s


print(text("nested"))


class CountCalls:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)


@CountCalls
def square(x):
    return x * x


print([square(i) for i in range(5)], square.calls)

registry = {}


def register(cls):
    registry[cls.__name__.lower()] = cls
    return cls


@register
class Circle:
    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return round(3.14159 * self.r**2, 2)

    @staticmethod
    def sides():
        return 0

    @classmethod
    def unit(cls):
        return cls(1)


@register
class Square:
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side**2

    @area.setter
    def area(self, value):
        self.side = value**0.5


print(sorted(registry), registry["circle"](2).area, Circle.unit().area, Circle.sides())
s = Square(3)
s.area = 16
print(s.side, s.area)

handlers = [trace, memoize]


@handlers[1]
@(lambda f: f)
def plain(x):
    return -x


print(plain(4), plain.cache)
order = []


def note(label):
    order.append(f"evaluate {label}")

    def apply(f):
        order.append(f"apply {label}")
        return f

    return apply


@note("first")
@note("second")
def nothing():
    pass


print(order)
