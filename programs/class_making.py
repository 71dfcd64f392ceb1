"""How classes are made: metaclasses, bases, orders of resolution, and every error on the way."""

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
    class A: pass
    return A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, A.__base__, A.__mro__


@show
def _():
    class M(type):
        @classmethod
        def __prepare__(mcs, name, bases, **kw):
            print('prepare', name, bases, kw)
            return {'x': 1}
        def __new__(mcs, name, bases, ns, **kw):
            print('new', name, bases, sorted(ns), kw)
            return super().__new__(mcs, name, bases, ns)
        def __init__(cls, name, bases, ns, **kw):
            print('init', name, bases, kw)
            super().__init__(name, bases, ns)
        def __call__(cls, *a, **k):
            print('call', a, k)
            return super().__call__(*a, **k)
    class A(metaclass=M, k=3):
        y = 2
        def __init__(self, *a, **k): print(a, k)
    a = A(1, z=2)
    class B(A, q=2): pass
    return A.x, A.y, type(B), type(A).__name__


@show
def _():
    class M(type):
        def __prepare__(name, bases): return 5
    class A(metaclass=M): pass


@show
def _():
    class M(type):
        @classmethod
        def __prepare__(*a): return 5
    class A(metaclass=M): pass


@show
def _():
    def m(*a, **k): print(a[0], a[1], sorted(a[2]), k); return 42
    class A(metaclass=m, z=1): pass
    return A


@show
def _():
    class A(metaclass=5): pass


@show
def _():
    class M1(type): pass
    class M2(type): pass
    class A(metaclass=M1): pass
    class B(metaclass=M2): pass
    class C(A, B): pass


@show
def _():
    class A(k=1): pass


@show
def _():
    class A(1): pass


@show
def _():
    class A(bool): pass


@show
def _():
    class A(type(None)): pass


@show
def _():
    class A(type(lambda: 0)): pass


@show
def _():
    class A(int, str): pass


@show
def _():
    class A: pass
    class B(A, A): pass


@show
def _():
    class A: pass
    class B(A): pass
    class C(A, B): pass


@show
def _():
    class X: pass
    class Y: pass
    class A(X, Y): pass
    class B(Y, X): pass
    class C(A, B): pass


@show
def _():
    class A(object, int): pass


@show
def _(): return type(1, 2)


@show
def _(): return type()


@show
def _(): return type(1, 2, 3, 4)


@show
def _(): return type('A', 2, 3)


@show
def _(): return type('A', (), 3)


@show
def _(): return type(1, (), {})


@show
def _(): return type('A', (1,), {})


@show
def _(): return type('A', (int, 1), {})


@show
def _(): return type('A\0B', (), {})


@show
def _(): return type('A', (), {}, x=1)


@show
def _(): return type('A', [], {})


@show
def _(): return type(object='x')


@show
def _(): return type('A', (), {}).__module__


@show
def _(): return type('A', (), {'__module__': 5, '__qualname__': 'x.y', '__doc__': 7})


@show
def _(): return type('A', (), {'__qualname__': 7})


@show
def _(): return type('A', (), {1: 2}).__dict__[1]


@show
def _():
    class E:
        def __mro_entries__(self, bases): print(len(bases)); return (int,)
    class A(E()): pass
    return A.__mro__, A.__orig_bases__[0].__class__.__name__


@show
def _():
    class E:
        def __mro_entries__(self, bases): return 5
    class A(E()): pass


@show
def _():
    class E:
        def __mro_entries__(self, bases): return ()
    class A(E()): pass
    return A.__mro__


@show
def _():
    class E:
        def __mro_entries__(self, bases): return ()
    return type('A', (E(),), {})


@show
def _():
    class D:
        def __set_name__(self, o, n): print('set_name', o.__name__, n)
    class A:
        x = D(); y = D()


@show
def _():
    class D:
        def __set_name__(self, o, n): 1/0
    class A:
        x = D()


@show
def _():
    class D:
        def __set_name__(self): pass
    class A:
        x = D()


@show
def _():
    class A:
        def __init_subclass__(cls, /, a=0, **kw): print(cls.__name__, a, kw); super().__init_subclass__(**kw)
    class B(A, a=1): pass
    class C(B): pass
    class D(C, b=1): pass


@show
def _(): return object.__init_subclass__(1)


@show
def _(): return object.__init_subclass__(x=1)


@show
def _():
    class M(type):
        def __new__(m, n, b, d):
            d.pop('__classcell__', None)
            return super().__new__(m, n, b, d)
    class A(metaclass=M):
        def f(self): return __class__


