"""Globals, subscripts, comparisons, unpacking, superinstructions, closures, generators."""

import math

limit = 10
table = {"a": 1, "b": 2}
counter = 0


class Vector:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.items = self.items[:i] + (value,) + self.items[i + 1:]

    def __len__(self):
        return len(self.items)


class DefaultItem:
    def __getitem__(self, i, default=None):
        return i


class StarItem:
    def __getitem__(self, *args):
        return args


class MyList(list):
    pass


class MyDict(dict):
    def __missing__(self, key):
        return key


class Ordered:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __eq__(self, other):
        return self.n == other.n


def read_global():
    return limit


def read_builtin():
    return len


def read_global_changed():
    return limit


def read_global_added():
    return limit


def read_missing():
    try:
        return not_there
    except NameError:
        return None


def shadow_builtin():
    return max


def write_global():
    global counter
    counter += 1


# The dictionaries of native modules have other indices here: these are made by hand.
shapes = type(math)("shapes")
shapes.pi = 3
shapes.floor = int


def module_attribute():
    return shapes.pi


def module_function(x):
    return shapes.floor(x)


def module_missing():
    try:
        return math.nothing
    except AttributeError:
        return None


def own_module(m):
    return m.value


def own_module_method(m):
    return m.function()


def module_with_getattr(m):
    return m.value


def write_module(m):
    m.value = 2


def list_item(values, i):
    return values[i]


def list_negative(values):
    return values[-1]


def list_slice(values):
    return values[1:2]


def list_bool(values):
    return values[True]


def tuple_item(values, i):
    return values[i]


def tuple_slice(values):
    return values[:1]


def dict_item(d, k):
    return d[k]


def dict_missing(d):
    try:
        return d["none"]
    except KeyError:
        return None


def vector_item(v, i):
    return v[i]


def vector_changed(v, i):
    return v[i]


def default_item(v):
    return v[0]


def star_item(v):
    return v[0]


def range_item(r, i):
    return r[i]


def sub_list_item(v, i):
    return v[i]


def sub_dict_item(v, k):
    return v[k]


def list_then_dict(c, k):
    return c[k]


def out_of_range(values):
    try:
        return values[9]
    except IndexError:
        return None


def generic_alias():
    return list[int]


def store_list(values, i):
    values[i] = i


def store_list_negative(values):
    values[-1] = 0


def store_slice(values):
    values[0:1] = [5]


def store_dict(d, k):
    d[k] = k


def store_vector(v, i):
    v[i] = i


def store_bytearray(b, i):
    b[i] = 1


def store_sub_dict(d, k):
    d[k] = 1


def store_poly(c, k):
    c[k] = 0


def augmented_item(values):
    values[0] += 1


def augmented_dict(d, k):
    d[k] = d.get(k, 0) + 1


def less_than(a, b):
    if a < b:
        return 1
    return 2


def int_loop(n):
    i = 0
    while i < n:
        i += 1
    return i


def int_loop_until(n):
    while True:
        n -= 1
        if n == 0:
            return n


def float_compare(a, b):
    return 1 if a <= b else 2


def float_loop(x):
    while x > 1.0:
        x = x / 2.0
    return x


def nan_compare(a, b):
    if a < b:
        return 1
    return 2


def mixed_compare(a, b):
    if a > b:
        return 1
    return 2


def big_compare(a, b):
    if a > b:
        return 1
    return 2


def list_compare(a, b):
    if a == b:
        return 1
    return 2


def tuple_compare(a, b):
    if a != b:
        return 1
    return 2


def object_compare(a, b):
    if a < b:
        return 1
    return 2


def object_equal(a, b):
    if a == b:
        return 1
    return 2


def compare_value(a, b):
    return a < b


def compare_and(a, b):
    if a < b and b < 10:
        return 1
    return 2


def compare_or(a, b):
    if a < b or b < 10:
        return 1
    return 2


def compare_chain(a, b, c):
    if a < b < c:
        return 1
    return 2


def compare_not(a, b):
    if not a == b:
        return 1
    return 2


def int_then_str(a, b):
    if a == b:
        return 1
    return 2


def unpack_two(pair):
    a, b = pair
    return a


def unpack_three(three):
    a, b, c = three
    return c


def unpack_list(items):
    a, b, c = items
    return a


def unpack_two_list(items):
    a, b = items
    return a


def unpack_generator(n):
    a, b = (i for i in range(n))
    return b


def unpack_string(text):
    a, b = text
    return a


def unpack_star(items):
    a, *b = items
    return b


def unpack_wrong(items):
    try:
        a, b = items
    except ValueError:
        return None


def unpack_poly(items):
    a, b = items
    return a


def swap(a, b):
    a, b = b, a
    return a


def swap_three(a, b, c):
    a, b, c = c, b, a
    return a


def unpack_loop(pairs):
    total = 0
    for a, b in pairs:
        total += a * b
    return total


def supers(a, b):
    c = a
    d = b
    e = c
    f = 5
    g = d
    a = b = 1
    return c + d + e + f + g


def unbound(flag):
    if flag:
        a = 1
    try:
        return flag, a
    except UnboundLocalError:
        return None


def deleted(a):
    b = a
    del b
    b = a
    return b


def closure_counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n
    return up


def use_closure(f):
    return f() + f()


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def pairs(n):
    for i in numbers(n):
        yield i, i + 1


