"""sys.excepthook, sys.unraisablehook and a replaced sys.stderr: who hears of what nobody caught."""
import io
import sys


class Loud:
    def __init__(self, name, error=ValueError):
        self.name, self.error = name, error

    def __del__(self):
        raise self.error(self.name)

    def __repr__(self):
        return f"<Loud {self.name}>"


def drop(name):
    Loud(name)


print("to a stream of our own")
usual, sys.stderr = sys.stderr, io.StringIO()
drop("kept")
kept = sys.stderr.getvalue()
sys.stderr = usual
print(kept[:45], kept[kept.index(">") + 1:])
sys.stderr = None
drop("silent")
sys.stderr = usual

print("to a hook")
seen = []


def hook(args):
    seen.append(args.exc_value.args)
    print(type(args).__name__, args.exc_type, repr(args.exc_value), args.err_msg, args.object is Loud.__del__,
          args.exc_traceback.tb_lineno, len(args), args[0] is args.exc_type)


sys.unraisablehook = hook
drop("one")
drop("two")
print(seen)


def broken(args):
    raise KeyError("the hook itself")


sys.unraisablehook = broken
sys.stderr = io.StringIO()
drop("three")
print(sys.stderr.getvalue()[:60], sys.stderr.getvalue().splitlines()[1:])
sys.unraisablehook = None
sys.stderr = io.StringIO()
drop("four")
print(len(sys.stderr.getvalue().splitlines()))
sys.stderr = usual
sys.unraisablehook = sys.__unraisablehook__
try:
    sys.unraisablehook(5)
except TypeError as error:
    print(error)

print("the hook that was there")
try:
    1 / 0
except ZeroDivisionError as error:
    sys.stderr = io.StringIO()
    print(sys.excepthook(type(error), error, error.__traceback__), sys.excepthook is sys.__excepthook__)
    print(sys.stderr.getvalue())
    sys.stderr = io.StringIO()
    sys.excepthook(None, "no exception", None)
    print(sys.stderr.getvalue())
    sys.stderr = usual
print(sys.version_info[:2] == (sys.version_info.major, sys.version_info.minor), sys.version_info >= (3, 10), sys.version_info.releaselevel)
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.modulus)
print(sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__, sys.stdin is sys.__stdin__)


class Upper:
    def write(self, text):
        usual.write(text.upper())

    def flush(self):
        usual.write("[flushed]\n")


def last(kind, value, traceback):
    print("the last word:", kind.__name__, value, traceback.tb_lineno, sys.last_value is value, sys.last_type is kind, file=usual)
    raise RuntimeError("and a mistake in it")


sys.stderr = Upper()
sys.excepthook = last
raise LookupError("uncaught")
