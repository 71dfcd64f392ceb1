"""Generators: next, send, throw, close, return values, yield from, pipelines."""


def countdown(n):
    print("starting")
    while n > 0:
        yield n
        n -= 1
    print("done")
    return "liftoff"


for i in countdown(3):
    print(i)

g = countdown(1)
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print("returned", stop.value, stop.args)
print(next(g, "default"))


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


a = averager()
print(next(a), a.send(10), a.send(20), a.send(60))
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)


def delegating():
    result = yield from countdown(2)
    print("inner gave", result)
    more = yield from averager()
    print("averager gave", more)
    yield from "xyz"


d = delegating()
print(next(d), next(d), next(d), d.send(4), d.send(8))
print(d.send(None), list(d))


def resilient():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            print("caught", error)
        finally:
            print("cleanup")


r = resilient()
print(next(r))
print(r.throw(ValueError("thrown in")))
r.close()
try:
    r.throw(KeyError("late"))
except KeyError as error:
    print("KeyError", error)

fresh = countdown(5)
try:
    fresh.send(1)
except TypeError as error:
    print("TypeError:", error)
fresh.close()
print(list(fresh))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print("RuntimeError:", error)


def leaky():
    yield 1
    raise StopIteration("hidden")


try:
    list(leaky())
except RuntimeError as error:
    print("RuntimeError:", error, "|", repr(error.__cause__))


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as error:
    print("ValueError:", error)


def numbers():
    n = 0
    while True:
        yield n
        n += 1


def take(n, source):
    for _ in range(n):
        yield next(source)


def evens(source):
    for item in source:
        if item % 2 == 0:
            yield item


print(list(take(6, (x * x for x in evens(numbers())))))


def tree(depth, label="r"):
    if depth:
        yield from tree(depth - 1, label + "l")
        yield label
        yield from tree(depth - 1, label + "r")


print(list(tree(3)))


def interleave(*sources):
    sources = [iter(s) for s in sources]
    while sources:
        alive = []
        for source in sources:
            try:
                yield next(source)
            except StopIteration:
                continue
            alive.append(source)
        sources = alive


print("".join(interleave("adg", "be", "cfhi")))
x, *y = (i * i for i in range(4))
print(x, y)


def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received


e = echo()
next(e)
e.send("a")
e.send("b")
try:
    e.send("c")
except StopIteration as stop:
    print(stop.value)
print(g.gi_frame is None, g.gi_running, countdown(1).gi_frame is None)
