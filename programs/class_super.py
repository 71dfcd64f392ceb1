"""super() in both forms, __new__ and __init__, and every error on the way."""

number = 0


def show(test):
    """Runs a test and prints its result, or the exception that it ends in."""
    global number
    number += 1
    try:
        print(number, repr(test()))
    except Exception as error:
        print(number, type(error).__name__, "|", error, "|", repr(error.__cause__))

class A:
    def m(self): return 'A.m'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
    attr = 'A.attr'
class B(A):
    def m(self): return 'B.m>' + super().m()
    @classmethod
    def c(cls): return 'B.c>' + super().c()
    @staticmethod
    def s(): return 'B.s'
    @property
    def p(self): return 'B.p>' + super().p
    attr = 'B.attr'
    def sup(self): return super()
    def old(self): return super(B, self).m()
class C(A):
    def m(self): return 'C.m>' + super().m()
class D(B, C): pass


@show
def _(): return super(B, B).c(), super(B, D).m(D()), super(B, D()).s(), super(B, D).attr


@show
def _(): super()


@show
def _(): super(5)


@show
def _(): super(5, 5)


@show
def _(): super(B, 5)


@show
def _(): super(B, A())


@show
def _(): super(B, A)


@show
def _(): super(1, 2, 3)


@show
def _(): super(B, x=1)


@show
def _(): super(B, D()).nope


@show
def _(): super(B).m


@show
def _(): super(B, D()).x = 1


@show
def _():
    class X(A):
        def m(self): return self.__sup.m()
    X._X__sup = super(X)
    return X().m()


@show
def _():
    class X:
        def g(): return super()
    X.g()


@show
def _():
    class X:
        def g(*a): return super()
    X().g()


@show
def _():
    class X:
        def g(self):
            del self
            super()
    X().g()


@show
def _():
    class X:
        def g(self):
            __class__
            class Y:
                def h(slf): return super().m()
            return Y().h()
    X().g()


@show
def _():
    class X(A):
        def g(self): return [super().m() for _ in range(1)]
    X().g()


@show
def _():
    class X(A):
        def g(self): return (lambda: super().m())()
    X().g()


@show
def _():
    class X(A):
        def g(self):
            def inner(): return self
            self = self
            return super().m()
    return X().g()


@show
def _():
    class X(A):
        def g(self, o): self = o; return super().m()
    return X().g(X())


@show
def _():
    class X(A):
        def g(self, o): self = o; return super().m()
    return X().g(5)


@show
def _():
    class X(A):
        def g(self):
            nonlocal __class__
            del __class__
            super()
    X().g()


@show
def _():
    class X(A):
        def g(self):
            nonlocal __class__
            __class__ = 5
            super()
    X().g()


@show
def _():
    class M(type):
        def foo(cls): return 'M.foo'
    class N(M):
        def foo(cls): return 'N.foo>' + super().foo()
    class X(metaclass=N): pass
    return X.foo()


@show
def _():
    class X:
        def __getitem__(self, i): return i
        def __len__(self): return 5
    class Y(X):
        def __getitem__(self, i): return super().__getitem__(i) * 2
        def g(self): return super()[1]
    print(Y()[4])
    Y().g()


@show
def _():
    class X:
        def __len__(self): return 5
    class Y(X):
        def g(self): return len(super())
    Y().g()


@show
def _():
    class X(A):
        def __getattribute__(self, n): print('ga', n); return object.__getattribute__(self, n)
        def g(self): return super().attr
    return X().g()


@show
def _():
    class S(super): pass
    return S(B, D()).m(), type(S(B, D())).__name__


@show
def _():
    class P:
        @property
        def __class__(self): return D
    return super(B, P()).attr


@show
def _():
    class Root:
        def __init__(self, **k): assert not k; print('Root')
    class X(Root):
        def __init__(self, x, **k): print('X', x); super().__init__(**k)
    class Y(Root):
        def __init__(self, y, **k): print('Y', y); super().__init__(**k)
    class Z(X, Y):
        def __init__(self, z, **k): print('Z', z); super().__init__(**k)
    Z(z=1, y=2, x=3)
    return [c.__name__ for c in Z.__mro__]


@show
def _():
    class X:
        def __new__(cls, *a): print('new', cls.__name__, a); return super().__new__(cls)
        def __init__(self, *a): print('init', a); super().__init__()
    class Y(X):
        def __new__(cls, a): return super().__new__(cls, a, 2)
    return type(Y(1)).__name__


@show
def _():
    class X:
        def __new__(cls): return 5
        def __init__(self): print('never')
    return X()


@show
def _():
    class X: pass
    X(1)


@show
def _():
    class X: pass
    X(a=1)


@show
def _():
    class X:
        def __init__(self): pass
    X(1)


@show
def _():
    class X:
        def __new__(cls, *a): return object.__new__(cls, *a)
    X(1)


@show
def _():
    class X:
        def __new__(cls, *a): return object.__new__(cls)
    return type(X(1)).__name__


@show
def _():
    class X:
        def __init__(self, *a): super().__init__(*a)
    X(1)


@show
def _():
    class X:
        def __init__(self): return 5
    X()


@show
def _(): object.__new__()


@show
def _(): object.__new__(5)


@show
def _(): object.__new__(int)


@show
def _(): int.__new__(str)


@show
def _(): int.__new__(bool, 1)


@show
def _(): object.__init__()


@show
def _(): object.__init__(1)


@show
def _(): object.__init__(1, 2)


@show
def _(): object(1)


@show
def _():
    class X(int):
        def __new__(cls, v): return super().__new__(cls, v * 2)
    return X(4), X(4) + 1, type(X(4) + 1)


@show
def _():
    class X(list):
        def __init__(self, n): super().__init__(range(n))
    return X(4), X(3)[1:], type(X(3)[1:])
