"""The generator protocol in every detail: states, send, throw, close, delegation, what is refused."""

import sys


def attempt(what, *args):
    try:
        print("   ", what(*args))
    except BaseException as error:
        context = f" (while handling {error.__context__!r})" if error.__context__ else ""
        print("   ", type(error).__name__ + ":", error, context)


def title(text):
    print(text)


def talk():
    try:
        heard = yield "hello"
        while heard != "bye":
            try:
                heard = yield f"you said {heard!r}"
            except ValueError as error:
                heard = yield f"caught {error!r}"
    finally:
        print("    (the end)")
    return "goodbye"


def state(generator):
    if generator.gi_running:
        return "running"
    if generator.gi_frame is None:
        return "finished"
    return "created" if generator.gi_frame.f_lasti <= start else "suspended"


start = talk().gi_frame.f_lasti

title("a conversation")
g = talk()
print("   ", state(g), g.gi_code.co_name, g.gi_yieldfrom)
attempt(g.send, "too early")
attempt(next, g)
print("   ", state(g), sorted(g.gi_frame.f_locals))
attempt(g.send, "tea")
attempt(g.throw, ValueError("no tea"))
attempt(g.throw, ValueError, "by type")
attempt(next, g)
attempt(g.throw, ValueError, ("two", "arguments"))
attempt(g.send, "bye")
print("   ", state(g), g.gi_frame)
attempt(next, g)
attempt(g.send, "anyone?")
attempt(g.throw, KeyError("nobody"))
attempt(g.close)

title("what throw refuses")
for arguments in (), (5,), (int,), (ValueError("a"), "b"), (ValueError, None, 5), (1, 2, 3, 4):
    attempt(talk().throw, *arguments)
g = talk()
attempt(g.throw, KeyError("before it began"))
print("   ", state(g))

title("closing")


def stubborn():
    for answer in "not now", "very well":
        try:
            yield "I stay"
        except GeneratorExit:
            print("   ", answer)


def cleans_up_badly():
    try:
        yield 1
    finally:
        raise RuntimeError("the broom broke")


def answers_with_return():
    try:
        yield 1
    except GeneratorExit:
        return "as you wish"


for make in stubborn, cleans_up_badly, answers_with_return, talk:
    g = make()
    next(g)
    attempt(g.close)
    print("   ", make.__name__, state(g))

title("itself")


def selfish(action):
    yield 1
    attempt(action, g)
    yield 2


for action in next, lambda g: g.send(1), lambda g: g.throw(ValueError), lambda g: g.close():
    g = selfish(action)
    print("   ", list(g), end="")
    print()

title("StopIteration must not leak (PEP 479)")


def leaks():
    yield 1
    raise StopIteration("leaked")


def leaks_from_next():
    yield next(iter([]))


for make in leaks, leaks_from_next:
    try:
        print(list(make()))
    except RuntimeError as error:
        print("   ", error, "<-", repr(error.__cause__), error.__cause__ is error.__context__)

title("return values")


def gives(value):
    return value
    yield


def hands_on(value):
    result = yield from gives(value)
    print("   ", repr(result))


for value in None, 0, (), (1, 2), StopIteration(3), ValueError("a value"):
    for _ in hands_on(value):
        pass
    attempt(next, gives(value))

title("delegation")


class Counter:
    """An iterator that is no generator."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("counted")
        return self.n


class Listener(Counter):
    def send(self, value):
        return f"listener hears {value!r}"

    def throw(self, *arguments):
        print("    (listener is thrown", len(arguments), "arguments)")
        if len(arguments) > 1:
            raise StopIteration("thrown out")
        return "listener stays"

    def close(self):
        print("    (listener is closed)")


def delegate(iterator):
    result = yield from iterator
    print("    (delegation gave", repr(result) + ")")
    yield "after"


for kind in Counter, Listener:
    print("  ", kind.__name__)
    g = delegate(kind(2))
    attempt(next, g)
    print("   ", g.gi_yieldfrom.__class__.__name__)
    attempt(g.send, "psst")
    attempt(g.throw, ValueError("for whom?"))
    g = delegate(kind(2))
    next(g)
    attempt(g.throw, ValueError, "with two")
    g = delegate(kind(2))
    next(g)
    attempt(g.close)
    g = delegate(kind(0))
    attempt(next, g)
attempt(next, delegate(7))
g = delegate(talk())
for action in (
    lambda: next(g),
    lambda: g.send("through"),
    lambda: g.throw(ValueError("through")),
    lambda: g.send("bye"),
    lambda: next(g),
):
    attempt(action)
g = delegate(delegate(talk()))
next(g)
attempt(g.close)

title("what is being handled belongs to the generator")


def handling():
    print("    before", sys.exc_info()[1].__class__.__name__)
    try:
        raise KeyError("inner")
    except KeyError:
        yield
        print("    inside", sys.exc_info()[1].__class__.__name__)
    print("    after", sys.exc_info()[1].__class__.__name__)


try:
    raise ValueError("outer")
except ValueError:
    g = handling()
    next(g)
    print("    outside", sys.exc_info()[1].__class__.__name__)
print("    later", sys.exc_info()[1].__class__.__name__)
for _ in g:
    pass
g = handling()
next(g)
attempt(g.throw, IndexError("thrown in"))

title("a hundred deep")


def nested(depth):
    if depth:
        return depth + (yield from nested(depth - 1))
    return (yield "the bottom")


g = nested(100)
attempt(next, g)
attempt(g.send, 0)

title("names")
g = talk()
g.__name__, g.__qualname__ = "chat", "society.chat"
print("   ", g.__name__, g.__qualname__, repr(g).split(" at ")[0] + ">")
for value in 5, None:
    attempt(setattr, g, "__name__", value)
attempt(delattr, g, "__qualname__")
attempt(setattr, g, "gi_running", True)

title("dropped half-way")
g = talk()
next(g)
g = None
print("    gone")
