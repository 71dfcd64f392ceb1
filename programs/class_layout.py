"""__slots__, assignment to __class__ and to __bases__: what fits whose layout."""

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
    class A: __slots__ = ('x', 'y')
    a = A(); a.x = 1
    print(a.x, A.x, A.__slots__, A.x.__name__, A.x.__objclass__.__name__, A.x.__doc__)
    del a.x
    try: del a.x
    except AttributeError as e: print(e)
    try: a.x
    except AttributeError as e: print(e)
    try: a.z = 1
    except AttributeError as e: print(e)
    return hasattr(a, '__dict__'), list(A.__dict__)


@show
def _():
    class A: __slots__ = 'abc'
    return A.abc, list(A.__dict__)


@show
def _():
    class A: __slots__ = 'a b'


@show
def _():
    class A: __slots__ = 1


@show
def _():
    class A: __slots__ = (1,)


@show
def _():
    class A: __slots__ = ['']


@show
def _():
    class A: __slots__ = ['1a']


@show
def _():
    class A: __slots__ = ['a', 'b']; a = 1


@show
def _():
    class A: __slots__ = ['__dict__', 'b']
    a = A(); a.q = 1; a.b = 2
    return a.__dict__, list(A.__dict__)


@show
def _():
    class A: __slots__ = ['__dict__', '__dict__']


@show
def _():
    class A: __slots__ = ['__weakref__', '__weakref__']


@show
def _():
    class A: __slots__ = ['__weakref__']
    return A.__dict__['__weakref__'], A().__weakref__


@show
def _():
    class A: pass
    class B(A): __slots__ = ['__dict__']


@show
def _():
    class A: pass
    class B(A): __slots__ = ['__weakref__']


@show
def _():
    class A: pass
    class B(A): __slots__ = ['x']
    b = B(); b.x = 1; b.y = 2
    return b.__dict__, b.x


@show
def _():
    class A: __slots__ = ['x']
    class B(A): pass
    b = B(); b.x = 1; b.y = 2
    return b.__dict__


@show
def _():
    class A: __slots__ = ['x']
    class B(A): __slots__ = ['x', 'y']
    b = B(); b.x = 1; b.y = 2; A.x.__set__(b, 5)
    return b.x, A.x.__get__(b), b.y


@show
def _():
    class A: __slots__ = ['x']
    class B: __slots__ = ['y']
    class C(A, B): pass


@show
def _():
    class A: __slots__ = ['x']
    class B: __slots__ = []
    class C(A, B): __slots__ = []
    c = C(); c.x = 1; return c.x, C.__base__.__name__


@show
def _():
    class B: __slots__ = []
    class A: __slots__ = ['x']
    class C(B, A): __slots__ = []
    c = C(); c.x = 1; return c.x, C.__base__.__name__


@show
def _():
    class A: pass
    class B: pass
    class C(A, B): __slots__ = ['z']
    c = C(); c.x = 1; c.z = 2; return c.x, c.__dict__


@show
def _():
    class A(int): __slots__ = ['x']


@show
def _():
    class A(int): __slots__ = []
    A(3).x = 1


@show
def _():
    class A(bytes): __slots__ = ['x']


@show
def _():
    class A(tuple): __slots__ = ['x']


@show
def _():
    class A(tuple): __slots__ = ()
    a = A((1, 2)); print(a, a[0]); a.x = 1


@show
def _():
    class A(tuple): __slots__ = '__dict__'
    a = A((1, 2)); a.x = 1; return a, a.__dict__


@show
def _():
    class A(int): __slots__ = '__weakref__'


@show
def _():
    class A(str): __slots__ = ['x', 'y']
    a = A('hello'); a.x = 1; a.y = [a.x]
    print(a, a.x, a.y, len(a), a.upper(), a + '!', type(a).__name__)
    b = A('wörld' * 100); b.x = 'q'; print(b.x, len(b))
    a.z = 1


@show
def _():
    class A(str): __slots__ = ['x']
    class B(A): __slots__ = ['y']
    b = B('Ω'); b.x = 1; b.y = 2; return b, b.x, b.y, {b: 1}


@show
def _():
    class A(str): pass
    a = A('q'); a.x = 1; return a, a.__dict__


@show
def _():
    class A(list): __slots__ = ['x']
    a = A([1]); a.x = 2; a.append(3); return a, a.x


@show
def _():
    class A(dict): __slots__ = ['x']
    a = A(q=1); a.x = 2; return a, a.x


@show
def _():
    class A(float): __slots__ = ['x']
    a = A(1.5); a.x = 2; return a, a.x


@show
def _():
    class A(Exception): __slots__ = ['x']
    a = A('m'); a.x = 2; a.y = 3; return a, a.x, a.__dict__


@show
def _():
    class A(type): __slots__ = ['x']


@show
def _():
    class A(type): __slots__ = []
    class B(metaclass=A): pass
    return B


@show
def _():
    class A(set): __slots__ = ['x']
    a = A([1]); a.x = 2; return a, a.x


@show
def _():
    class A(complex): __slots__ = ['x']
    a = A(1); a.x = 2; return a, a.x


@show
def _():
    class A(bytearray): __slots__ = ['x']
    a = A(b'1'); a.x = 2; return a, a.x


@show
def _():
    class A(frozenset): __slots__ = ['x']
    a = A('a'); a.x = 2; return a, a.x


