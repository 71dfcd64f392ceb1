"""LOAD_ATTR and STORE_ATTR: values, dictionaries, slots, modules, classes, what fails."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy


class Shape:
    sides = 0

    def __init__(self):
        self.name = "shape"

    def describe(self):
        return self.name, self.sides


class Square(Shape):
    sides = 4


class Slotted:
    __slots__ = ("b", "a")

    def __init__(self, a, b):
        self.a = a
        self.b = b


class SlottedChild(Slotted):
    __slots__ = ("c",)

    def __init__(self, a, b, c):
        super().__init__(a, b)
        self.c = c


class Weak:
    __slots__ = ("w", "__weakref__")


class BehindWeak(Weak):
    __slots__ = ("behind",)


class Plain:
    pass


class SlotBehindDict(Plain):
    __slots__ = ("slot",)


class WithProperty:
    def __init__(self):
        self._value = 1

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new


class WithGetattr:
    def __getattr__(self, name):
        return name


class WithGetattribute:
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)


class WithSetattr:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Descriptor:
    def __get__(self, instance, owner=None):
        return 1


class DataDescriptor:
    def __get__(self, instance, owner=None):
        return 1

    def __set__(self, instance, value):
        pass


class WithDescriptors:
    plain = Descriptor()
    data = DataDescriptor()
    method = len

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def static():
        return 1


class Meta(type):
    @property
    def kind(cls):
        return "meta"


class WithMeta(metaclass=Meta):
    level = 3


class Many:
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = 1
        self.i = self.j = self.k = self.l = self.m = self.n = self.o = self.p = 2
        self.q = self.r = self.s = self.t = self.u = self.v = self.w = self.x = 3
        self.y = self.z = self.aa = self.bb = self.cc = self.dd = self.ee = self.ff = 4
        self.gg = self.hh = 5


class ListWith(list):
    def __init__(self):
        super().__init__()
        self.extra = 1


class DictSlots(dict):
    __slots__ = ("tag",)


class Problem(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def read_x(p):
    return p.x


def write_x(p, value):
    p.x = value


def read_and_write(p):
    p.x = p.y
    p.y = p.x + 1
    return p.x


def class_attribute(s):
    return s.sides


def instance_shadows(s):
    return s.sides


def read_slot(s):
    return s.a


def write_slot(s, value):
    s.b = value


def read_child_slot(s):
    return s.c


def read_behind(o):
    return o.behind


def write_behind(o):
    o.behind = 1


def read_weak(o):
    return o.w


def slot_behind_dict(o):
    o.slot = 1
    return o.slot


def empty_slot(s):
    try:
        return s.a
    except AttributeError:
        return None


def read_property(o):
    return o.value


def write_property(o):
    o.value = 2


def read_getattr(o):
    return o.anything


def read_getattribute(o):
    return o.x


def write_setattr(o):
    o.x = 1


def read_descriptor(o):
    return o.plain


def read_data_descriptor(o):
    return o.data


def write_data_descriptor(o):
    o.data = 1


def read_method(o):
    return o.norm


def read_builtin_function(o):
    return o.method


def read_classmethod(o):
    return o.make


def read_staticmethod(o):
    return o.static


def read_class(o):
    return o.__class__


def read_dict(o):
    return o.__dict__


def read_of_class(c):
    return c.level


def write_on_class(c):
    c.level = 4


def read_meta_property(c):
    return c.kind


def with_dict_shared(p):
    return p.x


def write_dict_shared(p):
    p.x = 3


def with_dict_own(p):
    return p.x


def write_dict_own(p):
    p.x = 3


def with_dict_after_delete(p):
    return p.y


def read_many(m):
    return m.a, m.z, m.ff


def write_many(m):
    m.a = m.z = m.ff = 0


def read_extra(o):
    return o.extra


def write_extra(o):
    o.extra = 2


def dict_slots(o):
    o.tag = 1
    return o.tag


def read_code(e):
    return e.code


def write_code(e):
    e.code = 1


def read_args(e):
    return e.args


def polymorphic(o):
    return o.x


def class_changes(o):
    return o.x


def class_changed_once(o):
    return o.x


def attribute_deleted(o):
    try:
        return o.x
    except AttributeError:
        return None


def new_attribute_each(o, i):
    o.fresh = i
    return o.fresh


def changing_class_of(o):
    return o.x


def int_attribute(i):
    return i.real


def function_attribute(f):
    return f.__name__


def function_own(f):
    f.calls = 1
    return f.calls


def missing(o):
    try:
        return o.nothing
    except AttributeError:
        return None


class A:
    def __init__(self):
        self.x = "a"


class B:
    def __init__(self):
        self.y = 0
        self.x = "b"


class Holder:
    def __init__(self, item):
        self.item = item


def chain(h):
    return h.item.item.item


def augmented(h):
    h.item += 1
    h.item -= 1
    return h.item


def swap(p):
    p.x, p.y = p.y, p.x


def main():
    p = Point(1, 2)
    for i in range(20):
        read_x(p)
        write_x(p, i)
        read_and_write(p)
        p.norm()
        p.move(1, 2)
        swap(p)
        s, q = Shape(), Square()
        class_attribute(q)
        s.describe()
        q.describe()
        s.sides = 5
        instance_shadows(s)
        t = Slotted(1, 2)
        read_slot(t)
        write_slot(t, 3)
        read_child_slot(SlottedChild(1, 2, 3))
        b = BehindWeak()
        write_behind(b)
        read_behind(b)
        b.w = 1
        read_weak(b)
        slot_behind_dict(SlotBehindDict())
        empty_slot(Slotted.__new__(Slotted))
        w = WithProperty()
        read_property(w)
        write_property(w)
        read_getattr(WithGetattr())
        g = WithGetattribute()
        g.x = 1
        read_getattribute(g)
        write_setattr(WithSetattr())
        d = WithDescriptors()
        read_descriptor(d)
        read_data_descriptor(d)
        write_data_descriptor(d)
        read_method(p)
        read_builtin_function(d)
        read_classmethod(d)
        read_staticmethod(d)
        read_class(p)
        read_of_class(WithMeta)
        read_of_class(WithMeta)
        read_meta_property(WithMeta)
        m = Many()
        read_many(m)
        write_many(m)
        o = ListWith()
        read_extra(o)
        write_extra(o)
        dict_slots(DictSlots())
        e = Problem(7)
        read_code(e)
        write_code(e)
        read_args(e)
        missing(p)
        int_attribute(i)
        function_attribute(main)
        function_own(missing)
        h = Holder(Holder(Holder(i)))
        chain(h)
        augmented(h.item.item)
        new_attribute_each(Plain(), i)
    for i in range(70):
        r = Point(3, 4)
        read_dict(r)
        with_dict_shared(r)
        write_dict_shared(r)
    for i in range(20):
        r = Point(3, 4)
        r.__dict__ = {"z": 1, "y": 2, "x": 3}
        with_dict_own(r)
        write_dict_own(r)
        r.__dict__.pop("z")
        with_dict_after_delete(r)
    r.__dict__ = {"x": 3}
    for i in range(60):
        with_dict_own(r)
        write_dict_own(r)
    for i in range(150):
        polymorphic(A() if i % 3 else B())
    a = A()
    for i in range(100):
        class_changes(a)
        A.version = i
    for i in range(30):
        class_changed_once(a)
    A.other = 1
    for i in range(60):
        class_changed_once(a)
    for i in range(20):
        attribute_deleted(a)
    del a.x
    for i in range(60):
        attribute_deleted(a)
    c = A()
    for i in range(20):
        changing_class_of(c)
    c.__class__ = Plain
    for i in range(60):
        changing_class_of(c)
    for i in range(10):
        write_on_class(WithMeta)
    print(chain(h), p.norm(), read_many(m))


main()
