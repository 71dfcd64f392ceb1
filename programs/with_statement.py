"""The with statement: order, suppression, several managers, errors in enter and exit."""


class Manager:
    def __init__(self, name, suppress=False, fail_enter=False, fail_exit=False):
        self.name = name
        self.suppress = suppress
        self.fail_enter = fail_enter
        self.fail_exit = fail_exit

    def __enter__(self):
        print("enter", self.name)
        if self.fail_enter:
            raise RuntimeError(f"cannot enter {self.name}")
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.fail_exit:
            raise RuntimeError(f"cannot exit {self.name}")
        return self.suppress


with Manager("a") as name:
    print("body", name)

with Manager("a") as x, Manager("b") as y, Manager("c"):
    print(x, y)

with Manager("quiet", suppress=True):
    raise ValueError("hidden")
print("went on")

try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("seen")
except KeyError as error:
    print("caught", error)

with Manager("outer", suppress=True), Manager("inner"):
    1 / 0

try:
    with Manager("first"), Manager("second", fail_enter=True):
        print("never")
except RuntimeError as error:
    print("caught", error)

try:
    with Manager("bad", fail_exit=True):
        raise ValueError("original")
except RuntimeError as error:
    print("caught", error, "while", repr(error.__context__))


def early():
    for i in range(3):
        with Manager(f"loop{i}"):
            if i == 0:
                continue
            if i == 1:
                return "returned"


print(early())

while True:
    with Manager("breaking"):
        break


class Pair:
    def __enter__(self):
        return 1, (2, 3)

    def __exit__(self, *details):
        return None


with Pair() as (a, (b, c)):
    print(a, b, c)
box = {}
with Pair() as box["value"]:
    print(box)


class Replacing:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is ValueError:
            raise TypeError("replaced") from value


try:
    with Replacing():
        raise ValueError("cause")
except TypeError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)


class NoExit:
    def __enter__(self):
        return self


class NoEnter:
    def __exit__(self, *details):
        pass


for kind in (NoExit, NoEnter, int):
    try:
        with kind():
            print("never")
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


def gen():
    with Manager("in generator"):
        yield 1
        yield 2


g = gen()
print(next(g))
g.close()
print([*gen()])


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.data.clear()
            self.data.update(self.saved)
        return kind is not None and issubclass(kind, ArithmeticError)


data = {"x": 1}
with Transaction(data) as d:
    d["x"] = 2
with Transaction(data) as d:
    d["x"] = 3
    d["y"] = 1 // 0
print(data)
with (
    Manager("p") as p,
    Manager("q") as q,
):
    print(p + q)
