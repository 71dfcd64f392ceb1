"""PRECALL and CALL: Python functions, classes, natives."""


def nothing():
    pass


def one(a):
    return a


def two(a, b):
    return a


def defaults(a, b=1, c=2):
    return a


def all_defaults(a=0, b=1):
    return a


def star(*args):
    return args


def kwargs(**kw):
    return kw


def keyword_only(a, *, b=1):
    return a


def positional_only(a, /, b):
    return b


def generator(n):
    for i in range(n):
        yield i


async def coroutine():
    return 1


def recursive(n):
    return 1 if n < 2 else recursive(n - 1) + recursive(n - 2)


def call_nothing():
    nothing()


def call_one(a):
    return one(a)


def call_two(a):
    return two(a, a)


def call_defaults_1(a):
    return defaults(a)


def call_defaults_2(a):
    return defaults(a, 1)


def call_defaults_3(a):
    return defaults(a, 1, 2)


def call_all_defaults():
    return all_defaults()


def call_star(a):
    return star(a, a)


def call_kwargs():
    return kwargs(a=1)


def call_keyword(a):
    return two(a, b=1)


def call_keyword_only(a):
    return keyword_only(a)


def call_positional_only(a):
    return positional_only(a, 2)


def call_expanded(args):
    return two(*args)


def call_generator():
    return sum(generator(3))


def call_wrong(a):
    try:
        return two(a)
    except TypeError:
        return None


def call_lambda(f, a):
    return f(a)


def call_changing(f, a):
    return f(a)


def call_many_functions(fs, a):
    for f in fs:
        f(a)


def call_new_closures(a):
    def inner(b):
        return a + b
    return inner(1)


def call_class(a):
    return Simple(a)


def call_empty_class():
    return Empty()


def call_new(a):
    return WithNew(a)


def call_exception():
    return ValueError("x")


def call_int(a):
    return int(a)


def call_float(a):
    return float(a)


def call_str(a):
    return str(a)


def call_str_two(a):
    return str(a, "utf-8")


def call_bool(a):
    return bool(a)


def call_list(a):
    return list(a)


def call_tuple(a):
    return tuple(a)


def call_dict(a):
    return dict(a=a)


def call_set(a):
    return set(a)


def call_range(n):
    return range(n)


def call_range_2(n):
    return range(1, n)


def call_enumerate(a):
    return list(enumerate(a, start=1))


def call_zip(a):
    return list(zip(a, a))


def call_map(a):
    return list(map(one, a))


def call_type(a):
    return type(a)


def call_type_3(name):
    return type(name, (), {})


def call_object():
    return object()


def call_len(a):
    return len(a)


def call_len_of_object(a):
    return len(a)


def call_isinstance(a):
    return isinstance(a, int)


def call_isinstance_tuple(a):
    return isinstance(a, (str, int))


def call_issubclass(a):
    return issubclass(type(a), int)


def call_abs(a):
    return abs(a)


def call_ord(a):
    return ord(a)


def call_chr(a):
    return chr(a)


def call_hash(a):
    return hash(a)


def call_repr(a):
    return repr(a)


def call_min(a):
    return min(a, 3)


def call_max(a):
    return max([a, 3])


def call_max_key(a):
    return max([a, 3], key=abs)


def call_sum(a):
    return sum(a)


def call_sorted(a):
    return sorted(a)


def call_sorted_reverse(a):
    return sorted(a, reverse=True)


def call_getattr(a):
    return getattr(a, "real")


def call_getattr_3(a):
    return getattr(a, "nothing", None)


def call_hasattr(a):
    return hasattr(a, "real")


def call_setattr(a):
    setattr(a, "x", 1)


def call_divmod(a):
    return divmod(a, 3)


def call_pow(a):
    return pow(a, 2)


def call_pow_mod(a):
    return pow(a, 2, 7)


def call_round(a):
    return round(a, 1)


def call_iter_next(a):
    return next(iter(a))


def call_any(a):
    return any(a)


def call_id(a):
    return id(a)


def call_callable(a):
    return callable(a)