@show
def _():
    class M(type):
        def __new__(m, n, b, d):
            d['__classcell__'] = 5
            return super().__new__(m, n, b, d)
    class A(metaclass=M):
        def f(self): return __class__


@show
def _():
    class M(type):
        def __new__(m, n, b, d):
            c = super().__new__(m, n, b, d)
            return super().__new__(m, n+'x', b, d)
    class A(metaclass=M):
        def f(self): return __class__


@show
def _():
    class M(type):
        def mro(cls): return [cls, object]
    class X: a = 1
    class A(X, metaclass=M): pass
    print(A.__mro__)
    return A.a


@show
def _():
    class M(type):
        def mro(cls): return 5
    class A(metaclass=M): pass


@show
def _():
    class M(type):
        def mro(cls): return [5]
    class A(metaclass=M): pass


@show
def _():
    class M(type):
        def mro(cls): return [cls, int, object]
    class A(metaclass=M): pass


@show
def _():
    class M(type):
        def mro(cls): return []
    class A(metaclass=M): pass
    return A.__mro__


@show
def _(): return type.mro()


@show
def _(): return __build_class__()


@show
def _(): return __build_class__(1)


@show
def _(): return __build_class__(1, 'a')


@show
def _():
    class A:
        "doc"
        class B: pass
    return A.__doc__, A.B.__qualname__, repr(A.B), A.B.__name__


@show
def _():
    class A: pass
    A.__name__ = 'Z'; print(A)
    A.__qualname__ = 'Q.Z'; print(A)
    A.__module__ = 'mm'; print(A, repr(A())[:20])
    A.__doc__ = 'dd'; print(A.__doc__)
    A.__module__ = 5; print(A)
    A.__name__ = 5


@show
def _():
    class A: pass
    A.__qualname__ = 5


@show
def _():
    class A: pass
    A.__name__ = 'a\0b'


@show
def _():
    class A: pass
    del A.__name__


@show
def _():
    class A: pass
    del A.__qualname__


@show
def _():
    class A: pass
    del A.__doc__


@show
def _():
    class A: pass
    del A.__module__
    return A.__module__


@show
def _(): int.x = 1


@show
def _(): int.__name__ = 'x'


@show
def _(): int.__qualname__ = 'x'


@show
def _(): int.__module__ = 'x'


@show
def _(): int.__doc__ = 'x'


@show
def _(): int.__bases__ = ()


@show
def _(): del int.x


@show
def _(): del int.__name__


@show
def _(): int.__class__ = 5


@show
def _(): int.__dict__ = 5


@show
def _(): int.__mro__ = 5


@show
def _(): int.__base__ = 5


@show
def _(): int.__annotations__


@show
def _(): int.__annotations__ = 1


@show
def _():
    class A: x: int = 1
    print(A.__annotations__)
    A.__annotations__ = 5
    print(A.__annotations__)
    del A.__annotations__
    print(A.__annotations__, '__annotations__' in A.__dict__)
    del A.__annotations__
    del A.__annotations__
    del A.__annotations__


@show
def _():
    class A: pass
    del A.x


@show
def _():
    class A: pass
    A.x


@show
def _(): int.x


@show
def _():
    class A: pass
    return type(A.__dict__), list(A.__dict__), A.__dict__['__dict__'], A.__dict__['__weakref__']


@show
def _():
    class A: pass
    A.__dict__['x'] = 1


@show
def _():
    class A: pass
    A.__dict__.x = 1


@show
def _():
    class A: pass
    A.f = 1
    A.__x = 1
    return list(A.__dict__)


@show
def _():
    class A:
        x = 1
        y = [x for _ in range(2)]


@show
def _():
    class A:
        locals()['q'] = 1
    return A.q


@show
def _():
    class A(*(int,), **{'metaclass': type}): pass
    return A


@show
def _():
    class A(metaclass=type, metaclas=1): pass


@show
def _(): return type.__call__(int, '5'), type.__call__(type, 1)


@show
def _(): return type.__new__(type, 'A', (), {}), type.__new__(type)


@show
def _(): return type.__new__(int, 'A', (), {})


@show
def _(): return type.__init__(int)


@show
def _(): return type.__init__(int, 1), type.__init__(int, 1, 2, 3)


@show
def _(): return type.__init__(int, 1, 2)


@show
def _(): return type.__init__(int, 1, x=2)


@show
def _(): return type.__init__(int, 1, 2, 3, x=2)
