"""Which fields of builtin types lie in the object and which are computed, what they say when one writes to them; tracebacks made by hand."""

import sys


def generator():
    yield 1


async def coroutine():
    pass


async def async_generator():
    yield 1


def caught():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__


waiting = coroutine()
things = [
    generator, generator.__code__, generator().gi_frame, generator(), waiting, async_generator(), property(), slice(1),
    generator.__get__(1), range(1), staticmethod(generator), classmethod(generator), super(int, 1), 1j, sys, caught(),
    list.append, int.__add__, (1).__add__, type(generator).__code__, dict.__dict__["fromkeys"], len, type,
    AttributeError(), ImportError(), NameError(), OSError(), StopIteration(), SyntaxError(), SystemExit(),
    UnicodeDecodeError("ascii", b"", 0, 1, ""), UnicodeEncodeError("ascii", "", 0, 1, ""),
    UnicodeTranslateError("", 0, 1, ""),
]
# What the machine shows of a debugger, and its own: left out.
LEFT_OUT = {"f_trace_lines", "f_trace_opcodes", "_co_code_adaptive"}
for thing in things:
    kind = thing if isinstance(thing, type) else type(thing)
    fields = vars(kind)
    members = [name for name in fields if type(fields[name]).__name__ == "member_descriptor"]
    print(kind.__name__, sorted(set(members) - LEFT_OUT))
waiting.close()

print(type(generator).__globals__, type(generator).__code__)
print(type(generator.__code__).co_name.__name__, type(generator.__code__).co_name.__objclass__)
for thing, name in ((generator, "__globals__"), (generator, "__closure__"), (generator.__code__, "co_name"),
                    (slice(1), "start"), (range(1), "stop"), (1j, "real"), (caught(), "tb_frame"), (caught(), "tb_lasti"),
                    (property(), "fget"), (generator(), "gi_code"), (list.append, "__name__"), (generator(), "gi_running")):
    for change in ("set", "delete"):
        try:
            if change == "set":
                setattr(thing, name, 1)
            else:
                delattr(thing, name)
        except (AttributeError, TypeError) as error:
            print(type(thing).__name__, name, change, type(error).__name__, error)

traceback = caught()
Traceback = type(traceback)
for arguments in ((None, traceback.tb_frame, 1, 2), (traceback, traceback.tb_frame, -1, 5),
                  (None, traceback.tb_frame, 2 ** 31 - 1, 3), (None, traceback.tb_frame, 2 ** 31, 3),
                  (None, traceback.tb_frame, 1.5, 3), (1, traceback.tb_frame, 1, 3), (None, 1, 1, 3)):
    try:
        made = Traceback(*arguments)
        print(made.tb_lasti, made.tb_lineno, made.tb_next is arguments[0])
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)


def where(error):
    entry, found = error.__traceback__.tb_next, []
    while entry is not None:
        found.append((entry.tb_frame.f_code.co_name, entry.tb_lasti, entry.tb_frame.f_lasti))
        entry = entry.tb_next
    return found


# What never started has run its first instruction all the same, once it has ended.
for make in (generator, coroutine):
    started = make()
    try:
        started.throw(KeyError)
    except KeyError as error:
        print(where(error))
started = generator()
frame = started.gi_frame
print(frame.f_lasti)
started.close()
print(frame.f_lasti)
