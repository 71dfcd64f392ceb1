"""Imports that fail: missing names, a module that raises, a circle that does not close, and at last uncaught."""

import sys

for name in ("raises", "circle_one", "missing"):
    try:
        __import__(name)
    except Exception as error:
        print(type(error).__name__, str(error).split(" (most likely")[0].split(" (/")[0], name in sys.modules)
try:
    import raises
except ZeroDivisionError:
    print("tried again, and it raises again:", sys.attempts)
try:
    import deep.deeper
except ModuleNotFoundError as error:
    print(error.name, error)
try:
    from . import anything
except ImportError as error:
    print(error)
import partly

print(partly.value)
try:
    partly.nothing
except AttributeError as error:
    print(error)
del sys.modules["partly"]
import partly as again

print(again is partly, again.value)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)
sys.modules["fake"] = "any object"
import fake

print(fake)
import calls_back

calls_back.run(lambda: __import__("raises"))
