"""__getattr__, __getattribute__, __setattr__, __delattr__, descriptors, __call__, __iter__."""


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)


class Plain:
    kind = "plain"

    def method(self):
        return "called"


plain = Plain()
proxy = Proxy(plain)
proxy.x = 5
print(proxy.x, plain.x, proxy.kind, proxy.method())
del proxy.x
print(hasattr(proxy, "x"), getattr(proxy, "x", "default"), proxy._log, plain.__dict__)


class Watched:
    value = 1

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        found = object.__getattribute__(self, name)
        return found * 10 if isinstance(found, int) else found

    def __getattr__(self, name):
        return f"no {name}"


w = Watched()
w.other = 7
print(w.value, w.other, w.secret, w.missing, Watched.value)


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", name, "on", owner.__name__)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, 0)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        instance.__dict__.pop(self.name, None)


class Order:
    quantity = Positive()
    price = Positive()

    @property
    def total(self):
        return self.quantity * self.price


order = Order()
order.quantity, order.price = 3, 10
print(order.total, order.__dict__, type(Order.price).__name__)
try:
    order.price = -1
except ValueError as error:
    print(error)
del order.price
print(order.total)
order.__dict__["quantity"] = "shadow"
print(order.quantity)


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        if instance is None:
            return "on the class"
        print("computing")
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @Lazy
    def area(self):
        return 3 * self.r**2


c = Circle(2)
print(c.area, c.area, Circle.area, c.__dict__)


class Method:
    def __get__(self, instance, owner):
        return lambda *args: (type(instance).__name__, owner.__name__, args)


class Holder:
    m = Method()
    f = len
    g = lambda self, x: x + 1
    h = staticmethod(lambda x: x * 2)
    k = classmethod(lambda cls, x: (cls.__name__, x))


h = Holder()
print(h.m(1), Holder.m(2), h.f("abc"), h.g(1), Holder.g(None, 2), h.h(4), h.k(5), Holder.k(6))


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3), 9 in Countdown(3), [*map(str, Countdown(2))], dict(zip("ab", Countdown(5))))
a, b, *rest = Countdown(5)
print(a, b, rest, max(Countdown(3)), sorted(Countdown(3)), tuple(enumerate(Countdown(2))))


class OldSequence:
    def __getitem__(self, index):
        if index >= 4:
            raise IndexError(index)
        return index * index


print(list(OldSequence()), 9 in OldSequence(), 5 in OldSequence(), [x for x in OldSequence() if x], list(zip(OldSequence(), "ab")))
for bad in (lambda: iter(Plain()), lambda: next(5), lambda: next([]), lambda: 1 in Plain(), lambda: list(type("T", (), {"__iter__": lambda s: 5})()), lambda: iter(len), lambda: plain(), lambda: plain[0], lambda: len(plain), lambda: reversed(plain), lambda: Order.total.fget(5), lambda: (x for x in plain)):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