def call_format(a):
    return format(a, "d")


def call_bin(a):
    return bin(a)


def call_vars(a):
    return vars(a)


def call_print_nothing(a):
    print(end="")


def call_builtin_then_function(f, a):
    return f(a)


def call_function_then_builtin(f, a):
    return f(a)


def call_two_builtins(f, a):
    return f(a)


def call_bound_builtin(f, a):
    return f(a)


def call_partial_kinds(f):
    return f()


def code_replaced(a):
    return victim(a)


def defaults_replaced(a):
    return victim_with_defaults(a)


def victim(a):
    return a


def replacement(a):
    return -a


def victim_with_defaults(a, b=1):
    return b


class Simple:
    def __init__(self, a):
        self.a = a


class Empty:
    pass


class WithNew:
    def __new__(cls, a):
        return object.__new__(cls)


class Sized:
    def __len__(self):
        return 3


class Called:
    def __call__(self, a):
        return a


class Parent:
    def __init__(self, a):
        self.a = a


class Derived(Parent):
    def __init__(self, a):
        super().__init__(a)
        self.b = a


def call_derived(a):
    return Derived(a)


def decorated(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@decorated
def decorated_function(a):
    return a


def call_decorated(a):
    return decorated_function(a)


def nested_calls(a):
    return one(one(one(two(a, one(a)))))


def main():
    for i in range(20):
        call_nothing()
        call_one(i)
        call_two(i)
        call_defaults_1(i)
        call_defaults_2(i)
        call_defaults_3(i)
        call_all_defaults()
        call_star(i)
        call_kwargs()
        call_keyword(i)
        call_keyword_only(i)
        call_positional_only(i)
        call_expanded((i, i))
        call_generator()
        call_wrong(i)
        call_lambda(lambda a: a, i)
        call_new_closures(i)
        call_class(i)
        call_empty_class()
        call_new(i)
        call_exception()
        call_int("12")
        call_float(i)
        call_str(i)
        call_str_two(b"a")
        call_bool(i)
        call_list("ab")
        call_tuple([1, 2])
        call_dict(i)
        call_set([1])
        call_range(i)
        call_range_2(i)
        call_enumerate("ab")
        call_zip("ab")
        call_map("ab")
        call_type(i)
        call_type_3("T")
        call_object()
        call_len([1])
        call_len_of_object(Sized())
        call_isinstance(i)
        call_isinstance_tuple(i)
        call_issubclass(i)
        call_abs(-i)
        call_ord("a")
        call_chr(97)
        call_hash(i)
        call_repr(i)
        call_min(i)
        call_max(i)
        call_max_key(i)
        call_sum([1, 2])
        call_sorted([2, 1])
        call_sorted_reverse([2, 1])
        call_getattr(i)
        call_getattr_3(i)
        call_hasattr(i)
        call_setattr(Empty())
        call_divmod(i)
        call_pow(i)
        call_pow_mod(i)
        call_round(i * 0.25)
        call_iter_next([1])
        call_any([1])
        call_id(None)
        call_callable(one)
        call_format(i)
        call_bin(i)
        call_vars(Simple(1))
        call_print_nothing(i)
        call_bound_builtin("a b".split, " ")
        call_partial_kinds(Empty)
        call_derived(i)
        call_decorated(i)
        nested_calls(i)
        code_replaced(i)
        defaults_replaced(i)
        call_builtin_then_function(abs, i)
        call_function_then_builtin(one, i)
        call_two_builtins(abs, i)
    victim.__code__ = replacement.__code__
    victim_with_defaults.__defaults__ = (7,)
    for i in range(70):
        code_replaced(i)
        defaults_replaced(i)
        call_builtin_then_function(one, i)
        call_function_then_builtin(abs, i)
        call_two_builtins(len, "ab")
    fs = [lambda a: a for _ in range(3)]
    for i in range(100):
        call_changing(fs[i % 3], i)
        call_changing(Called(), i)
    for i in range(20):
        call_many_functions([one, abs, float, Called(), Simple], 1)
    print(recursive(12))


main()
