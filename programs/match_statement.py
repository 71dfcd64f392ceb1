"""The match statement: every kind of pattern of PEP 634, guards, captures and failures."""


def literal(x):
    match x:
        case 0:
            return "zero"
        case -1 | 1:
            return "unit"
        case 2.5:
            return "float"
        case 3 + 4j:
            return "complex"
        case "text":
            return "str"
        case b"text":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true (after 1)"
        case False:
            return "false (after 0)"
        case _:
            return "other"


print([literal(x) for x in (0, 1, -1, 2.5, 3 + 4j, "text", b"text", None, True, False, 0.0, [], "TEXT")])


def sequence(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [1, *rest]:
            return f"starts with 1, then {rest}"
        case (a, b):
            return f"pair {a} {b}"
        case [a, [b, [c, *_]], *tail]:
            return f"nested {a} {b} {c} {tail}"
        case [*start, "end"]:
            return f"ends, after {start}"
        case [first, *middle, last]:
            return f"{first} {middle} {last}"
    return "not a sequence"


for x in ([], (), [7], [1], [1, 2, 3], (4, 5), [1.0, 2], [4, [5, [6, 7]], 8, 9], ["a", "b", "end"], range(5), "ab", b"ab", bytearray(b"a"), {1, 2}, {"a": 1}, iter([1]), 3):
    print(type(x).__name__, sequence(x))


def mapping(x):
    match x:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "line", "from": (x1, y1), "to": (x2, y2)}:
            return f"line {x1},{y1} {x2},{y2}"
        case {"type": str(name), **rest}:
            return f"{name} with {rest}"
        case {1: one, None: none}:
            return f"{one} {none}"
        case {}:
            return "some mapping"


for x in ({"type": "circle", "r": 3, "colour": "red"}, {"type": "line", "from": [0, 1], "to": (2, 3)}, {"type": "line", "from": 5}, {"type": 5}, {1: "a", None: "b"}, {}, [], None):
    print(mapping(x))


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y, label=None):
        self.x = x
        self.y = y
        self.label = label


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def shape(x):
    match x:
        case Point(0, 0):
            return "origin"
        case Point3(x, y, z):
            return f"3d {x} {y} {z}"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on an axis at {y}"
        case Point(x, y, label="hit") as p:
            return f"labelled {x} {y} {p.label}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case int(n) | float(n):
            return f"number {n}"
        case str():
            return "text"
        case [Point(x=a), Point(x=b)]:
            return f"two points {a} {b}"
        case bool() | None:
            return "none (bool is int)"


for x in (Point(0, 0), Point(0, 5), Point(6, 0), Point(1, 2, "hit"), Point(3, 3), Point(3, 4), Point3(1, 2, 3), 5, 2.5, True, "s", [Point(1, 1), Point(2, 2)], None, {}):
    print(shape(x))


class Colour:
    RED = 1
    GREEN = "green"


def value(x, wanted=3):
    match x:
        case Colour.RED:
            return "red"
        case Colour.GREEN:
            return "green"
        case wanted:
            return f"anything, captured as {wanted}"


print(value(1), value("green"), value(9))


def guards(n):
    match n:
        case int() if n < 0:
            return "negative"
        case int() if n % 2 == 0:
            return "even"
        case int():
            return "odd"
        case (a, b) | [a, b, _] if a == b:
            return f"equal {a}"
        case {"n": (1 | 2 | 3) as small}:
            return f"small {small}"
        case [[x] | x]:
            return f"unwrapped {x}"


print([guards(n) for n in (-4, 4, 5, (2, 2), (2, 3), [4, 4, 9], {"n": 2}, {"n": 5}, [[6]], [7])])


def bound_after(x):
    match x:
        case [a, b, 0]:
            pass
        case [a, *_]:
            pass
    return a


print(bound_after([1, 2, 0]), bound_after([3]))
try:
    bound_after(5)
except UnboundLocalError as error:
    print(error)

class Two:
    __match_args__ = ("a",)
    a = 1


class NotTuple:
    __match_args__ = ["a"]
    a = 1


class NotStr:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("a", "a")
    a = 1


def attempt(function):
    try:
        return function()
    except TypeError as error:
        return f"TypeError: {error}"


def two():
    match Two():
        case Two(1, 2):
            return "matched"


def not_tuple():
    match NotTuple():
        case NotTuple(1):
            return "matched"


def not_str():
    match NotStr():
        case NotStr(1):
            return "matched"


def twice():
    match Twice():
        case Twice(1, 1):
            return "matched"


def keyword_twice():
    match Two():
        case Two(1, a=1):
            return "matched"


def not_class():
    kind = len
    match 5:
        case kind():
            return "matched"


def int_two():
    match 5:
        case int(1, 2):
            return "matched"


for function in (two, not_tuple, not_str, twice, keyword_twice, not_class, int_two):
    print(function.__name__, attempt(function))


def evaluate(tree):
    match tree:
        case int() | float():
            return tree
        case ("neg", x):
            return -evaluate(x)
        case ("+" | "*" as op, first, *others):
            result = evaluate(first)
            for other in others:
                result = result + evaluate(other) if op == "+" else result * evaluate(other)
            return result
        case ("if", test, yes, no):
            return evaluate(yes) if evaluate(test) else evaluate(no)
        case _:
            raise ValueError(f"cannot evaluate {tree!r}")


print(evaluate(("+", 1, ("*", 2, 3, 4), ("neg", 5))), evaluate(("if", 0, 1, ("+", 2, 2.5))))
try:
    evaluate(("?", 1))
except ValueError as error:
    print(error)
