"""Name and attribute errors: unbound locals, deleted names, suggestions in the traceback."""


def local_before():
    try:
        print(x)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    x = 1
    del x
    try:
        x
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    try:
        del x
    except UnboundLocalError as error:
        print(type(error).__name__, error)


local_before()


def free():
    def inner():
        return y

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    y = 2
    return inner()


print(free())
class Empty:
    pass


for expression in (lambda: undefined_name, lambda: len.missing, lambda: "s".missing, lambda: (1).missing, lambda: None.missing, lambda: Empty.missing, lambda: Empty().missing, lambda: free.missing, lambda: [].missing, lambda: {}.missing):
    try:
        expression()
    except (NameError, AttributeError) as error:
        print(type(error).__name__, error, getattr(error, "name", None))


e = Empty()
for change in (lambda: setattr(5, "x", 1), lambda: delattr(e, "x"), lambda: setattr(e, "", 2), lambda: setattr(e, 1, 2), lambda: setattr("s", "upper", 1), lambda: getattr(e, "x"), lambda: getattr(e, 3), lambda: delattr(Empty, "nope"), lambda: setattr(int, "x", 1), lambda: hasattr(e, 5)):
    try:
        print(change())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(getattr(e, "x", "default"), hasattr(e, ""), e.__dict__, vars(e))
try:
    del undefined_name
except NameError as error:
    print(error)


def declared():
    global made_here, never_made
    made_here = 1
    try:
        never_made
    except NameError as error:
        print(error)
    del made_here
    try:
        del made_here
    except NameError as error:
        print(error)


declared()
print([n for n in ("made_here", "declared") if n in globals()])


class Body:
    a = 1
    try:
        del missing
    except NameError as error:
        print(error)
    b = [a for _ in range(2)] if False else a
    del a


print(Body.b, hasattr(Body, "a"))
colour = "red"
print(colour)
print(color)
