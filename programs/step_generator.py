"""A generator that is asked, sent to, and closed; and one that delegates: to be played step by step."""


def count(limit):
    n = 0
    while n < limit:
        sent = yield n
        n = n + 1 if sent is None else sent


def both(limit):
    first = yield from letters()
    yield first


def letters():
    try:
        yield "a"
        yield "b"
    finally:
        print("no more letters")
    return "c"


def ask():
    numbers = count(5)
    print(next(numbers), next(numbers), numbers.send(4))
    numbers.close()


def delegate():
    return list(both(2))


ask()
print(delegate())
