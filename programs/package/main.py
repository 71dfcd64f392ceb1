"""A package with a subpackage: relative imports, __init__ modules, __all__, what is loaded when."""

import sys

print("before:", "zoo" in sys.modules)
import zoo

print(zoo.__name__, zoo.__package__, zoo.keepers, hasattr(zoo, "__path__"), hasattr(zoo, "cats"))
from zoo import cats

print(cats.__name__, cats.__package__, hasattr(cats, "__path__"), zoo.cats is cats, cats.sound())
import zoo.birds.owl as owl
import zoo.birds

print(owl.describe(), zoo.birds.__name__, zoo.birds.__package__, zoo.birds.owl is owl)
from zoo.birds import *

print(parrot.talk("hello"), "owl" in dir(), "duck" in globals())
from zoo.birds.owl import describe as d, WINGS
from zoo import keepers, birds

print(d() == owl.describe(), WINGS, keepers is zoo.keepers, birds is zoo.birds)
print(sorted(name for name in sys.modules if name.startswith("zoo")))
for name in ("zoo.fish", "zoo.cats.lion", "nothing_here", "zoo.birds.penguin.egg"):
    try:
        __import__(name)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
try:
    from zoo import unicorn
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
try:
    from zoo.birds.owl import beak
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
print(__import__("zoo.birds.owl") is zoo, __import__("zoo.birds.owl", fromlist=["x"]) is owl)
print(zoo.counter.value, owl.count(), zoo.counter.value, zoo.first, zoo.second)
