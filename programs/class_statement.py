"""Two class statements, as short as they can be and still say super()."""


class Animal:
    def greet(self):
        return "I am"


class Duck(Animal):
    legs = 2

    def greet(self):
        return super().greet() + " a duck"


print(Duck().greet())
