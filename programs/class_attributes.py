"""How attributes are found: descriptors, hooks, methods, __dict__, and every error on the way."""

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
        def __getattr__(self, n): return 'ga ' + n
        x = 1
    a = A(); a.y = 2
    return a.x, a.y, a.z, hasattr(a, 'q'), getattr(a, 'www'), A.__getattr__(a, 'k')


@show
def _():
    class A:
        def __getattribute__(self, n):
            print('get', n)
            return object.__getattribute__(self, n)
        x = 1
    a = A()
    return a.x, a.__class__, a.nope


@show
def _():
    class A:
        def __getattribute__(self, n): raise AttributeError('mine ' + n)
        def __getattr__(self, n): return 'fallback ' + n
    return A().foo


@show
def _():
    class A:
        def __getattribute__(self, n): raise KeyError(n)
        def __getattr__(self, n): return 'fallback ' + n
    return A().foo


@show
def _():
    class A:
        def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)
        def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
    a = A(); a.x = 1; del a.x; del a.x


@show
def _():
    class A:
        def __setattr__(self, n, v): pass
    a = A(); a.x = 1; del a.x


@show
def _():
    class A:
        def __delattr__(self, n): print('d')
    a = A(); a.x = 1; del a.x; return a.x


@show
def _():
    class A: pass
    a = A(); setattr(a, 1, 2)


@show
def _():
    class A: pass
    getattr(A(), 1)


@show
def _(): object.__getattribute__(1, 2)


@show
def _(): object.__setattr__(1, 2, 3)


@show
def _(): object().x = 1


@show
def _(): object().x


@show
def _(): del object().x


@show
def _(): (1).x = 1


@show
def _(): (1).real = 1


@show
def _(): (1).__add__ = 1


@show
def _(): del (1).__add__


@show
def _(): object.__setattr__(int, 'x', 1)


@show
def _():
    class A: pass
    object.__setattr__(A, 'x', 1)


@show
def _():
    class A: pass
    object.__delattr__(A, 'x')


@show
def _():
    class S(str): pass
    str.__setattr__(S, 'x', 1)


@show
def _():
    class M(type): pass
    class A(metaclass=M): pass
    type.__setattr__(A, 'x', 1); return A.x


@show
def _(): type.__setattr__(1, 'x', 1)


@show
def _():
    class D:
        def __get__(self, o, t=None): return ('get', o is not None, t.__name__)
        def __set__(self, o, v): print('set', v)
        def __delete__(self, o): print('delete')
    class A: d = D()
    a = A(); a.__dict__['d'] = 'own'
    print(a.d, A.d)
    a.d = 5; del a.d
    A.d = 7
    return a.d


@show
def _():
    class D:
        def __get__(self, o, t=None): return ('get', o is not None)
    class A: d = D()
    a = A(); print(a.d); a.d = 1; return a.d


@show
def _():
    class D:
        def __set__(self, o, v): print('set', v)
    class A: d = D()
    a = A(); a.d = 1; print(type(a.d).__name__); a.__dict__['d'] = 3; print(a.d); del a.d


@show
def _():
    class D:
        def __delete__(self, o): print('del')
    class A: d = D()
    a = A(); del a.d; a.d = 1


@show
def _():
    class D:
        def __get__(self, o, t=None): raise AttributeError('inner')
        def __set__(self, o, v): pass
    class A:
        d = D()
        def __getattr__(self, n): return 'via getattr'
    return A().d


@show
def _():
    class D: pass
    D.__get__ = lambda s, o, t: 'late'
    class A: d = D()
    return A().d, A.d


@show
def _():
    class D: pass
    class A: d = D()
    a = A(); a.d = 1; 
    D.__get__ = lambda s, o, t: 'late'
    print(a.d)
    D.__set__ = lambda s, o, v: None
    print(a.d)
    del D.__set__
    print(a.d)
    del D.__get__
    return a.d


@show
def _():
    class D:
        __get__ = None
    class A: d = D()
    return A().d


@show
def _():
    class D:
        def __get__(self): pass
    class A: d = D()
    return A().d


@show
def _():
    class M(type):
        @property
        def p(cls): return 'meta p ' + cls.__name__
        def m(cls): return 'meta m'
        x = 'meta x'
    class A(metaclass=M):
        p = 'own p'; x = 'own x'; m = 'own m'
    return A.p, A.x, A.m, type(A).x


