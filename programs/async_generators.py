"""Asynchronous generators: asend, athrow, aclose and their states, hooks, pipelines, comprehensions."""

import sys


class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def attempt(what, *args):
    try:
        print("   ", repr(what(*args)))
    except BaseException as error:
        print("   ", type(error).__name__ + ":", *error.args)


def run(coroutine, *answers):
    """Drives a coroutine to its end; whatever it asks for, it gets the next answer."""
    answers = list(answers)
    value = None
    while True:
        try:
            asked = coroutine.send(value)
        except StopIteration as stop:
            return stop.value
        value = answers.pop(0) if answers else None
        print("    asked", repr(asked), "answered", repr(value))


async def stream():
    try:
        heard = yield 1
        print("    heard", heard)
        heard = await Suspend("a question")
        print("    was told", heard)
        yield 2
    except ValueError as error:
        print("    caught", repr(error))
        yield "handled"
    finally:
        print("    finally")


print("one step at a time")
s = stream()
print("   ", s.__name__, s.ag_running, s.ag_await, s.ag_code.co_name)
step = s.__anext__()
print("   ", type(step).__name__)
attempt(step.send, "ignored by __anext__")
step = s.asend(None)
attempt(next, step)
attempt(next, step)
step = s.asend("hello")
attempt(next, step)
print("   ", s.ag_running, s.ag_await.__class__.__name__)
for other in s.asend(None), s.athrow(ValueError), s.aclose():
    attempt(next, other)
attempt(step.send, "an answer")
attempt(step.send, "another")
step = s.asend(None)
attempt(next, step)
for other in s.__anext__(), s.asend(1), s.athrow(KeyError("late")), s.aclose():
    attempt(next, other)

print("throwing")
s = stream()
attempt(next, s.asend(None))
attempt(s.athrow(ValueError("in")).send, "not None")
attempt(next, s.athrow(ValueError("in")))
attempt(next, s.athrow(KeyError("out")))
attempt(next, s.asend(None))
attempt(next, stream().athrow(KeyError, "at the start"))
s = stream()
step = s.asend(None)
attempt(step.close)
attempt(next, step)
attempt(step.throw, ValueError)

print("closing")


async def stubborn():
    for answer in "no", "yes":
        try:
            yield 1
        except GeneratorExit:
            print("   ", answer)
            if answer == "yes":
                raise


async def careful():
    try:
        yield 1
    finally:
        print("    told", await Suspend("may I clean up?"))


for make in stream, stubborn, careful:
    s = make()
    attempt(next, s.asend(None))
    closing = s.aclose()
    attempt(next, closing)
    attempt(closing.send, "yes")
    attempt(next, s.aclose())

print("a StopIteration is no way out")


async def stops(how):
    yield 1
    raise how("inside")


for how in StopIteration, StopAsyncIteration:
    s = stops(how)
    attempt(next, s.asend(None))
    attempt(next, s.asend(None))
    attempt(next, s.asend(None))

print("pipelines")


async def count(n):
    for i in range(n):
        if i % 3 == 0:
            await Suspend(f"pause {i}")
        yield i


async def only(condition, source):
    async for item in source:
        if condition(item):
            yield item


async def pairs(source):
    async for first in source:
        yield first, await anext(source, "nothing")


async def collect(source):
    return [item async for item in source]


print("   ", run(collect(pairs(only(lambda i: i % 2 == 0, count(10))))))


async def comprehensions():
    squares = {i: i * i async for i in count(4)}
    odd = {i async for i in count(6) if i & 1}
    nested = [(i, j) async for i in count(2) for j in range(2)]
    awaited = [await Suspend(i) for i in range(2)]
    lazy = (i + 1 async for i in count(3) if i)
    return squares, odd, nested, awaited, type(lazy).__name__, [i async for i in lazy]


print("   ", run(comprehensions(), *"abcdefghij"))


async def otherwise(n, stop):
    async for i in count(n):
        if i == stop:
            break
    else:
        return "exhausted"
    return "broken off"


print("   ", run(otherwise(2, 5)), run(otherwise(2, 1)))


async def deep(n):
    if n:
        async for item in deep(n - 1):
            yield item + 1
    else:
        yield 0
        await Suspend("from the bottom")
        yield 100


print("   ", run(collect(deep(30))))

print("aiter and anext")


class Forever:
    def __aiter__(self):
        return self

    async def __anext__(self):
        return await Suspend("next?")


class Never:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


class Wrong:
    def __aiter__(self):
        return 5

    def __anext__(self):
        return 6


async def asks():
    print("   ", await anext(Forever()), await anext(Never(), "a default"))
    try:
        await anext(Never())
    except StopAsyncIteration:
        print("    it ended")


run(asks(), "an item")
attempt(aiter, 5)
attempt(anext, 5)
attempt(aiter, Wrong())
attempt(lambda: type(anext(count(1), 1)).__name__)


async def over(what):
    async for _ in what:
        pass


for what in 5, Wrong(), iter([]):
    attempt(run, over(what))
attempt(iter, count(1))
attempt(next, count(1))

print("hooks")
abandoned = []


def first(generator):
    print("    first iteration of", generator.__name__)


def finalizer(generator):
    print("    abandoned", generator.__name__)
    abandoned.append(generator)


attempt(sys.set_asyncgen_hooks, 5)
sys.set_asyncgen_hooks(firstiter=first, finalizer=finalizer)
print("   ", tuple(sys.get_asyncgen_hooks()) == (first, finalizer))
s = careful()
attempt(next, s.asend(None))
s = count(1)
print("    asked for nothing")
run(collect(s))
print("    exhausted")
s = None
while abandoned:
    run(abandoned.pop().aclose(), "please do")
sys.set_asyncgen_hooks(None, None)
