"""What modules look like: built-in ones, made by hand, and with all that a loader notes."""
import math
import sys

Module = type(sys)
print(sys, sys.modules["builtins"], format(sys, ""), str(sys) == repr(sys))
made = Module("made", "by hand")
print(made, made.__doc__)


class Spec:
    name, origin, loader, has_location = "named", None, None, False


class Loader:
    def __repr__(self):
        return "a loader"


def show(what):
    try:
        print(what, repr(made))
    except Exception as error:
        print(what, type(error).__name__, error)


made.__loader__ = Loader()
show("loader")
made.__file__ = "made.py"
show("file")
made.__spec__ = Spec
show("spec")
Spec.origin = "somewhere"
show("origin")
Spec.has_location = True
show("location")
Spec.origin, Spec.loader = None, Loader()
show("its loader")
Spec.name = None
show("no name")
made.__spec__ = 3
show("no spec")
made.__spec__ = 0
show("false")
made.__name__ = 5
show("number")
del made.__name__, made.__file__
show("nothing")
del made.__loader__
show("less")


class Sub(Module):
    pass


print(Sub("sub"))
for arguments, named in ((), {}), ((5,), {}), ((), {"name": "n", "doc": 3}), (("a", "b", "c"), {}), (("a",), {"x": 1}):
    try:
        print(Module(*arguments, **named).__doc__)
    except TypeError as error:
        print(error)
