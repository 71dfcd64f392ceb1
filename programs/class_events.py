"""Who is called when a class is made, and in which order."""


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **options):
        print("1. __prepare__", name, options)
        return {}

    def __new__(meta, name, bases, namespace, **options):
        print("3. __new__", [key for key in namespace if not key.startswith("__m")])
        return super().__new__(meta, name, bases, namespace, **options)

    def __init__(cls, name, bases, namespace, **options):
        print("6. __init__", cls.__name__)


class Noted:
    def __set_name__(self, owner, name):
        print("4. __set_name__", owner.__name__, name)


class Animal:
    def __init_subclass__(cls, **options):
        print("5. __init_subclass__", cls.__name__, options)


class Duck(Animal, metaclass=Meta, loud=True):
    print("2. the body runs")
    wings = Noted()

    def me(self):
        return __class__


print("7. bound to its name", Duck().me() is Duck)
