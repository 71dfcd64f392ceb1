"""Sites that meet objects of several classes: what they read and write stays each object's own."""


class Square:
    sides = 4
    factory = dict

    def __init__(self, size):
        self.size = size
        self.name = "square"

    def area(self):
        return self.size * self.size


class Circle:
    sides = 0

    def __init__(self, size):
        self.name = "circle"
        self.size = size

    def area(self):
        return 3 * self.size * self.size

    def factory(self):
        return "bound"


class Fixed(Square):
    """Sets in its own way."""

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value + value)


class Asked(Circle):
    """Gets in its own way."""

    def __getattribute__(self, name):
        return len(name) if name in ("size", "sides") else super().__getattribute__(name)


class Slotted:
    __slots__ = ("size", "name")
    sides = 1

    def __init__(self, size):
        self.size, self.name = size, "slotted"

    def area(self):
        return -self.size


class Computed:
    sides = 2

    def __init__(self, size):
        self._size = size
        self.name = "computed"

    @property
    def size(self):
        return self._size + 100

    @size.setter
    def size(self, value):
        self._size = value

    def area(self):
        return "none"


def look(thing):
    return thing.name, thing.size, thing.sides, thing.area()


def grow(thing, by):
    thing.size = by
    return thing.size


things = [Square(2), Circle(3), Fixed(4), Asked(5), Slotted(6), Computed(7)]
for turn in range(60):
    seen = [look(thing) for thing in things if turn % 7 or not isinstance(thing, Asked)]
print(seen)
for turn in range(60):
    grown = [grow(thing, turn) for thing in things]
print(grown)

# A class gets what its objects had, and loses it again.
Square.size = property(lambda self: "from the class")
print([look(thing)[1] if not isinstance(thing, Square) else thing.size for thing in things])
del Square.size
print([thing.size for thing in things])

# A constant of the class is hidden by an object's own, and by a dictionary's.
things[0].sides = "own"
print([thing.sides for thing in things])
del things[0].sides
print([thing.sides for thing in things])
things[1].__dict__["sides"] = "in the dictionary"
print([thing.sides for thing in things])
Circle.sides = [1, 2]
Circle.area = lambda self: "another area"
print([thing.sides for thing in things], [thing.area() for thing in things])


# A constant that becomes a descriptor when its own class changes.
class Changing:
    pass


class Holder:
    held = Changing()

    def __init__(self):
        self.other = 1


class Holder2(Holder):
    pass


def held(holder):
    return type(holder.held).__name__


both = [Holder(), Holder2()]
for turn in range(40):
    names = [held(holder) for holder in both]
print(names)
Changing.__get__ = lambda self, instance, owner=None: (owner.__name__,)
print([held(holder) for holder in both])

# What is called is each class's own; what is missing is missing.
for thing in things:
    try:
        print(thing.factory if not callable(thing.factory) else thing.factory())
    except AttributeError as error:
        print(error)
for turn in range(30):
    for thing in (things[0], things[1], Holder()):
        try:
            del thing.size
        except AttributeError as error:
            turn == 29 and print(error)
        try:
            thing.size
        except AttributeError as error:
            turn == 29 and print(error)
        try:
            thing.size = turn
        except AttributeError as error:
            print(error)
print(things[0].size, things[1].size)
