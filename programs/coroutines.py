"""async and await with a small event loop of our own: sleep, gather, queues, async for and with."""


class Suspend:
    def __init__(self, *request):
        self.request = request

    def __await__(self):
        return (yield self.request)


async def sleep(ticks):
    await Suspend("sleep", ticks)


class Task:
    def __init__(self, coroutine, name):
        self.coroutine, self.name = coroutine, name
        self.result = self.error = None
        self.done = False
        self.waiters = []

    def __await__(self):
        if not self.done:
            yield ("join", self)
        if self.error:
            raise self.error
        return self.result


class Loop:
    def __init__(self):
        self.now = 0
        self.ready, self.sleeping, self.count = [], [], 0

    def spawn(self, coroutine, name=""):
        task = Task(coroutine, name)
        self.ready.append((task, None))
        return task

    def step(self, task, value):
        try:
            request = task.coroutine.send(value)
        except StopIteration as stop:
            task.done, task.result = True, stop.value
        except Exception as error:
            task.done, task.error = True, error
        else:
            match request:
                case ("sleep", ticks):
                    self.count += 1
                    self.sleeping.append((self.now + ticks, self.count, task))
                case ("join", other):
                    other.waiters.append(task)
                case ("spawn", coroutine, name):
                    self.ready.append((task, self.spawn(coroutine, name)))
                case ("now",):
                    self.ready.append((task, self.now))
            return
        self.ready += [(waiter, None) for waiter in task.waiters]

    def run(self, coroutine):
        main = self.spawn(coroutine, "main")
        while self.ready or self.sleeping:
            while self.ready:
                self.step(*self.ready.pop(0))
            if self.sleeping:
                self.sleeping.sort(key=lambda entry: entry[:2])
                self.now, _, task = self.sleeping.pop(0)
                self.ready.append((task, None))
        if main.error:
            raise main.error
        return main.result


async def spawn(coroutine, name=""):
    return await Suspend("spawn", coroutine, name)


async def gather(*coroutines):
    tasks = [await spawn(c) for c in coroutines]
    return [await task for task in tasks]


async def worker(name, ticks, fail=False):
    print(f"{await Suspend('now'):3} {name} starts")
    await sleep(ticks)
    if fail:
        raise ValueError(f"{name} failed")
    print(f"{await Suspend('now'):3} {name} ends")
    return name.upper()


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await sleep(1)
        return self.n


class Connection:
    async def __aenter__(self):
        await sleep(2)
        print("   connected")
        return self

    async def __aexit__(self, kind, value, traceback):
        await sleep(1)
        print("   closed after", kind and kind.__name__)
        return kind is KeyError


async def ticker(n):
    try:
        for i in range(n):
            await sleep(1)
            yield i * i
    finally:
        print("   ticker done")


async def main():
    print(await gather(worker("a", 5), worker("b", 2), worker("c", 3)))
    task = await spawn(worker("bad", 1, fail=True))
    try:
        await task
    except ValueError as error:
        print("caught", error)
    async for n in Countdown(3):
        print("   countdown", n)
    else:
        print("   countdown over")
    async with Connection() as connection, Connection():
        print("   inside", type(connection).__name__)
    async with Connection():
        raise KeyError("suppressed")
    print([square async for square in ticker(4) if square % 2 == 0])
    print({n: await double(n) async for n in Countdown(3)}, [await double(n) for n in range(3)])
    total = 0
    async for square in ticker(5):
        total += square
        if square > 3:
            break
    print("total", total)
    agen = ticker(3)
    print(await agen.asend(None), await agen.__anext__())
    try:
        await agen.athrow(IndexError("in"))
    except IndexError as error:
        print("out again:", error)
    await agen.aclose()
    return await Suspend("now")


async def double(n):
    await sleep(0)
    return 2 * n


print("finished at", Loop().run(main()))
coroutine = double(1)
print(type(coroutine).__name__, coroutine.__name__, hasattr(coroutine, "__await__"), hasattr(coroutine, "__iter__"))
for attempt in (lambda: iter(coroutine), lambda: next(coroutine), lambda: coroutine.send(5), lambda: [x for x in ticker(1)]):
    try:
        attempt()
    except TypeError as error:
        print(error)
coroutine.close()
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)


async def awaits(what):
    return await what


class BadAwait:
    def __await__(self):
        return 5


for what in (5, BadAwait(), [1]):
    c = awaits(what)
    try:
        c.send(None)
    except TypeError as error:
        print(error)


async def bad_with(what):
    async with what:
        pass


async def bad_for(what):
    async for _ in what:
        pass


for c in (bad_with(5), bad_for([1]), bad_with(Countdown(1))):
    try:
        c.send(None)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
