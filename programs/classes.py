"""Simple classes: attributes, methods, inheritance, properties, class and static methods."""


class Animal:
    """An animal."""

    kingdom = "animalia"
    population = 0

    def __init__(self, name, sound="..."):
        self.name = name
        self.sound = sound
        Animal.population += 1

    def speak(self):
        return f"{self.name} says {self.sound}"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    @classmethod
    def create(cls, *names):
        return [cls(name) for name in names]

    @staticmethod
    def legs(kind="dog"):
        return {"dog": 4, "bird": 2}.get(kind, 0)


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, "woof")
        self.tricks = []

    def learn(self, *tricks):
        self.tricks.extend(tricks)
        return self

    def speak(self):
        return super().speak() + "!"


class Puppy(Dog):
    def speak(self):
        return super().speak().replace("woof", "yip")


a, d, p = Animal("Thing"), Dog("Rex"), Puppy("Bit")
print([x.speak() for x in (a, d, p)])
print(d.learn("sit").learn("roll", "beg").tricks, p.tricks)
print(Animal.population, Dog.population, d.population, Puppy.create("A", "B"), Animal.population)
print(a, [d], {"p": p}, str(d), Animal.__doc__, Dog.__doc__, Dog.__name__, Dog.__qualname__, Dog.__module__, Dog.__bases__, Puppy.__base__)
print(isinstance(p, Dog), isinstance(p, Animal), isinstance(a, Dog), issubclass(Puppy, Animal), issubclass(Dog, (int, Animal)), type(p) is Puppy, type(Puppy).__name__)
d.kingdom = "instance"
print(d.kingdom, Dog.kingdom, d.__dict__, vars(p))
del d.kingdom
Dog.kingdom = "class"
print(d.kingdom, p.kingdom, a.kingdom)
print(Animal.legs(), d.legs("bird"), Dog.legs("fish"))
print(Dog.speak(p), Animal.speak(d), d.speak.__self__ is d, d.speak.__func__ is Dog.speak, d.speak == d.speak, d.speak.__name__)
bound = p.speak
p.name = "Bob"
print(bound(), [c.__name__ for c in Puppy.__mro__])


class Temperature:
    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        "Degrees Fahrenheit."
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        if value < -459.67:
            raise ValueError("too cold")
        self.celsius = (value - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        self.celsius = 0.0

    @property
    def fixed(self):
        return 42


t = Temperature(100)
print(t.fahrenheit, Temperature.fahrenheit.__doc__)
t.fahrenheit = 50
print(t.celsius)
del t.fahrenheit
print(t.celsius)
for action in (lambda: setattr(t, "fahrenheit", -1000), lambda: setattr(t, "fixed", 1), lambda: delattr(t, "fixed"), lambda: t.nope, lambda: Temperature.nope, lambda: Animal(), lambda: Animal(1, 2, 3), lambda: d.learn.nope):
    try:
        action()
    except (ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


print(D().who(), [k.__name__ for k in D.__mro__])
try:
    class Impossible(A, B):
        pass
except TypeError as error:
    print(str(error).splitlines()[0])


class Node:
    count = 0
    registry = []

    def __new__(cls, *args):
        made = super().__new__(cls)
        cls.registry.append(args)
        return made

    def __init__(self, value, after=None):
        self.value = value
        self.after = after

    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.after

    class Inner:
        def __repr__(self):
            return "Inner of Node"


print(list(Node(1, Node(2, Node(3)))), [args[0] for args in Node.registry], Node.Inner(), Node.Inner.__qualname__)


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"), Slots.__slots__)
for action in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: delattr(s, "b")):
    try:
        action()
    except AttributeError as error:
        print(type(error).__name__, error)
Dynamic = type("Dynamic", (Animal,), {"legs": 6, "speak": lambda self: "bzz"})
print(Dynamic("bug").speak(), Dynamic.legs, Dynamic.__name__, Dynamic("ant"))


def method(self):
    return f"added to {self.name}"


Animal.added = method
print(d.added(), a.added())
print(sorted(name for name in Dog.__dict__ if not name.startswith("__")), "speak" in dir(p))
print(callable(Dog), callable(d), callable(d.speak), d == d, d == p, d != p, hash(d) == hash(d), bool(d))


class Empty:
    pass


e = Empty()
e.x, e.y = 1, 2
e.__dict__["z"] = 3
print(vars(e), e.z)
e.__class__ = Temperature
print(type(e).__name__, getattr(e, "fixed"))
