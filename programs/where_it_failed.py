"""Fifty ways to fail, often enough to be specialized: every frame, instruction and line of each traceback."""
import sys


def chain(e):
    tb = e.__traceback__
    out = []
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lasti, tb.tb_lineno, tb.tb_frame.f_lasti, tb.tb_frame.f_lineno))
        tb = tb.tb_next
    return out


def t(f, *a):
    try:
        f(*a)
    except BaseException as e:
        print(f.__name__, type(e).__name__, chain(e))


def boom(*a, **k):
    raise ValueError


class C:

    def __init__(self, x):
        boom(x)

    def m(self, a):
        boom(a)

    def __add__(self, o):
        boom()

    def __getitem__(self, i):
        boom()

    def __setitem__(self, i, v):
        boom()

    def __getattr__(self, n):
        boom()

    def __eq__(self, o):
        boom()

    def __bool__(self):
        boom()

    def __iter__(self):
        boom()

    def __enter__(self):
        boom()

    def __exit__(self, *a):
        pass

    def __contains__(self, x):
        boom()

    def __call__(self, x):
        boom()

    def __neg__(self):
        boom()

    def __del__(self):
        pass


c = object.__new__(C)


def f1():
    return boom(1)


def f2():
    return boom(1, k=2)


def f3():
    return boom(*[1], **{'k': 2})


def f4():
    return C(3)


def f5():
    return c.m(3)


def f6():
    m = c.m
    return m(3)


def f7():
    return c + 1


def f8():
    return c[1]


def f9():
    c[1] = 2


def f10():
    return c.zzz


def f11():
    return c == 1


def f12():
    if c:
        pass


def f13():
    for i in c:
        pass


def f14():
    with c:
        pass


def f15():
    return 1 in c


def f16():
    return c(1)


def f17():
    return -c


def f18():
    return len(5)


def f19():
    return 1 .x


def f20():
    a, b = 5


def f21():
    return undefined_name


def f22():
    return x
    x = 1


def f23():
    try:
        boom()
    finally:
        y = 1


def f24():
    try:
        boom()
    except KeyError:
        pass


def f25():
    try:
        boom()
    except ValueError:
        1 / 0


def f26():
    try:
        boom()
    except ValueError as e:
        raise


def f27():

    def g():
        yield 1
        boom()
    list(g())


def f28():

    def g():
        yield 1
        boom()
    for i in g():
        pass


def f29():

    def g():
        yield 1
        boom()

    def h():
        yield from g()
    for i in h():
        pass


def f30():
    with open_ctx() as x:
        boom()


class Ctx:

    def __enter__(self):
        return self

    def __exit__(self, *a):
        return False


open_ctx = Ctx


def f31():
    return [boom(i) for i in range(3)]


def f32():
    return {**5}


def f33():
    return boom(**5)


def f34():
    return f'{c:z}'


def f35():
    assert 1 == 2, boom()


def f36():
    raise c


def f37():
    raise ValueError from c


def f38():
    del zz


def f39():
    c.x.y


def f40():
    return sorted([1], key=boom)


def f41():
    while True:
        try:
            boom()
        except ValueError:
            try:
                boom()
            finally:
                z = 1


def f42():

    async def a():
        boom()

    async def b():
        await a()
    b().send(None)


def f43():

    def g():
        try:
            yield
        except KeyError:
            pass
    i = g()
    next(i)
    i.throw(ValueError)


def f46():
    match c:
        case {'a': 1}:
            pass
        case C(a=1):
            pass


def f47():
    import nonexistent_mod


def f48():
    from sys import nonexist


def f49():
    return map(boom, [1]).__next__()


def f50():

    class K(metaclass=boom):
        pass


def f51():
    return max([c, c], key=lambda q: boom())


for i in range(1, 52):
    for n in range(3):
        if f'f{i}' in globals():
            t(globals()[f'f{i}'])
for n in range(30):
    t(f7)
    t(f8)
    t(f5)
    t(f1)
    t(f4)
    t(f18)


def cur():
    f = sys._getframe(1)
    return (f.f_lasti, f.f_lineno)


def g1():
    return cur()


def g2():
    x = cur()
    y = cur()
    return (x, y)


def gg():
    yield cur()
    yield cur()


for i in range(12):
    print(g1(), g2(), list(gg()), [cur() for _ in range(2)])
g = gg()
print(g.gi_frame.f_lasti)
next(g)
print(g.gi_frame.f_lasti, g.gi_frame.f_lineno)
