"""A generator that delegates to another, which ends by returning."""


def inner(count):
    for number in range(count):
        yield number
    return "done"


def outer(count):
    answer = yield from inner(count)
    yield answer


print(list(outer(3)))
