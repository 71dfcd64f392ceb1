"""Conversions that classes derived from numbers override, exceptions set up twice, attributes that were asked for in vain."""

import sys


class Number:
    def __float__(self):
        return 42.0


class Float(float):
    def __float__(self):
        return 42.0


class Plain(float):
    pass


class Wrong(float):
    def __float__(self):
        return 42


class Int(int):
    def __int__(self):
        return 42

    def __index__(self):
        return 43


class Complex(complex):
    def __complex__(self):
        return 5j


class Text(str):
    def __int__(self):
        return 5

    def __float__(self):
        return 6.0


for call in (lambda: float(Number()), lambda: float(Float(1)), lambda: float(Plain(1)), lambda: type(float(Plain(1))),
             lambda: float(Wrong(1)), lambda: int(Int(7)), lambda: float(Int(7)), lambda: complex(Complex(1)),
             lambda: complex(Float(1)), lambda: complex(1, Float(2)), lambda: int(Text("3")), lambda: float(Text("3")),
             lambda: range(Int(4)), lambda: [1, 2, 3][Int(1)], lambda: round(Float(3.5)), lambda: int(Float(3.5)),
             lambda: 1.0 + Float(2), lambda: "%f" % Float(1), lambda: "%d" % Int(7), lambda: format(Int(7)),
             lambda: bytes(Int(3)), lambda: chr(Int(65)), lambda: hex(Int(10)), lambda: divmod(Int(7), 2)):
    try:
        print(repr(call()))
    except Exception as error:
        print(repr(error))

error = ImportError("message", name="name", path="path")
error.__init__()
print(error.args, error.msg, error.name, error.path)
error = StopIteration(5)
error.__init__()
print(error.value)
error = SystemExit(5)
error.__init__()
print(error.code, error.args)
error = AttributeError("message", name="name", obj=1)
error.__init__()
print(error.args, error.name, error.obj)
error = NameError("message", name="name")
error.__init__("again")
print(error.args, error.name)


class Silent:
    known = None

    def __getattr__(self, name):
        raise AttributeError

    @property
    def field(self):
        raise AttributeError("no field")

    @property
    def told(self):
        raise AttributeError("no field", name="other", obj=3)


for name in ("unknown", "field", "told"):
    try:
        getattr(Silent(), name)
    except AttributeError as error:
        print(error.args, error.name, type(error.obj).__name__)
try:
    Silent().known.more
except AttributeError as error:
    print(error, error.name, error.obj)
try:
    Silent().method()
except AttributeError as error:
    print(error.args, error.name, type(error.obj).__name__)
try:
    object.__getattribute__(1, "nothing")
except AttributeError as error:
    print(error.args, error.name, error.obj)

print(sys.get_int_max_str_digits())
for digits in (0, 639, 640, -1, 2 ** 40, "a", 1.5, True):
    try:
        print(digits, sys.set_int_max_str_digits(digits), sys.get_int_max_str_digits())
    except Exception as error:
        print(digits, repr(error))
sys.set_int_max_str_digits(maxdigits=700)
try:
    str(10 ** 700)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)))
print(tuple.__itemsize__, bytes.__itemsize__, int.__itemsize__, type.__itemsize__, list.__itemsize__, bool.__itemsize__)
