"""property, classmethod and staticmethod: what they do, what they copy, what they say."""

number = 0


def show(test):
    """Runs a test and prints its result, or the exception that it ends in."""
    global number
    number += 1
    try:
        print(number, repr(test()))
    except Exception as error:
        print(number, type(error).__name__, "|", error, "|", repr(error.__cause__))



@show
def _():
    class A:
        x = property()
    A().x


@show
def _():
    class A:
        x = property()
    A().x = 1


@show
def _():
    class A:
        x = property()
    del A().x


@show
def _():
    p = property()
    p.__get__(5)


@show
def _():
    p = property()
    p.__set__(5, 5)


@show
def _():
    p = property()
    p.__delete__(5)


@show
def _():
    p = property(lambda s: s)
    return p.__get__(5), p.__get__(None, int) is p, p.__doc__


@show
def _(): return property(1, 2, 3, 4).__doc__, property(doc=5).__doc__


@show
def _(): return property(1, 2, 3, 4, 5)


@show
def _(): return property(x=1)


@show
def _():
    p = property(1); p.__get__(2)


@show
def _():
    p = property(); p.fget = 1


@show
def _():
    p = property(); del p.fget


@show
def _():
    p = property(); p.__doc__ = 'z'; print(p.__doc__); p.__doc__ = None; print(p.__doc__); p.x = 1


@show
def _():
    p = property(); del p.__doc__; return p.__doc__


@show
def _():
    class P(property): pass
    def g(self): "gd"
    p = P(g); print(p.__doc__, p.__dict__); p.q = 1
    p2 = p.setter(lambda s, v: None); print(p2.__doc__, type(p2).__name__, p2.__dict__)
    p3 = P(g, doc='own'); return p3.__doc__, p3.__dict__, p3.getter(lambda s: 1).__doc__


@show
def _():
    class P(property): __slots__ = ()
    def g(self): "gd"
    return P(g)


@show
def _():
    p = property(lambda s: 1, doc='d')
    return p.getter(lambda s: 2).__doc__


@show
def _():
    def g(s): "one"
    def h(s): "two"
    return property(g).getter(h).__doc__, property(g).setter(h).__doc__


@show
def _():
    p = property(); p.__set_name__(1)


@show
def _():
    p = property(); return p.__set_name__(1, 'q'), p.__set_name__(int, 5)


@show
def _():
    class A:
        @property
        def x(self): raise AttributeError('inner')
        def __getattr__(self, n): return 'fallback'
    return A().x


@show
def _():
    class A:
        def __init__(self): self.n = 0
        @property
        def x(self): return self.n
        @x.setter
        def x(self, v): self.n = v
    class B(A):
        @A.x.getter
        def x(self): return -self.n
    b = B(); b.x = 4; b.x += 1
    return b.x


@show
def _():
    def g(s): pass
    g.__isabstractmethod__ = True
    return property(g).__isabstractmethod__, classmethod(g).__isabstractmethod__, staticmethod(g).__isabstractmethod__


@show
def _():
    def g(a): "doc"; return a
    g.attr = 5
    s = staticmethod(g); c = classmethod(g)
    print(s(1), s.__name__, s.__doc__, s.__wrapped__ is g, s.__func__ is g, s.__dict__ , c.__wrapped__ is g, c.__qualname__, c.__module__, c.__annotations__)
    return s.attr, c.attr


@show
def _():
    c = classmethod(len); c(1)


@show
def _(): return staticmethod(5), classmethod(None)


@show
def _(): staticmethod()


@show
def _(): staticmethod(1, 2)


@show
def _(): staticmethod(f=1)


@show
def _(): classmethod()


@show
def _(): classmethod.__new__(classmethod).__get__(1)


@show
def _(): staticmethod.__new__(staticmethod).__get__(1)


@show
def _(): return repr(staticmethod.__new__(staticmethod))


@show
def _():
    c = classmethod(5)
    c.__get__(1)()


@show
def _():
    c = classmethod(lambda k: k); return c.__get__(1)(), c.__get__(1, str)(), c.__get__(None, list)()


@show
def _():
    c = classmethod(lambda k: k); return c.__get__(None)


@show
def _():
    c = classmethod(lambda k: k); return c.__get__(None, None)


@show
def _():
    c = staticmethod(5); return c.__get__(None, None), c.__get__(1)


@show
def _():
    class A:
        @classmethod
        @property
        def p(cls): return 'classprop ' + cls.__name__
    return A.p, A().p


@show
def _():
    s = staticmethod(len); s.x = 1; print(s.__dict__, s.__name__); s.__name__ = 'q'; print(s.__name__, s.__dict__); s.__func__ = 1


@show
def _():
    class CM(classmethod):
        def __get__(self, o, t=None): return 'cm'
    class A:
        x = CM(len)
    return A.x, A().x


@show
def _():
    class A: x = staticmethod(lambda: 1)
    class B(A):
        def g(self): return super().x()
    return B().g()
