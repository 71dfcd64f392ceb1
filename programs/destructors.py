"""Reference counts seen from outside: __del__ at once, order of release, resurrection, del and rebinding."""

log = []


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


def flush(title):
    print(f"{title}: {log}")
    log.clear()


x = Loud("rebound")
x = 1
flush("rebinding")
x = Loud("deleted")
y = x
del x
flush("one name left")
del y
flush("del")
Loud("temporary")
flush("expression statement")


def scope():
    a, b = Loud("first local"), Loud("second local")
    c = [a, b, Loud("in a list")]
    log.append("returning")


scope()
flush("leaving a function")
items = [Loud(n) for n in "abc"]
items.pop()
del items[0]
items[0] = None
flush("list")
table = {1: Loud("value"), 2: Loud("other")}
table[1] = "new"
table.pop(2)
flush("dict")
table = {"k": [Loud("deep")]}
table.clear()
flush("clear")
pair = (Loud("left"), Loud("right"))
pair = None
flush("tuple in order")
chain = None
for i in range(5):
    chain = (Loud(i), chain)
chain = None
flush("nested")


def generator():
    try:
        held = Loud("held by a generator")
        yield 1
    finally:
        log.append("generator closed")


g = generator()
next(g)
g = None
flush("generator")


def raises():
    kept = Loud("kept by the traceback")
    raise ValueError("x")


try:
    raises()
except ValueError as error:
    log.append("in the handler")
flush("exception")
try:
    raise ValueError(Loud("argument"))
except ValueError as error:
    saved = error
flush("saved")
del saved
flush("forgotten")


class Phoenix:
    alive = []

    def __del__(self):
        log.append("dying")
        if len(Phoenix.alive) < 2:
            Phoenix.alive.append(self)


p = Phoenix()
p = None
flush("resurrected")
Phoenix.alive.clear()
flush("second death is silent")


class Owner:
    def __init__(self, *things):
        self.things = things

    def __del__(self):
        log.append(f"owner of {len(self.things)}")


o = Owner(Loud("thing 1"), Loud("thing 2"))
o = None
flush("owner before its things")


def cell():
    captured = Loud("captured")

    def inner():
        return captured.name

    return inner


f = cell()
log.append(f())
f = None
flush("closure")
swap = Loud("swapped")
swap, other = None, swap
flush("swapping")
other = other.name
flush("attribute of the last reference")


class Context:
    def __enter__(self):
        return Loud("entered")

    def __exit__(self, *details):
        log.append("exit")


with Context() as value:
    log.append("body")
value = None
flush("with")
sorted([Loud("s2"), Loud("s1")], key=lambda item: item.name)
flush("sorted")
[Loud(i) for i in range(3)] and None
flush("list thrown away")
for item in (Loud("loop a"), Loud("loop b")):
    log.append("turn")
flush("loop variable keeps the last")
del item
flush("item")


def arguments(a, *rest, **named):
    log.append("called")


arguments(Loud("positional"), Loud("star"), k=Loud("keyword"))
flush("arguments")
deep = None
for _ in range(100_000):
    deep = [deep]
deep = None
print("a list nested 100,000 deep is gone")


class Link:
    def __init__(self, after):
        self.after = after


links = None
for _ in range(50_000):
    links = Link(links)
links = None
print("and so is a chain of 50,000 objects")
last = Loud("alive until the end")
Loud.__del__ = lambda self: print("at exit:", self.name)
