"""A small family of classes whose attributes come from everywhere: what the book's traces look at."""


class Meta(type):
    def about(cls):
        return f"{cls.__name__} is a class"


class Field:
    """A data descriptor: it keeps its value under another name."""

    def __set_name__(self, owner, name):
        self.place = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.place, 0)

    def __set__(self, instance, value):
        setattr(instance, self.place, value)


class Animal(metaclass=Meta):
    legs = 4

    def __init__(self, name):
        self.name = name

    def greet(self):
        return f"I am {self.name}"


class Swimmer(Animal):
    legs = 0

    def greet(self):
        return super().greet() + " and I swim"


class Walker(Animal):
    age = Field()

    def greet(self):
        return super().greet() + " and I walk"


class Duck(Swimmer, Walker):
    legs = 2

    def __getattr__(self, name):
        return f"no {name}"


duck = Duck("Ada")
duck.age = 3
duck.legs = 1
duck.__dict__["age"] = "hidden"
duck.__dict__["greet"] = "shadow"

print([cls.__name__ for cls in Duck.__mro__])
print(duck.name, duck.age, duck.legs, duck.greet, duck.feathers)
print(Duck.greet(duck))
print(Duck.legs, Duck.about(), type(Duck.age).__name__)
print(duck.__dict__)
