"""A sum that neither type could do alone: to be played step by step."""


class Metres:
    def __init__(self, number):
        self.number = number

    def __add__(self, other):
        if type(other) is not Metres:
            return NotImplemented
        return Metres(self.number + other.number)


class Feet:
    def __init__(self, number):
        self.number = number

    def __radd__(self, other):
        return Metres(other.number + self.number * 3048 / 10000)


def total(a, b):
    return a + b


print(total(Metres(1), Feet(10)).number)