def use_generator(n):
    total = 0
    for a, b in pairs(n):
        total += a - b
    return total


def delegate(n):
    yield from numbers(n)
    return n


def comprehension(n):
    return [i * i for i in range(n) if i % 2]


def nested_comprehension(n):
    return {i: [j + i for j in range(i)] for i in range(n)}


def generator_expression(n):
    return sum(i * 2 for i in range(n))


def with_statement(manager):
    with manager as m:
        return m.value


class Manager:
    value = 3

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def try_finally(d):
    try:
        return d["x"]
    except KeyError:
        return None
    finally:
        d["y"] = 1


def match_shape(p):
    match p:
        case (a, b):
            return a + b
        case {"k": v}:
            return v
        case int():
            return p
        case _:
            return None


def long_jump(n):
    x = 0
    while x < n:
        x += 1
        if x > 1000:
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            a = x + 1; b = a + 2; c = b + 3; d = c + 4; e = d + 5; f = e + 6
            x = f
    return x


def never_warm(a):
    return a + 1


def loop_warms(n):
    total = 0
    for i in range(n):
        total += i
    return total


def sieve(n):
    flags = [True] * (n + 1)
    primes = []
    for i in range(2, n + 1):
        if flags[i]:
            primes.append(i)
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return primes


def words(text):
    seen = {}
    for word in text.split():
        if word in seen:
            seen[word] += 1
        else:
            seen[word] = 1
    return sorted(seen.items(), key=lambda item: (-item[1], item[0]))


def matrix_multiply(a, b):
    n = len(a)
    out = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0
            for k in range(n):
                s += a[i][k] * b[k][j]
            out[i][j] = s
    return out


def main():
    global limit, later, max
    m = type(math)("m")
    m.value = 1
    m.function = read_global
    g = type(math)("g")
    g.__getattr__ = lambda name: name
    g.value = 1
    v = Vector(1, 2, 3)
    for i in range(20):
        read_global()
        read_builtin()
        read_missing()
        shadow_builtin()
        write_global()
        module_attribute()
        module_function(1.5)
        module_missing()
        own_module(m)
        own_module_method(m)
        module_with_getattr(g)
        write_module(m)
        values = [1, 2, 3]
        list_item(values, i % 3)
        list_negative(values)
        list_slice(values)
        list_bool(values)
        tuple_item((1, 2, 3), i % 3)
        tuple_slice((1, 2))
        dict_item(table, "a")
        dict_missing(table)
        vector_item(v, i % 3)
        vector_changed(v, i % 3)
        default_item(DefaultItem())
        star_item(StarItem())
        range_item(range(5), i % 5)
        sub_list_item(MyList([1, 2]), 0)
        sub_dict_item(MyDict(), i)
        out_of_range(values)
        generic_alias()
        store_list(values, i % 3)
        store_list_negative(values)
        store_slice(values)
        store_dict(dict(table), "c")
        store_vector(v, i % 3)
        store_bytearray(bytearray(3), 1)
        store_sub_dict(MyDict(), 1)
        augmented_item(values)
        augmented_dict({}, i)
        less_than(i, 5)
        int_loop(i)
        int_loop_until(5)
        float_compare(i * 0.5, 5.0)
        float_loop(8.0)
        nan_compare(float("nan"), 1.0)
        mixed_compare(i, 1.5)
        big_compare(2 ** 40, i)
        list_compare([i], [1])
        tuple_compare((i,), (1,))
        object_compare(Ordered(i), Ordered(3))
        object_equal(Ordered(i), Ordered(3))
        compare_value(i, 3)
        compare_and(i, 3)
        compare_or(i, 3)
        compare_chain(1, i, 5)
        compare_not(i, 3)
        int_then_str(i, 3)
        unpack_two((1, 2))
        unpack_three((1, 2, 3))
        unpack_list([1, 2, 3])
        unpack_two_list([1, 2])
        unpack_generator(2)
        unpack_string("ab")
        unpack_star([1, 2, 3])
        unpack_wrong((1, 2, 3))
        unpack_poly((1, 2))
        swap(1, 2)
        swap_three(1, 2, 3)
        unpack_loop([(1, 2), (3, 4)])
        supers(1, 2)
        unbound(i % 2)
        deleted(i)
        use_closure(closure_counter())
        use_generator(5)
        list(delegate(4))
        comprehension(6)
        nested_comprehension(4)
        generator_expression(4)
        with_statement(Manager())
        try_finally({})
        match_shape((1, 2))
        match_shape({"k": 1})
        match_shape(3)
        match_shape("x")
        long_jump(3)
        read_global_changed()
        read_global_added()
    for i in range(100):
        list_then_dict([1, 2] if i % 2 else {0: 1, 1: 2}, i % 2)
        store_poly([1, 2] if i % 2 else {0: 1, 1: 2}, i % 2)
        unpack_poly([1, 2] if i % 4 else (1, 2))
        int_then_str("a", "b") if i % 3 else int_then_str(1, 2)
        limit = i
        read_global_changed()
    later = 1
    for i in range(60):
        read_global_added()
    max = min
    for i in range(60):
        shadow_builtin()
    Vector.__getitem__ = lambda self, i: i
    for i in range(60):
        vector_changed(v, 0)
    never_warm(1)
    print(loop_warms(3), loop_warms(3), loop_warms(30), sieve(50), words("a b a c b a"))
    print(matrix_multiply([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    print(counter, limit)


main()
