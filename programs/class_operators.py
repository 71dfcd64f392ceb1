"""Special methods: reflection, comparison, hashing, slots that follow their class, and every error on the way."""

number = 0


def show(test):
    """Runs a test and prints its result, or the exception that it ends in."""
    global number
    number += 1
    try:
        print(number, repr(test()))
    except Exception as error:
        print(number, type(error).__name__, "|", error, "|", repr(error.__cause__))

class L:
    def __init__(self, v): self.v = v
    def __add__(self, o): print('L.add'); return NotImplemented
    def __radd__(self, o): print('L.radd'); return 'radd'
    def __lt__(self, o): print('L.lt'); return NotImplemented
    def __gt__(self, o): print('L.gt'); return NotImplemented
class SL(L):
    def __radd__(self, o): print('SL.radd'); return NotImplemented
    def __gt__(self, o): print('SL.gt'); return NotImplemented
class SL2(L): pass


@show
def _(): return L(1) + L(2)


@show
def _(): return L(1) + SL(2)


@show
def _(): return L(1) + SL2(2)


@show
def _(): return SL(1) + L(2)


@show
def _(): return 1 + L(2)


@show
def _(): return L(1) + 1


@show
def _(): return L(1) < SL(2)


@show
def _(): return L(1) < L(2)


@show
def _(): return L(1) - 1


@show
def _():
    x = L(1); x += 2


@show
def _():
    class A:
        def __iadd__(self, o): print('iadd'); return self
        def __imul__(self, o): return NotImplemented
        def __mul__(self, o): return 'mul'
    a = A(); a += 1; print(type(a).__name__); a *= 2; return a


@show
def _():
    class A(int):
        def __add__(self, o): return 'A.add'
        def __rsub__(self, o): return 'A.rsub'
    return A(1) + 2, 2 + A(1), 5 - A(1), A(5) - 1, A(3) - A(2)


@show
def _():
    class A(str):
        def __add__(self, o): return 'A.add'
        def __mul__(self, o): return 'A.mul'
        def __rmul__(self, o): return 'A.rmul'
        def __mod__(self, o): return 'A.mod'
        def __rmod__(self, o): return 'A.rmod'
    return A('x') + 'y', 'y' + A('x'), A('x') * 3, 3 * A('x'), A('%s') % 1, '%s' % A('q')


@show
def _():
    class A(list):
        def __radd__(self, o): return 'A.radd'
        def __iadd__(self, o): return 'A.iadd'
        def __rmul__(self, o): return 'rmul'
    x = [1]; x += A([2]); print(x, [1] + A([2])); y = A([1]); y += [2]; return y, 3 * A([1]), A([1]) * 2


@show
def _():
    class A(float):
        def __radd__(self, o): return 'A.radd'
    return 1 + A(2), 1.0 + A(2), A(1) + A(2), A(1) + 2


@show
def _():
    class A:
        def __pow__(self, o, m=None): return ('pow', o, m)
        def __rpow__(self, o): return ('rpow', o)
        def __ipow__(self, o): return ('ipow', o)
    a = A(); print(a ** 2, 2 ** a, pow(a, 2, 3)); a **= 5; print(a)
    return pow(2, A(), 3)


