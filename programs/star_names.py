"""What `from … import *` takes: the names of __all__, or those without an underscore in front."""

import sys

Module = type(sys)


def module(name, **contents):
    made = Module(name)
    vars(made).update(contents)
    sys.modules[name] = made
    return made


module("shapes", corners=4, _hidden="not taken", sides=lambda: corners)
module("choosy", __all__=["_chosen", "weight"], _chosen=1, weight=2, height=3)
module("boastful", __all__=["there", "missing"], there=True)
module("careless", __all__=["there", 3], there=True)

nameless = module("nameless", __all__=[5])
nameless.__name__ = None
vars(module("numbered"))[6] = True

from shapes import *

print(corners, sides())
print("_hidden" in globals())

from choosy import *

print(_chosen, weight, "height" in globals())

try:
    from boastful import *
except AttributeError as error:
    print(type(error).__name__, error)
print(there)

try:
    from careless import *
except TypeError as error:
    print(type(error).__name__, error)
try:
    from nameless import *
except TypeError as error:
    print(type(error).__name__, error)
try:
    from numbered import *
except TypeError as error:
    print(type(error).__name__, error)
