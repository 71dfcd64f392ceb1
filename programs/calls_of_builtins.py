"""Two hundred calls of builtin functions, right ones and wrong ones, and what comes of each."""


class I:

    def __index__(self):
        return 5


class F:

    def __float__(self):
        return 2.5


class N:

    def __int__(self):
        return 7


class BadI:

    def __index__(self):
        return 'x'


class BadF:

    def __float__(self):
        return 'x'


class BadN:

    def __int__(self):
        return 'x'


class C:

    def __complex__(self):
        return 1 + 2j


class BadC:

    def __complex__(self):
        return 1


class R:

    def __round__(self, *a):
        return ('r', a)


class M(int):
    pass


class MF(float):
    pass


class Seq:

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i


class L:

    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Meta(type):

    def __instancecheck__(cls, x):
        return x == 3

    def __subclasscheck__(cls, x):
        return x is int


class MC(metaclass=Meta):
    pass


class Fake:
    __class__ = int


class Abs:
    __bases__ = ()


class It:

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('v')


class Dir:

    def __dir__(self):
        return ['b', 'a']


L_ = []


def show(text, f):
    try:
        print(text, '=>', repr(f()))
    except BaseException as e:
        print(text, '=>', type(e).__name__ + ':', e)


show('abs(-3)', lambda: abs(-3))
show("abs('a')", lambda: abs('a'))
show('abs(M(-4))', lambda: abs(M(-4)))
show('abs(MF(-4.5))', lambda: abs(MF(-4.5)))
show('divmod(7,2)', lambda: divmod(7,2))
show('divmod(7)', lambda: divmod(7))
show("divmod('a',1)", lambda: divmod('a',1))
show('pow(2,3)', lambda: pow(2,3))
show('pow(2,3,5)', lambda: pow(2,3,5))
show('pow(exp=3,base=2)', lambda: pow(exp=3,base=2))
show('pow(2)', lambda: pow(2))
show('pow(2,3,mod=5)', lambda: pow(2,3,mod=5))
show('round(2.5)', lambda: round(2.5))
show('round(R())', lambda: round(R()))
show('round(R(),2)', lambda: round(R(),2))
show('round(R(),None)', lambda: round(R(),None))
show("round('x')", lambda: round('x'))
show('round()', lambda: round())
show('hex(255)', lambda: hex(255))
show('hex(I())', lambda: hex(I()))
show('hex(1.5)', lambda: hex(1.5))
show('oct(8)', lambda: oct(8))
show('bin(-5)', lambda: bin(-5))
show('hex(BadI())', lambda: hex(BadI()))
show('chr(97)', lambda: chr(97))
show('chr(0x1F600)', lambda: chr(0x1F600))
show('chr(-1)', lambda: chr(-1))
show('chr(1114112)', lambda: chr(1114112))
show('chr(10**30)', lambda: chr(10**30))
show("chr('a')", lambda: chr('a'))
show('chr(I())', lambda: chr(I()))
show("ord('a')", lambda: ord('a'))
show("ord('ab')", lambda: ord('ab'))
show("ord(b'a')", lambda: ord(b'a'))
show("ord(b'ab')", lambda: ord(b'ab'))
show('ord(5)', lambda: ord(5))
show("ord(bytearray(b'z'))", lambda: ord(bytearray(b'z')))
show("hash('a')==hash('a')", lambda: hash('a')==hash('a'))
show('hash([])', lambda: hash([]))
show('hash(M(5))', lambda: hash(M(5)))
show('id(5)==id(5)', lambda: id(5)==id(5))
show('len([1])', lambda: len([1]))
show('len(5)', lambda: len(5))
show('len(L(3))', lambda: len(L(3)))
show('len(L(-1))', lambda: len(L(-1)))
show('len(L(2**70))', lambda: len(L(2**70)))
show('len()', lambda: len())
show('len(1,2)', lambda: len(1,2))
show('iter(5)', lambda: iter(5))
show('list(iter(Seq()))', lambda: list(iter(Seq())))
show('iter(5,6)', lambda: iter(5,6))
show('list(iter(lambda c=[0]: c.__setitem__(0,c[0]+1) or c[0], 3))', lambda: list(iter(lambda c=[0]: c.__setitem__(0,c[0]+1) or c[0], 3)))
show('next(5)', lambda: next(5))
show('next(iter([]))', lambda: next(iter([])))
show('next(iter([]),7)', lambda: next(iter([]),7))
show('next(It())', lambda: next(It()))
show('next(It(),1)', lambda: next(It(),1))
show('next()', lambda: next())
show('any([])', lambda: any([]))
show('any([0,1])', lambda: any([0,1]))
show('all([])', lambda: all([]))
show('all([1,0])', lambda: all([1,0]))
show('any(5)', lambda: any(5))
show('sum([1,2])', lambda: sum([1,2]))
show('sum([1.5,2])', lambda: sum([1.5,2]))
show('sum([[1],[2]],[])', lambda: sum([[1],[2]],[]))
show("sum(['a'],'')", lambda: sum(['a'],''))
show("sum([b'a'],b'')", lambda: sum([b'a'],b''))
show("sum(['a'])", lambda: sum(['a']))
show('sum([1],start=5)', lambda: sum([1],start=5))
show('sum()', lambda: sum())
show('sum(5)', lambda: sum(5))
show('sum([],start=2)', lambda: sum([],start=2))
show('sum(1,2,3)', lambda: sum(1,2,3))
show('sum([True,True])', lambda: sum([True,True]))
show('min([3,1,2])', lambda: min([3,1,2]))
show('max([3,1,2])', lambda: max([3,1,2]))
show('min(3,1)', lambda: min(3,1))
show('max()', lambda: max())
show('max([])', lambda: max([]))
show('max([],default=4)', lambda: max([],default=4))
show('max(1,2,default=3)', lambda: max(1,2,default=3))
show('max([1,2],key=lambda x:-x)', lambda: max([1,2],key=lambda x:-x))
show('max(1,2,key=None)', lambda: max(1,2,key=None))
show('max([1],x=2)', lambda: max([1],x=2))
show('min(5)', lambda: min(5))
show("min(1,'a')", lambda: min(1,'a'))
show("max('abc')", lambda: max('abc'))
show('sorted([3,1,2])', lambda: sorted([3,1,2]))
show('sorted([3,1,2],reverse=True)', lambda: sorted([3,1,2],reverse=True))
show('sorted([3,1],key=lambda x:-x)', lambda: sorted([3,1],key=lambda x:-x))
show('sorted()', lambda: sorted())
show('sorted([1],2)', lambda: sorted([1],2))
show('sorted([1],x=2)', lambda: sorted([1],x=2))
show('sorted(5)', lambda: sorted(5))
show("sorted([1,'a'])", lambda: sorted([1,'a']))
show('callable(5)', lambda: callable(5))
show('callable(len)', lambda: callable(len))
show('callable(I)', lambda: callable(I))
show('callable(I())', lambda: callable(I()))
show('isinstance(5,int)', lambda: isinstance(5,int))
show('isinstance(True,int)', lambda: isinstance(True,int))
show('isinstance(5,(str,int))', lambda: isinstance(5,(str,int)))
show('isinstance(5,(str,(int,)))', lambda: isinstance(5,(str,(int,))))
show('isinstance(5,5)', lambda: isinstance(5,5))
show('isinstance(5,MC)', lambda: isinstance(5,MC))
show('isinstance(3,MC)', lambda: isinstance(3,MC))
show('isinstance(Fake(),int)', lambda: isinstance(Fake(),int))
show('isinstance(5,Abs())', lambda: isinstance(5,Abs()))
show('issubclass(bool,int)', lambda: issubclass(bool,int))
show('issubclass(int,(str,int))', lambda: issubclass(int,(str,int)))
show('issubclass(5,int)', lambda: issubclass(5,int))
show('issubclass(int,5)', lambda: issubclass(int,5))
show('issubclass(int,MC)', lambda: issubclass(int,MC))
show('issubclass(str,MC)', lambda: issubclass(str,MC))
show('issubclass(Abs(),Abs())', lambda: issubclass(Abs(),Abs()))
show('isinstance(5)', lambda: isinstance(5))
show('issubclass()', lambda: issubclass())
show("getattr(5,'real')", lambda: getattr(5,'real'))
show("getattr(5,'x')", lambda: getattr(5,'x'))
show("getattr(5,'x',9)", lambda: getattr(5,'x',9))
show('getattr(5,6)', lambda: getattr(5,6))
show('getattr(5)', lambda: getattr(5))
show("hasattr(5,'real')", lambda: hasattr(5,'real'))
show("hasattr(5,'x')", lambda: hasattr(5,'x'))
show('hasattr(5,6)', lambda: hasattr(5,6))
show("setattr(5,'x',1)", lambda: setattr(5,'x',1))
show('setattr(L_,5,1)', lambda: setattr(L_,5,1))
show('setattr(1,2)', lambda: setattr(1,2))
show("delattr(5,'x')", lambda: delattr(5,'x'))
show('delattr(5,5)', lambda: delattr(5,5))
show("delattr(I(),'zz')", lambda: delattr(I(),'zz'))
show("repr('a')", lambda: repr('a'))
show('repr(5)', lambda: repr(5))
show("ascii('é')", lambda: ascii('é'))
show('format(5)', lambda: format(5))
show("format(5,'x')", lambda: format(5,'x'))
show('format(5,6)', lambda: format(5,6))
show('dir(Dir())', lambda: dir(Dir()))
show('dir(5)[:3]', lambda: dir(5)[:3])
show("'real'in(dir(5))", lambda: 'real'in(dir(5)))
show('vars(5)', lambda: vars(5))
show('vars(1,2)', lambda: vars(1,2))
show('dir(1,2)', lambda: dir(1,2))
show('len(dir([]))>30', lambda: len(dir([]))>30)
show('int(N())', lambda: int(N()))
show('int(I())', lambda: int(I()))
show('int(BadN())', lambda: int(BadN()))
show('int(BadI())', lambda: int(BadI()))
show('float(F())', lambda: float(F()))
show('float(I())', lambda: float(I()))
show('float(BadF())', lambda: float(BadF()))
show('complex(C())', lambda: complex(C()))
show('complex(F())', lambda: complex(F()))
show('complex(BadC())', lambda: complex(BadC()))
show('complex(I(),I())', lambda: complex(I(),I()))
show('complex(1j,2j)', lambda: complex(1j,2j))
show('M(5)', lambda: M(5))
show('M(5)+1', lambda: M(5)+1)
show('type(M(5)+1)', lambda: type(M(5)+1))
show("M('12')", lambda: M('12'))
show('repr(M(3))', lambda: repr(M(3)))
show("M.from_bytes(b'a','big')", lambda: M.from_bytes(b'a','big'))
show("type(M.from_bytes(b'a','big'))", lambda: type(M.from_bytes(b'a','big')))
show('M(5).real', lambda: M(5).real)
show('type(M(5).real)', lambda: type(M(5).real))
show('type(MF(2.0)*2)', lambda: type(MF(2.0)*2))
show("MF.fromhex('0x1p1')", lambda: MF.fromhex('0x1p1'))
show("type(MF.fromhex('0x1p1'))", lambda: type(MF.fromhex('0x1p1')))
show('bool(M(0))', lambda: bool(M(0)))
show('{M(1):2}[1]', lambda: {M(1):2}[1])
show('M(3)==3.0', lambda: M(3)==3.0)
show('3.0==M(3)', lambda: 3.0==M(3))
show('2**M(3)', lambda: 2**M(3))
show('[1,2,3][M(1)]', lambda: [1,2,3][M(1)])
show('range(M(3))', lambda: range(M(3)))
show("'%d'%M(5)", lambda: '%d'%M(5))
show('int(M(7))', lambda: int(M(7)))
show('type(int(M(7)))', lambda: type(int(M(7))))
show('type(+M(7))', lambda: type(+M(7)))
show('type(M(7).__int__())', lambda: type(M(7).__int__()))
show('print(1,2,sep=3)', lambda: print(1,2,sep=3))
show('print(1,x=2)', lambda: print(1,x=2))
show('print(1,end=5)', lambda: print(1,end=5))
show('globals()is(globals())', lambda: globals()is(globals()))
show("input('p')", lambda: input('p'))
show('True+True', lambda: True+True)
show('True&1', lambda: True&1)
show('type(None)()', lambda: type(None)())
show('type(...)()', lambda: type(...)())
show('type(NotImplemented)()', lambda: type(NotImplemented)())
show('None.__class__', lambda: None.__class__)
show('None.x', lambda: None.x)
show('...==...', lambda: ...==...)
show('(5).bit_length()', lambda: (5).bit_length())
bound = {1}.union, "abc".find, b"abc".count
show("bound[0](x=1)", lambda: bound[0](x=1))
show("bound[1](x=1)", lambda: bound[1](x=1))
show("bound[2](*'a', x=1)", lambda: bound[2](*'a', x=1))
show("{1}.union(x=1)", lambda: {1}.union(x=1))
show("set.union({1}, x=1)", lambda: set.union({1}, x=1))
show("str.find('a', x=1)", lambda: str.find('a', x=1))
show("b'a'.startswith(x=1)", lambda: b'a'.startswith(x=1))
show("vars(x=1)", lambda: vars(x=1))
show("dir(**{'x': 1})", lambda: dir(**{'x': 1}))
show("int.__subclasshook__(x=1)", lambda: int.__subclasshook__(x=1))
show("range(3).__reduce__(1)", lambda: range(3).__reduce__(1))
