"""Every kind of parameter and argument, and every TypeError of binding them."""


def positional(a, b, c=3):
    return a, b, c


def everything(a, b=2, /, c=3, *rest, d, e=5, **others):
    return a, b, c, rest, d, e, others


def only_keywords(*, x, y=0):
    return x, y


def only_positional(x, /, y=1):
    return x, y


def gather(*args, **kwargs):
    return args, kwargs


print(positional(1, 2), positional(1, c=9, b=8), positional(*[1, 2], **{"c": 4}))
print(everything(1, d=4), everything(1, 2, 3, 4, 5, d=6, e=7, f=8, a=9))
print(only_keywords(y=1, x=2), only_positional(1, y=3))
print(gather(), gather(1, *"ab", 2, *[3], x=1, **{"y": 2}, **{"z": 3}))
print(gather(**{"with space": 1, "": 2}))


class Methods:
    def method(self, a, b=2):
        return a, b

    @staticmethod
    def static(a):
        return a

    @classmethod
    def make(cls, a):
        return cls.__name__, a


m = Methods()
calls = [
    lambda: positional(),
    lambda: positional(1),
    lambda: positional(1, 2, 3, 4),
    lambda: positional(1, 2, 3, 4, 5),
    lambda: positional(1, a=1),
    lambda: positional(1, 2, z=1),
    lambda: positional(1, 2, **{"a": 5}),
    lambda: positional(**{1: 2}),
    lambda: positional(*5),
    lambda: positional(**5),
    lambda: positional(1, *(2,), b=3),
    lambda: gather(x=1, **{"x": 2}),
    lambda: everything(),
    lambda: everything(1),
    lambda: everything(a=1, d=2),
    lambda: everything(1, 2, d=1, b=3),
    lambda: only_keywords(),
    lambda: only_keywords(1),
    lambda: only_keywords(1, x=2),
    lambda: only_keywords(y=2),
    lambda: only_keywords(x=1, z=2),
    lambda: only_positional(x=1),
    lambda: only_positional(),
    lambda: only_positional(1, 2, 3),
    lambda: (lambda a, b: 0)(1),
    lambda: (lambda: 0)(1),
    lambda: (lambda *, k: 0)(),
    lambda: (lambda *, j, k, l: 0)(),
    lambda: (lambda a, b, c, d: 0)(),
    lambda: m.method(),
    lambda: m.method(1, 2, 3),
    lambda: Methods.method(),
    lambda: m.static(),
    lambda: Methods.make(),
    lambda: Methods(1),
    lambda: len(),
    lambda: len(1, 2),
    lambda: len(x=1),
    lambda: print(1, endd=2),
    lambda: int(1, 2, 3),
    lambda: "a".upper(1),
    lambda: "a".split(1),
    lambda: [].append(),
    lambda: [].append(1, 2),
    lambda: {}.get(),
    lambda: sorted(),
    lambda: sorted([1], lambda x: x),
    lambda: isinstance(1),
    lambda: range(),
    lambda: 5(),
    lambda: None(1),
    lambda: "text"(),
    lambda: m(),
]
for number, call in enumerate(calls):
    try:
        print(number, call())
    except TypeError as error:
        print(number, error)


def mutable(item, box=[]):
    box.append(item)
    return box


print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)
print(everything.__kwdefaults__, everything.__defaults__, everything.__code__.co_varnames)
positional.__defaults__ = (20, 30)
print(positional(1))
positional.__defaults__ = None
try:
    positional(1)
except TypeError as error:
    print(error)
only_keywords.__kwdefaults__ = {"x": "dx"}
try:
    print(only_keywords(y=2))
    only_keywords()
except TypeError as error:
    print(error)


def order(label):
    print(label, end=" ")
    return label


def target(*args, **kwargs):
    return len(args) + len(kwargs)


print(order("f") and target(order(1), *[order(2)], order(3), k=order(4), **{"m": order(5)}))


def annotated(a: int, *b: str, c: "later" = 1, **d: dict) -> bool:
    return True


print(annotated.__annotations__)
