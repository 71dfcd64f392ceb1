"""In which order objects end: locals, arguments and operands of a function that returns, raises or never goes on."""


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def g(p, q):
    z = D("z")
    a = D("a")


def left_behind(p):
    x = D("x")
    [D("stack1"), D("stack2"), 1 / 0]


def gen(p, q):
    a = D("a")
    yield 1
    b = D("b")


def stars(p, *rest, k, **more):
    b = D("b")


def stars_raise(p, *rest, k, **more):
    b = D("b")
    [D("stack1"), D("stack2"), 1 / 0]


def defaults(p, q=None, *, k=None):
    b = D("b")


def shared(p):
    x = p
    t = D("t")


def shared_local(p):
    x = D("x")
    y = D("y")
    x2 = x


def cells(p):
    c = D("c")
    d = D("d")

    def inner():
        return c, d
    return None


class C:
    def m(self, x, y):
        t = D("t")

    def __init__(self, x=None, y=None):
        t = D("t of init")


print("returns")
g(D("p"), D("q"))
print("raises")
try:
    left_behind(D("p"))
except ZeroDivisionError:
    print("caught")
print("yields")
for _ in gen(D("p"), D("q")):
    pass
print("closed")
started = gen(D("p"), D("q"))
next(started)
started.close()
print("thrown into")
started = gen(D("p"), D("q"))
next(started)
try:
    started.throw(KeyError)
except KeyError:
    print("caught")
del started
print("collects")
stars(D("p"), D("r1"), D("r2"), k=D("k"), m=D("m"))
try:
    stars_raise(D("p"), D("r1"), D("r2"), k=D("k"), m=D("m"))
except ZeroDivisionError:
    print("caught")
print("defaults")
defaults(D("p"))
defaults(D("p"), D("q"))
defaults(D("p"), q=D("q"), k=D("k"))
print("shared")
shared(D("p"))
shared_local(D("p"))
print("cells")
cells(D("p"))
print("methods")
C().m(D("x"), D("y"))
C(D("x"), D("y"))
print("lambda")
(lambda a, b: None)(D("a"), D("b"))
(lambda a, b: 1)(D("a"), b=D("b"))
print("end")
