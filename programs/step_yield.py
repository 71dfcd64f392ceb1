"""A value sent into a generator, and a generator that delegates: to be played step by step."""


def totals():
    total = 0
    while True:
        total += yield total


def feed(generator):
    next(generator)
    return generator.send(5)


def pair():
    heard = yield "one"
    return heard + "!"


def outer():
    result = yield from pair()
    yield result


def ask(generator):
    first = next(generator)
    return first, generator.send("two")


print(feed(totals()))
print(ask(outer()))
