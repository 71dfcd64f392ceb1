"""Things that wait: a generator that is sent numbers, one that delegates, a coroutine, an asynchronous generator."""


def mean_of(n):
    total = 0
    for count in range(1, n + 1):
        total += yield count
    return total / n


def report(n):
    mean = yield from mean_of(n)
    yield f"the mean is {mean}"


def careful():
    try:
        yield "open"
    finally:
        print("closed")


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        return (yield self.question)


async def greeting():
    name = await Ask("your name?")
    return "Hello " + name


async def replies():
    yield "a moment"
    yield await greeting()


if __name__ == "__main__":
    g = mean_of(3)
    print(next(g), g.send(10), g.send(20))
    try:
        g.send(60)
    except StopIteration as stop:
        print("returned", stop.value)
    g = report(2)
    print(next(g), g.send(1), g.send(2))
    g = careful()
    print(next(g))
    g.close()
    c = greeting()
    print(c.send(None))
    try:
        c.send("Ada")
    except StopIteration as stop:
        print(stop.value)
    a = replies()
    for answer in None, None, "Ada":
        step = a.asend(None) if answer is None else step
        try:
            print("asked", step.send(answer))
        except StopIteration as stop:
            print("got", stop.value)
