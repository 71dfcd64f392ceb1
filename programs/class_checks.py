"""isinstance, issubclass, unions, generic aliases: what they say of a class."""

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
def _(): return isinstance(1, 5)


@show
def _(): return isinstance(1, (int, 5)), isinstance('', ((str,), int))


@show
def _(): return isinstance('', (int, 5))


@show
def _(): return issubclass(1, int)


@show
def _(): return issubclass(int, 1)


@show
def _(): return issubclass(int, (str, 1))


@show
def _(): return issubclass(bool, (str, (int,))), isinstance(True, int), isinstance(1, object), issubclass(type, object), isinstance(type, type)


@show
def _(): return isinstance(1, int | str), isinstance(None, int | None), issubclass(int, int | str), isinstance(1, (int | str, bytes))


@show
def _(): return isinstance(1)


@show
def _(): return isinstance(1, int, 3)


@show
def _(): return isinstance([], list[int])


@show
def _(): return issubclass(list, list[int])


@show
def _(): return isinstance(1, int | list[int])


@show
def _(): return issubclass(int, int | list[int])


@show
def _():
    class M(type):
        def __instancecheck__(cls, o): print('ic', o); return o == 5
        def __subclasscheck__(cls, o): print('sc', o); return o is int
    class A(metaclass=M): pass
    return isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A), isinstance(A(), A), issubclass(A, A), isinstance(5, (str, A))


@show
def _():
    class A:
        def __instancecheck__(self, o): return True
        def __subclasscheck__(self, o): return True
    return isinstance(1, A()), issubclass(int, A())


@show
def _():
    class M(type):
        def __instancecheck__(cls, o): raise ValueError('x')
    class A(metaclass=M): pass
    isinstance(1, A)


@show
def _():
    class A:
        @property
        def __bases__(self): return (int,)
    class B:
        def __init__(self, b): self.__bases__ = b
    a = A()
    print(issubclass(a, int), issubclass(a, str), issubclass(a, a))
    b = B(()); c = B((b,)); print(issubclass(c, b), issubclass(b, c), isinstance(1, b))
    class P:
        __class__ = c
    return isinstance(P(), b), isinstance(P(), c)


@show
def _():
    class A: __bases__ = 5
    issubclass(A(), int)


@show
def _():
    class A: __bases__ = 5
    isinstance(1, A())


@show
def _():
    class A:
        @property
        def __class__(self): raise RuntimeError('c')
    isinstance(A(), int)


@show
def _():
    class A:
        @property
        def __class__(self): raise AttributeError('c')
    return isinstance(A(), int)


@show
def _():
    class A:
        __class__ = 5
    return isinstance(A(), int)


@show
def _(): return type.__instancecheck__(int, 5), type.__subclasscheck__(int, bool), int.__instancecheck__(5), int.__subclasscheck__(str), object.__subclasshook__(1)


@show
def _(): return type.__instancecheck__(5, 5)


@show
def _(): return int.__subclasscheck__(5)


@show
def _():
    class A:
        @classmethod
        def __subclasshook__(cls, o): return True
    return issubclass(int, A)


@show
def _():
    x = list[int]
    return x, x.__origin__, x.__args__, x.__parameters__, type(x), x == list[int], x != list[str], hash(x) == hash(list[int]), x()


@show
def _(): return dict[str, int], tuple[int, ...], list[()], tuple[()], list[int][str]


@show
def _(): return set[int], frozenset[int], type[int], list['x'], list[1], list[None], list[int, str], list[list[int]], dict[str, list[tuple[int, ...]]]


@show
def _(): return list[int]([1, 2]), dict[str, int](a=1), list[int].__mro_entries__(()), type(list[int]()), list[int]().__class__


@show
def _():
    class A(list[int]): pass
    return A.__mro__, A.__orig_bases__, A.__bases__


@show
def _():
    class A:
        def __init__(self): pass
    g = type(list[int])(A, (int,))
    a = g(); return g, a.__orig_class__, g.__origin__ is A


@show
def _():
    G = type(list[int])
    return G(list, int), G(list, (int, str)), G(list, ()), G(5, 5), repr(G)


@show
def _(): return type(list[int])(list)


@show
def _(): return type(list[int])()


@show
def _(): return type(list[int])(list, x=1)


@show
def _():
    x = list[int]; x.foo = 1


@show
def _():
    x = list[int]; x.__origin__ = 1


@show
def _(): return list[int].foo


@show
def _(): return list[int] | None, int | list[int], list[int] | list[str], list[int] | 'x'


@show
def _(): return int | str, int | None, None | int, int | int, (int | str) | int, int | str == str | int, hash(int | str) == hash(str | int), (int | str).__args__, type(int | str), (int|str).__parameters__


@show
def _(): return int | 5


@show
def _(): return 5 | int


@show
def _(): return (int | str)()


@show
def _(): return (int | str)[int]


@show
def _(): return issubclass(int | str, int)


@show
def _(): return list[int] == list, list[int] == 5, {list[int]: 1}[list[int]]


@show
def _(): return hash(list[[]])


@show
def _(): return dir(list[int]) == sorted(set(dir(list)) | {'__origin__', '__args__', '__parameters__', '__mro_entries__', '__reduce__', '__reduce_ex__', '__getattribute__', '__copy__', '__deepcopy__'}) , [x for x in dir(list[int]) if x not in dir(list)]


@show
def _(): return enumerate[int], type(len).__name__, slice[int] if hasattr(slice, '__class_getitem__') else 'no'


@show
def _(): return str[int]


@show
def _():
    class A:
        __class_getitem__ = classmethod(type(list[int]))
    class B(A): pass
    return A[int], B[str, int], A[int]().__orig_class__


@show
def _(): return bool(list[int]), callable(list[int]), len(list[int].__args__)


@show
def _(): return len(list[int])


@show
def _(): return list[int] < list[int]


@show
def _():
    for c in [list, tuple, dict, set, frozenset, type, enumerate, filter, map, zip, reversed, range, slice, int, str, bytes, bytearray, float, complex, bool, property, classmethod, staticmethod, super, object, BaseException, type(i for i in ()), type(print), type({}.keys()), type(type.__dict__)]:
        print(c.__name__, hasattr(c, '__class_getitem__'))


@show
def _():
    class T: pass
    return list[T]


@show
def _(): return [1].__class__[int], type([])[int]


@show
def _(): return *list[int],
