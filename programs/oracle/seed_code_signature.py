"""What CodeType says of itself: its signature, its attributes, and how many arguments it wants."""

import types

print(types.CodeType.__doc__)
print([name for name in dir(types.CodeType) if not name.startswith("__")])
try:
    types.CodeType()
except TypeError as error:
    print(error)
print(types.FunctionType.__doc__)