@show
def _():
    class A:
        def __divmod__(self, o): return 'dm'
        def __rdivmod__(self, o): return 'rdm'
        def __floordiv__(self, o): return 'fd'
        def __truediv__(self, o): return 'td'
        def __mod__(self, o): return 'm'
        def __matmul__(self, o): return 'mm'
        def __rmatmul__(self, o): return 'rmm'
        def __imatmul__(self, o): return 'imm'
        def __lshift__(self, o): return 'ls'
        def __rrshift__(self, o): return 'rrs'
        def __xor__(self, o): return 'x'
        def __ror__(self, o): return 'ro'
        def __neg__(self): return 'neg'
        def __pos__(self): return 'pos'
        def __abs__(self): return 'abs'
        def __invert__(self): return 'inv'
        def __round__(self, n=None): return ('round', n)
        def __trunc__(self): return 'trunc'
        def __complex__(self): return 1j
        def __int__(self): return 5
        def __float__(self): return 2.5
        def __index__(self): return 7
        def __bool__(self): return False
        def __len__(self): return 3
        def __length_hint__(self): return 10
        def __reversed__(self): return 'reversed'
        def __bytes__(self): return b'bytes'
        def __format__(self, s): return 'fmt ' + s
        def __contains__(self, x): return x
        def __call__(self, *a): return a
        def __enter__(self): return 'enter'
        def __exit__(self, *a): return True
        def __iter__(self): return iter('ab')
        def __getitem__(self, k): return k
        def __setitem__(self, k, v): print('set', k, v)
        def __delitem__(self, k): print('del', k)
        def __hash__(self): return 42
        def __eq__(self, o): return 'eq'
        def __ne__(self, o): return 'ne'
        def __missing__(self, k): return 'miss'
        def __repr__(self): return 'R'
        def __str__(self): return 'S'
    a = A()
    print(divmod(a, 1), divmod(1, a), a // 1, a / 1, a % 1, a @ 1, 1 @ a, a << 1, 1 >> a, a ^ 1, 1 | a)
    print(-a, +a, abs(a), ~a, round(a), round(a, 2), complex(a), int(a), float(a), hex(a), bool(a), not a, len(a))
    print(reversed(a), bytes(a), format(a, 'x'), f'{a:>3}', 5 in a, 0 in a, a(1, 2), [*a], a[1], a[1:2], a[1, ...])
    a[1] = 2; del a[1:2]
    with a as q: print(q); 1/0
    print(hash(a), a == 1, a != 1, {a: 1}, str(a), repr(a), '%s %r' % (a, a), [1,2,3,4,5,6,7,8][a])
    a @= 1
    return a


@show
def _():
    class A: pass
    for op in ['a+1', '1+a', 'a-1', 'a*1', '-a', '~a', 'abs(a)', 'a[0]', 'a()', 'len(a)', 'iter(a)', 'next(a)', '1 in a', 'int(a)', 'float(a)', 'hash(a)*0', 'a<1', 'a**1', 'pow(a,1,2)', 'divmod(a,1)', 'round(a)', 'bytes(a)', 'complex(a)', 'reversed(a)', '[1][a]', 'a@a', 'a<<1', 'a|1', 'a&1', 'a^1', 'a//1', 'a%1', '"%d" % a', 'format(a, "x")', 'hex(a)', 'str(a)[:9]', 'sum([a])', 'max(a)', 'sorted([a,a])', 'dict(a)', 'list(a)', 'range(a)', 'chr(a)', '"x"*a', '[1]*a', 'isinstance(1, a)', 'issubclass(a, int)', 'issubclass(int, a)', '(lambda **k: 0)(**a)', '(lambda *k: 0)(*a)', 'not a', 'a.x', 'slice(a).indices(5)', 'enumerate(a)', 'zip(a)', 'map(a)', 'print(end=a)', 'bool(a)', '{**a}', '[*a]']:
        show(lambda: eval(op, {'a': A()})) if False else None
class A: pass
a = A()
def setit(): a[0] = 1
def delit(): del a[0]
def iadd():
    b = a; b += 1
def ipow():
    b = a; b **= 1
def unpack():
    x, y = a
def with_():
    with a: pass
def star(): (lambda *k: 0)(*a)
def star2(): (lambda **k: 0)(**a)
def merge(): {**a}
def lst(): [*a]
for g in [lambda: a+1, lambda: 1+a, lambda: -a, lambda: ~a, lambda: +a, lambda: abs(a), lambda: a[0], lambda: a(), lambda: len(a), lambda: iter(a), lambda: next(a), lambda: 1 in a, lambda: int(a), lambda: float(a), lambda: a<1, lambda: a**1, lambda: pow(a,1,2), lambda: divmod(a,1), lambda: round(a), lambda: bytes(a), lambda: complex(a), lambda: reversed(a), lambda: [1][a], lambda: a@a, lambda: "%d" % a, lambda: format(a, 'x'), lambda: hex(a), lambda: sum([a]), lambda: max(a), lambda: sorted([a, a]), lambda: dict(a), lambda: list(a), lambda: range(a), lambda: chr(a), lambda: "x"*a, lambda: [1]*a, lambda: a*[1], lambda: isinstance(1, a), lambda: issubclass(a, int), lambda: issubclass(int, a), lambda: not a, lambda: enumerate(a), lambda: zip(a), lambda: bool(a), lambda: str(a)[:10], setit, delit, iadd, ipow, unpack, with_, star, star2, merge, lst]: show(g)
class Bad:
    def __repr__(self): return 5
    def __str__(self): return 5
    def __len__(self): return -1
    def __bool__(self): return 5
    def __int__(self): return 'x'
    def __float__(self): return 'x'
    def __index__(self): return 'x'
    def __complex__(self): return 'x'
    def __hash__(self): return 'x'
    def __iter__(self): return 5
    def __bytes__(self): return 5
    def __format__(self, s): return 5
    def __contains__(self): pass
    def __length_hint__(self): return 'x'
    def __init_subclass__(cls): return 5
    def __reversed__(self): return 5
    def __call__(self): return 5
    def __getitem__(self, a, b): pass
    def __enter__(self): pass
b = Bad()
for g in [lambda: repr(b), lambda: str(b), lambda: len(b), lambda: bool(b), lambda: int(b), lambda: float(b), lambda: [1][b], lambda: complex(b), lambda: hash(b), lambda: iter(b), lambda: bytes(b), lambda: format(b), lambda: 1 in b, lambda: reversed(b), lambda: b(1), lambda: b[0], lambda: hex(b), lambda: f'{b}', lambda: '%s' % b, lambda: list(b)]: show(g)
class Bad2:
    def __len__(self): return 'x'
    def __hash__(self): return 1 << 70
    def __contains__(self, x): raise KeyError(x)
    def __index__(self): return 1 << 100
    def __enter__(self): return 1
b = Bad2()
def w():
    with b: pass
for g in [lambda: len(b), lambda: bool(b), lambda: hash(b), lambda: 1 in b, lambda: [1][b], lambda: 'x' * b, lambda: range(b)[5], w]: show(g)
class Big:
    def __len__(self): return 1 << 70
show(lambda: len(Big()))
show(lambda: bool(Big()))
class F2:
    def __len__(self): return 2.5
show(lambda: len(F2()))
class Bool:
    def __len__(self): return True
show(lambda: len(Bool()))
class HB:
    def __hash__(self): return True
show(lambda: hash(HB()))
class NoneAll:
    __add__ = __hash__ = __iter__ = __contains__ = __bool__ = __len__ = __call__ = __getitem__ = __reversed__ = __eq__ = __lt__ = __repr__ = __setattr__ = __index__ = __radd__ = __neg__ = __iadd__ = None
n = NoneAll()
def sa(): n.x = 1
def ia():
    m = n; m += 1
for g in [lambda: n+1, lambda: 1+n, lambda: hash(n), lambda: iter(n), lambda: 1 in n, lambda: bool(n), lambda: len(n), lambda: n(), lambda: n[0], lambda: reversed(n), lambda: n == 1, lambda: n < 1, lambda: repr(n), lambda: [1][n], lambda: -n, sa, ia]: show(g)


@show
def _():
    class E:
        def __eq__(self, o): return True
    print(E.__hash__, E.__dict__['__hash__']); return {E()}


@show
def _():
    class E:
        def __eq__(self, o): return True
    class G(E): pass
    class H(E): __hash__ = object.__hash__
    print(hash(H()) is not None)
    return hash(G())


@show
def _():
    class E: pass
    e = E(); {e}
    E.__eq__ = lambda s, o: True
    print(hash(e) is not None)
    E.__hash__ = None
    hash(e)


@show
def _():
    class E(int):
        def __eq__(self, o): return True
    return hash(E(5))


@show
def _():
    class A:
        def __eq__(self, o): return NotImplemented
    a = A(); return a == a, a != a, a == A(), a != A()


@show
def _():
    class A:
        def __eq__(self, o): return 5
    return A() != 1, A() == 1


@show
def _():
    class A:
        def __lt__(self, o): return 'lt'
        def __ge__(self, o): return 'ge'
    class B(A):
        def __gt__(self, o): return 'B.gt'
    return A() < 1, 1 > A(), A() < B(), 1 <= A(), B() < A()


@show
def _():
    class A: pass
    a = A()
    a.__len__ = lambda: 5; a.__call__ = lambda: 1
    try: a()
    except TypeError as e: print(e)
    A.__len__ = lambda s: 7
    print(len(a)); A.__len__ = lambda s: 8; print(len(a)); del A.__len__; return len(a)


@show
def _():
    class A: pass
    class B(A): pass
    b = B()
    A.__add__ = lambda s, o: 'A+'
    print(b + 1); B.__add__ = lambda s, o: 'B+'; print(b + 1); del B.__add__; print(b + 1); del A.__add__
    b + 1


@show
def _():
    class A(dict):
        def __missing__(self, k): return ('missing', k)
    return A()[5], A(x=1)['x']


@show
def _():
    class A(dict):
        def __getitem__(self, k): return 'gi'
        def __setitem__(self, k, v): print('si')
        def __contains__(self, k): return True
        def __len__(self): return 99
        def __iter__(self): return iter('xyz')
    a = A(q=1); a['z'] = 2
    return a['n'], 'n' in a, len(a), list(a), a, a.get('q'), {**a}


@show
def _():
    class A(list):
        def __getitem__(self, i): return 'gi'
        def __len__(self): return 99
        def __iter__(self): return iter('xyz')
    a = A([1]); return a[0], len(a), list(a), a, [*a], a + [1], 1 in a


@show
def _():
    class A(tuple):
        def __new__(cls, *a): return super().__new__(cls, a)
        def __iter__(self): return iter('q')
        def __eq__(self, o): return 'teq'
    a = A(1, 2); x, = a; return a, list(a), x, a == 1, len(a)


@show
def _():
    class A:
        def __getitem__(self, i):
            if i > 3: raise IndexError
            return i * 2
    a = A(); print(list(a), 4 in a, 5 in a); return max(a), sorted(a, reverse=True), [*iter(a)]


@show
def _():
    class A:
        def __getitem__(self, i):
            if i > 3: raise IndexError
            return i * 2
        def __len__(self): return 4
    return list(reversed(A()))


@show
def _():
    class A:
        def __next__(self): return 1
    next(A()); iter(A())


@show
def _():
    class A:
        def __iter__(self): return self
        def __next__(self): raise StopIteration(5)
    return list(A()), next(A(), 'def')


@show
def _():
    class A:
        def __iter__(self): return self
    list(A())


@show
def _():
    class M(type):
        def __len__(c): return 5
        def __iter__(c): return iter('meta')
        def __getitem__(c, k): return ('M', k)
        def __contains__(c, x): return x == 1
        def __add__(c, o): return 'add'
        def __eq__(c, o): return 'eq'
        def __hash__(c): return 7
        def __repr__(c): return 'Mrepr'
        def __bool__(c): return False
        def __lt__(c, o): return 'lt'
        def __instancecheck__(c, o): return 'yes'
        def __subclasscheck__(c, o): return []
        def __or__(c, o): return 'or'
    class A(metaclass=M): pass
    return len(A), list(A), A[5], 1 in A, A + 1, A == 1, hash(A), A, bool(A), A < 1, isinstance(5, A), issubclass(int, A), A | 1


@show
def _():
    class A:
        def __class_getitem__(cls, k): return (cls.__name__, k)
    class B(A): pass
    print(A[1], B[1, 2]); return A()[1]


@show
def _():
    class A: pass
    A[1]


@show
def _():
    class A: __class_getitem__ = None
    A[1]


@show
def _(): return type[int]


@show
def _(): int[5]


@show
def _():
    class A:
        def __del__(self): print('del')
    a = A(); del a; A.__del__ = lambda s: print('new'); a = A(); del a


@show
def _():
    class A:
        @staticmethod
        def __add__(o): return ('static', o)
        @classmethod
        def __len__(cls): return 7
        @property
        def __call__(self): return lambda *a: ('prop', a)
    return A() + 5, len(A()), A()(1)


@show
def _():
    class D:
        def __get__(self, o, t=None): print('get'); return lambda *a: ('d', a)
    class A:
        __add__ = D(); __getitem__ = D(); __call__ = D(); __iter__ = D()
    a = A(); print(a + 1, a[2], a(3)); iter(a)


@show
def _():
    class D:
        def __get__(self, o, t=None): raise AttributeError('d')
    class A:
        __add__ = D(); __len__ = D(); __bool__ = D(); __call__ = D(); __eq__ = D(); __hash__ = D(); __repr__ = D()
    a = A()
    for g in [lambda: a + 1, lambda: len(a), lambda: bool(a), lambda: a(), lambda: a == 1, lambda: hash(a), lambda: repr(a)[:14]]: show(g)


@show
def _():
    class A: __add__ = 5
    A() + 1


@show
def _():
    class A: __len__ = int
    return len(A())


@show
def _():
    class A: __init__ = 5
    A()


@show
def _():
    class A: __new__ = 5
    A()


@show
def _():
    class A: pass
    A.__new__ = lambda c: 'made'
    print(A())
    A.__init__ = None
    del A.__new__
    A()


@show
def _():
    class A: pass
    A.__init__ = lambda s, x: setattr(s, 'x', x)
    print(A(5).x); del A.__init__
    return A().__dict__


@show
def _():
    class A:
        def __init__(self, a, b=2, *c, d, **e): pass
    A()


@show
def _():
    class A:
        def __init__(self, a): pass
    A(1, 2)


@show
def _():
    class A(int): pass
    return A(5).__class__, A('7'), A(3.9), A(), repr(A(5)), A(5) == 5, {5: 'x'}[A(5)], A(5).bit_length(), isinstance(A(5), int), A(5).__add__(1), -A(5), type(-A(5)), type(+A(5)), A(5) in [5]