@show
def _():
    class A(property): __slots__ = ['x']
    a = A(); a.x = 2; return a.x


@show
def _():
    class A: __slots__ = {'x': 'doc x', 'y': None}
    return A.__slots__, A.x.__doc__


@show
def _():
    class A:
        __slots__ = ['__x', '__y__']
    return list(A.__dict__), sorted(A.__slots__)


@show
def _():
    class A: __slots__ = (n for n in ['b', 'a'])
    return list(A.__dict__)


@show
def _():
    class A: __slots__ = ['a', 'a']
    a = A(); a.a = 1
    return a.a, list(A.__dict__)


@show
def _():
    class A: __slots__ = ['__class__']


@show
def _():
    class A: __slots__ = ['__qualname__', '__module__']


@show
def _():
    class A: __slots__ = ['__qualname__']
    return A.__dict__['__qualname__'], A.__qualname__


@show
def _():
    class A: __slots__ = ['__classcell__']
    return A


@show
def _():
    class A: __slots__ = ['x']
    A.x.__get__(5)


@show
def _():
    class A: __slots__ = ['x']
    A.x.__set__(5, 1)


@show
def _():
    class A: __slots__ = ['x']
    return A.x.__get__(None, A)


@show
def _():
    class A: __slots__ = ['x']
    A.x.__delete__(A())


@show
def _():
    class A: __slots__ = ['x']
    class B: pass
    a = A(); a.__class__ = B


@show
def _():
    class A: __slots__ = ['x']
    class B: __slots__ = ['x']
    a = A(); a.x = 1; a.__class__ = B; return a.x, type(a).__name__


@show
def _():
    class A: __slots__ = ['x', 'y']
    class B: __slots__ = ['y', 'x']
    a = A(); a.x = 1; a.y = 2; a.__class__ = B; return a.x, a.y


@show
def _():
    class A: __slots__ = ['x']
    class B: __slots__ = ['y']
    a = A(); a.x = 1; a.__class__ = B; return a.y


@show
def _():
    class A: __slots__ = ['x']
    class B(A): __slots__ = []
    class C(A): __slots__ = []
    a = B(); a.x = 1; a.__class__ = C; print(a.x); a.__class__ = A; return a.x


@show
def _():
    class A: pass
    class B: pass
    a = A(); a.x = 1; a.__class__ = B; a.y = 2; return a.x, a.__dict__


@show
def _():
    class A: pass
    a = A(); a.__class__ = 5


@show
def _():
    class A: pass
    a = A(); a.__class__ = int


@show
def _(): (1).__class__ = bool


@show
def _():
    class A(int): pass
    a = A(); a.__class__ = int


@show
def _():
    class A(int): pass
    (1).__class__ = A


@show
def _():
    class A(int): pass
    class B(int): pass
    a = A(5); a.__class__ = B; return a, type(a).__name__


@show
def _():
    class A(int): pass
    class B(str): pass
    a = A(5); a.__class__ = B


@show
def _():
    class A: pass
    del A().__class__


@show
def _():
    class A(list): pass
    class B: pass
    a = B(); a.__class__ = A


@show
def _():
    class M1(type): pass
    class M2(type): pass
    class A(metaclass=M1): pass
    A.__class__ = M2; print(type(A).__name__)
    A.__class__ = type
    return type(A)


@show
def _():
    class A: pass
    class B: pass
    class C(A): pass
    A.f = 1; B.f = 2
    C.__bases__ = (B,)
    print(C.f, C.__mro__, A.__subclasses__(), B.__subclasses__(), C.__base__)
    C.__bases__ = (A, B); print(C.f, C.__mro__)
    C.__bases__ = (B, A); print(C.f, C().f)


@show
def _():
    class A: pass
    A.__bases__ = ()


@show
def _():
    class A: pass
    class B(A): pass
    B.__bases__ = ()


@show
def _():
    class A: pass
    class B(A): pass
    B.__bases__ = 5


@show
def _():
    class A: pass
    class B(A): pass
    B.__bases__ = (5,)


@show
def _():
    class A: pass
    class B(A): pass
    B.__bases__ = (B,)


@show
def _():
    class A: pass
    class B(A): pass
    A.__bases__ = (B,)


@show
def _():
    class A: pass
    class B(A): pass
    B.__bases__ = (int,)


@show
def _():
    class A: pass
    class B(A): pass
    B.__bases__ = (object,)


@show
def _():
    class A: pass
    class B(A): pass
    B.__bases__ = (A, A)


@show
def _():
    class A: pass
    class B(A): pass
    del B.__bases__


@show
def _():
    class A:
        def __len__(self): return 3
    class B:
        def __len__(self): return 4
    class C(A): pass
    class D(C): pass
    d = D(); print(len(d))
    C.__bases__ = (B,); print(len(d))
    class E: pass
    C.__bases__ = (E,)
    len(d)


@show
def _():
    class A: __slots__ = ['x']
    class B: __slots__ = ['x']
    class C(A): pass
    C.__bases__ = (B,)


@show
def _():
    class X: pass
    class Y: pass
    class A(X, Y): pass
    class B(X, Y): pass
    class C(A, B): pass
    B.__bases__ = (Y, X)


@show
def _():
    class X: pass
    class Y: pass
    class A(X, Y): pass
    class B(X, Y): pass
    class C(A, B): pass
    try: B.__bases__ = (Y, X)
    except TypeError: pass
    return B.__mro__, B.__bases__, C.__mro__
