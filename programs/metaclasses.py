"""How classes are made: metaclasses, __prepare__, __init_subclass__, __class_getitem__, mro(), super()."""


class Base:
    subclasses = []

    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.subclasses.append((cls.__name__, tag))

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class One(Base):
    pass


class Two(Base, tag="two"):
    pass


print(Base.subclasses, Base[int], Two["x"])


class Meta(type):
    def __new__(meta, name, bases, namespace, **kwargs):
        namespace["made_by"] = meta.__name__
        return super().__new__(meta, name, bases, namespace)

    def __call__(cls, *args):
        made = super().__call__(*args)
        cls.instances = getattr(cls, "instances", 0) + 1
        return made

    def __len__(cls):
        return 99

    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        return {"prepared": sorted(kwargs)}


class Made(metaclass=Meta, option=1):
    pass


Made(), Made()
print(Made.made_by, Made.prepared, Made.instances, len(Made), type(Made).__name__, isinstance(Made, Meta))


class Registry(type):
    known = {}

    def __init__(cls, name, bases, namespace, register=True):
        super().__init__(name, bases, namespace)
        if register:
            Registry.known[name] = cls

    def __new__(meta, name, bases, namespace, register=True):
        return super().__new__(meta, name, bases, dict(namespace))

    def __getattr__(cls, name):
        return f"{cls.__name__} has no {name}"

    def __instancecheck__(cls, instance):
        return hasattr(instance, "quack") or super().__instancecheck__(instance)

    def __repr__(cls):
        return f"<registered {cls.__name__}>"

    def __iter__(cls):
        return iter(sorted(n for n in vars(cls) if not n.startswith("_")))

    def mro(cls):
        return super().mro()


class Duck(metaclass=Registry):
    feathers = True

    def quack(self):
        return "quack"


class Hidden(Duck, register=False):
    pass


class Thing:
    pass


class Robot(Thing):
    quack = "beep"


print(Registry.known, Duck.missing, isinstance(Robot(), Duck), isinstance(5, Duck), list(Duck), [Hidden], type(Hidden).__name__, issubclass(Hidden, Duck))


class Order(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Log()

    def __new__(meta, name, bases, namespace):
        made = super().__new__(meta, name, bases, dict(namespace))
        made.order = namespace.names
        return made


class Log(dict):
    def __init__(self):
        self.names = []

    def __setitem__(self, key, value):
        if not key.startswith("__"):
            self.names.append(key)
        super().__setitem__(key, value)


class Ordered(metaclass=Order):
    b = 1
    a = b + 1

    def method(self):
        return __class__.__name__

    b = 3


print(Ordered.order, Ordered.b, Ordered().method())


class M1(type):
    pass


class M2(type):
    pass


class A1(metaclass=M1):
    pass


class A2(metaclass=M2):
    pass


for make in (lambda: type("X", (A1, A2), {}), lambda: M1("X", (A2,), {}), lambda: Meta(), lambda: Meta("X"), lambda: type.__new__(int, "X", (), {}), lambda: type.__call__(5)):
    try:
        print(make())
    except TypeError as error:
        print(str(error).split(":")[0])


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, value=0):
        self.value = value


print(Config(1) is Config(2), Config().value)


def function_as_metaclass(name, bases, namespace):
    return name, bases, sorted(k for k in namespace if not k.startswith("__"))


class NotAClass(metaclass=function_as_metaclass):
    x = 1

    def f(self):
        pass


print(NotAClass)


class Entry:
    def __mro_entries__(self, bases):
        return (Robot,)


class FromEntry(Entry()):
    pass


print(FromEntry.__bases__, FromEntry.quack, FromEntry.__orig_bases__[0].__class__.__name__)


class Cooperative:
    def __init__(self, **kwargs):
        print("Cooperative", kwargs)
        super().__init__(**kwargs)


class Left(Cooperative):
    def __init__(self, left, **kwargs):
        super().__init__(**kwargs)
        self.left = left


class Right(Cooperative):
    def __init__(self, right, **kwargs):
        super().__init__(**kwargs)
        self.right = right


class Both(Left, Right):
    def __init__(self, **kwargs):
        super(Both, self).__init__(**kwargs)
        print(super(Left, self).__init__.__func__ is Right.__init__, super(Both, Both).__init__ is Left.__init__)


print(vars(Both(left=1, right=2)))
try:
    Both(left=1, right=2, middle=3)
except TypeError as error:
    print(error)
Robot.__bases__ = (Cooperative,)
print([c.__name__ for c in Robot.__mro__])
for change in (lambda: setattr(Robot, "__bases__", (5,)), lambda: setattr(Robot, "__bases__", ()), lambda: setattr(Robot, "__name__", 5), lambda: setattr(int, "x", 1), lambda: setattr(Robot(), "__class__", int), lambda: delattr(Robot, "__name__")):
    try:
        print(change())
    except TypeError as error:
        print(error)
