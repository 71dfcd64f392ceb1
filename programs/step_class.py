"""A class statement, and a method that asks for the one above it: to be played step by step."""


class Animal:
    legs = 4

    def name(self):
        return "animal"


class Dog(Animal):
    def name(self):
        return "dog, an " + super().name()


print(Dog().name(), Dog.legs)
