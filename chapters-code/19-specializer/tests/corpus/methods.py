"""LOAD_METHOD and what is called with it."""


class Counter:
    def __init__(self):
        self.count = 0

    def up(self):
        self.count += 1
        return self

    def add(self, n):
        self.count += n

    def add_default(self, n=2, m=3):
        self.count += n + m

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def twice(n):
        return n * 2

    @property
    def callback(self):
        return self.up

    total = sum
    kind = "counter"


class Child(Counter):
    def up(self):
        super().up()
        return self

    def again(self):
        return super().add(1)


class Slots:
    __slots__ = ("x",)

    def get(self):
        return self.x


class Numbers(list):
    def total(self):
        return sum(self)


class Pairs(tuple):
    def first(self):
        return self[0]


class Oops(Exception):
    def text(self):
        return "oops"


class Callable:
    def __call__(self, n):
        return n


class Hidden:
    def get(self):
        return 1


class Getattr:
    def __getattr__(self, name):
        return lambda: name


class Meta(type):
    def create(cls):
        return cls()

    def shared(cls):
        return 1


class WithMeta(metaclass=Meta):
    def shared(self):
        return 2

    @staticmethod
    def own():
        return 3


def call_up(c):
    return c.up()


def call_add(c, n):
    c.add(n)


def call_default(c):
    c.add_default()


def call_default_one(c):
    c.add_default(5)


def call_keyword(c):
    c.add_default(m=1)


def call_inherited(c):
    c.add(1)


def call_super(c):
    return c.again()


def call_classmethod(c):
    return c.make()


def call_staticmethod(c):
    return c.twice(2)


def call_on_class():
    return Counter.make()


def call_static_on_class():
    return Counter.twice(3)


def call_unbound(c):
    return Counter.up(c)


def call_builtin_attribute(c):
    return c.total([1, 2])


def call_slots(s):
    return s.get()


def call_list_subclass(n):
    return n.total()


def call_append_subclass(n):
    n.append(1)


def call_pairs(p):
    return p.first()


def call_exception(e):
    return e.text()


def call_exception_with_dict(e):
    return e.text()


def call_with_dict(c):
    return c.up()


def call_with_own_dict(c):
    return c.up()


def call_hidden(h):
    return h.get()


def call_instance_attribute(h):
    return h.function()


def call_getattr(g):
    return g.anything()


def call_meta(c):
    return c.create()


def call_meta_shadowed(c):
    return c.own()


def call_property(c):
    return c.callback()


def call_object(c):
    return c(3)


def bound(c):
    method = c.up
    return method()


def bound_with_argument(c):
    method = c.add
    method(1)


def bound_keyword(c):
    method = c.add_default
    method(n=1)


def poly(c):
    return c.up()


def redefined(c):
    return c.up()


def string_method(s):
    return s.strip()


def int_method(i):
    return i.bit_length()


def float_method(f):
    return f.is_integer()


def dict_method(d):
    return d.get("a")


def dict_items(d):
    return [k for k, v in d.items()]


def dict_keys(d):
    return list(d.keys())


def dict_pop(d):
    return d.pop("zz", None)


def dict_setdefault(d):
    return d.setdefault("a", 1)


def dict_update(d):
    d.update(b=2)


def dict_copy(d):
    return d.copy()


def dict_fromkeys():
    return dict.fromkeys([1, 2])


def list_append(values):
    out = []
    for value in values:
        out.append(value)
    return out


def list_append_used(out):
    return out.append(1)


def list_pop(values):
    return values.pop()


def list_extend(values):
    values.extend([1])


def list_insert(values):
    values.insert(0, 1)


def list_sort(values):
    values.sort()


def list_sort_key(values):
    values.sort(key=lambda v: -v)


def list_index(values):
    return values.index(1)


def list_count(values):
    return values.count(1)


def list_copy(values):
    return values.copy()


def list_clear(values):
    values.clear()


def list_remove(values):
    values.remove(1)


def list_reverse(values):
    values.reverse()


def set_add(s):
    s.add(1)


def set_discard(s):
    s.discard(2)


def set_union(s):
    return s.union([1])


def tuple_count(t):
    return t.count(1)


def set_methods(s):
    s.update([1, 2])
    return s.issubset([1, 2, 3]), s.intersection([1]), s.pop()


def bytes_method(b):
    return b.hex()


def generator_send(g):
    return g.send(None)


def generate():
    while True:
        yield 1


def append_alias(values):
    append = values.append
    for i in range(3):
        append(i)


def wrong_number(values):
    try:
        values.append()
    except TypeError:
        pass


def main():
    c, k = Counter(), Child()
    for i in range(20):
        call_up(c)
        call_add(c, i)
        call_default(c)
        call_default_one(c)
        call_keyword(c)
        call_inherited(k)
        call_super(k)
        k.up()
        call_classmethod(c)
        call_staticmethod(c)
        call_on_class()
        call_static_on_class()
        call_unbound(c)
        call_builtin_attribute(c)
        s = Slots()
        s.x = 1
        call_slots(s)
        call_list_subclass(Numbers([1, 2]))
        call_append_subclass(Numbers())
        call_pairs(Pairs((1, 2)))
        call_exception(Oops())
        e = Oops()
        e.extra = 1
        call_exception_with_dict(e)
        d = Counter()
        d.__dict__
        call_with_dict(d)
        d.__dict__ = {"count": 1}
        call_with_own_dict(d)
        h = Hidden()
        h.function = call_on_class
        call_instance_attribute(h)
        if i > 10:
            h.get = lambda: 2
        call_hidden(h)
        call_getattr(Getattr())
        call_meta(WithMeta)
        call_meta_shadowed(WithMeta)
        call_property(c)
        call_object(Callable())
        bound(c)
        bound_with_argument(c)
        bound_keyword(c)
        string_method(" a ")
        int_method(i)
        float_method(i * 0.5)
        table = {"a": 1, "c": 2}
        dict_method(table)
        dict_items(table)
        dict_keys(table)
        dict_pop(table)
        dict_setdefault(table)
        dict_update(table)
        dict_copy(table)
        dict_fromkeys()
        values = [3, 1, 2]
        list_append(values)
        list_append_used(values)
        list_pop(values)
        list_extend(values)
        list_insert(values)
        list_sort(values)
        list_sort_key(values)
        list_index(values)
        list_count(values)
        list_copy(values)
        list_remove(values)
        list_reverse(values)
        list_clear(values)
        group = {1, 2, 3}
        set_add(group)
        set_discard(group)
        set_union(group)
        set_methods(group)
        tuple_count((1, 2))
        bytes_method(b"ab")
        append_alias(values)
        wrong_number(values)
    g = generate()
    for i in range(20):
        generator_send(g)
    for i in range(120):
        poly(c if i % 2 else k)
    for i in range(20):
        redefined(c)
    Counter.up = lambda self: self
    for i in range(100):
        redefined(c)
    print(c.count, k.count)


main()