@show
def _():
    class M(type):
        @property
        def p(cls): return 1
    class A(metaclass=M): pass
    A.p = 2


@show
def _():
    class M(type):
        def __getattr__(cls, n): return 'M ' + n
        def __setattr__(cls, n, v): print('Mset', n, v); super().__setattr__(n, v)
        def __delattr__(cls, n): print('Mdel', n); super().__delattr__(n)
    class A(metaclass=M): pass
    A.x = 1; print(A.x); del A.x
    print(A.x)
    A().x


@show
def _():
    def g(): pass
    g.__get__(None, None)


@show
def _():
    def g(): pass
    g.__get__(None)


@show
def _():
    class A:
        def f(): pass
    A().f()


@show
def _():
    class A:
        def f(self, a, b=1): pass
    A().f()


@show
def _():
    class A:
        def f(self, a, b=1): pass
    A.f()


@show
def _():
    class A:
        def f(self): pass
    A().f.x = 1


@show
def _():
    class A:
        def f(self): "d"
        f.attr = 3
    m = A().f
    return m.attr, m.__name__, m.__doc__, m.__qualname__, m.__module__


@show
def _():
    class A:
        def f(self): "d"
    A().f.nope


@show
def _():
    M = type(type('A', (), {'f': lambda s: s})().f)
    print(M(len, [1, 2])(), M(lambda *a: a, 1)(2))
    M(1, 2)


@show
def _():
    M = type(type('A', (), {'f': lambda s: s})().f)
    M(len, None)


@show
def _():
    M = type(type('A', (), {'f': lambda s: s})().f)
    M(len)


@show
def _():
    M = type(type('A', (), {'f': lambda s: s})().f)
    M(len, 1, x=2)


@show
def _():
    class A: pass
    a = A(); a.x = 1; a.y = 2
    print(a.__dict__); d = a.__dict__; d['z'] = 3; print(a.z)
    a.__dict__ = {'q': 1}; print(a.q, hasattr(a, 'x'))
    del a.__dict__; print(a.__dict__)
    a.__dict__ = 5


@show
def _():
    class A: pass
    A().__dict__ = []


@show
def _():
    class A: pass
    A.__dict__['__dict__'].__get__(5)


@show
def _():
    class A: pass
    a = A()
    for n in range(40): setattr(a, 'a%d' % n, n)
    b = A(); b.zz = 1; b.a3 = 3
    del a.a5
    a.a5 = 'x'
    return list(a.__dict__)[-3:], vars(b), a.a39


@show
def _():
    class A: pass
    a = A(); vars(a)['x'] = 1; return a.x, a.__class__


@show
def _(): return vars(1)


@show
def _(): return type(vars(int)).__name__


@show
def _():
    class A: pass
    return A() == A(), A() != A(), hash(A()) is not None


@show
def _():
    class A:
        __class__ = int
    a = A()
    return a.__class__, isinstance(a, int), type(a).__name__


@show
def _():
    class A:
        @property
        def __class__(self): return int
    return isinstance(A(), int), isinstance(A(), A), issubclass(A, int)


@show
def _():
    class A:
        @property
        def __dict__(self): return {'hello': 1}
    return A().__dict__, vars(A()), dir(A())[-1]


@show
def _():
    class A:
        def __dir__(self): return ['b', 'a']
    return dir(A())


@show
def _():
    class A:
        def __dir__(self): return 5
    return dir(A())


@show
def _():
    class A:
        def __dir__(self): return [1, 'a']
    return dir(A())


@show
def _():
    class M(type):
        def __dir__(self): return ['z', 'y']
    class A(metaclass=M): pass
    return dir(A)


@show
def _():
    a = type('A', (), {})()
    a.x


@show
def _():
    class A:
        def __getattr__(self, n): raise AttributeError(n)
    hasattr(A(), 'x'); return getattr(A(), 'x', 5)


@show
def _():
    class A:
        def __getattr__(self): pass
    A().x


@show
def _():
    class A:
        def __getattr__(self, n): raise KeyError(n)
    return hasattr(A(), 'x')


@show
def _():
    class A: pass
    A.__getattr__ = lambda s, n: 'late ' + n
    a = A()
    print(a.z)
    del A.__getattr__
    a.z
