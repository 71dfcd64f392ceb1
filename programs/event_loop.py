"""An event loop in two hundred lines: tasks, futures, sleep on virtual time, gather, cancellation, queues."""


class CancelledError(BaseException):
    pass


class Timeout(Exception):
    pass


class Future:
    """A value that is not there yet, and who waits for it."""

    def __init__(self, loop):
        self.loop = loop
        self.done = False
        self.value = self.error = None
        self.waiting = []

    def set_result(self, value):
        self.finish(value, None)

    def set_error(self, error):
        self.finish(None, error)

    def finish(self, value, error):
        if self.done:
            raise RuntimeError("the future is done already")
        self.done, self.value, self.error = True, value, error
        for callback in self.waiting:
            self.loop.soon(callback, self)
        self.waiting = []

    def result(self):
        if self.error is not None:
            raise self.error
        return self.value

    def when_done(self, callback):
        if self.done:
            self.loop.soon(callback, self)
        else:
            self.waiting.append(callback)

    def __await__(self):
        if not self.done:
            yield self
        return self.result()


class Task(Future):
    """A coroutine that the loop drives: one `send` at a time, between two awaits."""

    def __init__(self, loop, coroutine, name):
        super().__init__(loop)
        self.coroutine, self.name = coroutine, name
        self.awaits = None
        self.must_cancel = False
        loop.soon(self.step)

    def step(self, future=None):
        if self.done:
            return
        self.awaits = None
        try:
            if self.must_cancel:
                self.must_cancel = False
                wanted = self.coroutine.throw(CancelledError(self.name))
            else:
                wanted = self.coroutine.send(None)
        except StopIteration as stop:
            self.set_result(stop.value)
        except (Exception, CancelledError) as error:
            self.set_error(error)
        else:
            self.awaits = wanted
            wanted.when_done(self.step)

    def cancel(self):
        if self.done or self.must_cancel:
            return False
        self.must_cancel = True
        if self.awaits is not None:
            if self.step in self.awaits.waiting:
                self.awaits.waiting.remove(self.step)
            self.loop.soon(self.step)
        return True

    def __repr__(self):
        state = "done" if self.done else "waiting" if self.awaits else "ready"
        return f"<Task {self.name}: {state}>"


class Loop:
    """What is to be done now, and what later. Time is a number that jumps."""

    def __init__(self):
        self.now = 0
        self.ready = []
        self.later = []
        self.order = 0
        self.steps = 0

    def soon(self, callback, *args):
        self.ready.append((callback, args))

    def at(self, time, callback, *args):
        self.order += 1
        entry = (time, self.order, callback, args)
        place = len(self.later)
        while place and self.later[place - 1][:2] > entry[:2]:
            place -= 1
        self.later.insert(place, entry)

    def task(self, coroutine, name=None):
        return Task(self, coroutine, name or coroutine.__name__)

    def run(self, coroutine):
        main = self.task(coroutine, "main")
        while not main.done:
            if not self.ready:
                if not self.later:
                    raise RuntimeError("everybody waits for somebody else")
                self.now = self.later[0][0]
                while self.later and self.later[0][0] == self.now:
                    _, _, callback, args = self.later.pop(0)
                    self.soon(callback, *args)
            callback, args = self.ready.pop(0)
            self.steps += 1
            callback(*args)
        return main.result()


def sleep(delay, value=None):
    future = Future(loop)
    loop.at(loop.now + delay, lambda: future.done or future.set_result(value))
    return future


async def gather(*coroutines):
    tasks = [loop.task(c, f"{c.__name__} {i}") for i, c in enumerate(coroutines)]
    try:
        return [await task for task in tasks]
    except BaseException:
        for task in tasks:
            task.cancel()
        raise


async def timeout(delay, coroutine):
    task = loop.task(coroutine)
    loop.at(loop.now + delay, task.cancel)
    try:
        return await task
    except CancelledError:
        raise Timeout(f"{task.name} took more than {delay}") from None


class Queue:
    def __init__(self, size):
        self.items, self.size = [], size
        self.getters, self.putters = [], []

    async def put(self, item):
        while len(self.items) >= self.size:
            self.putters.append(Future(loop))
            await self.putters[-1]
        self.items.append(item)
        if self.getters:
            self.getters.pop(0).set_result(None)

    async def get(self):
        while not self.items:
            self.getters.append(Future(loop))
            await self.getters[-1]
        item = self.items.pop(0)
        if self.putters:
            self.putters.pop(0).set_result(None)
        return item

    async def __aiter__(self):
        while (item := await self.get()) is not None:
            yield item


class Lock:
    def __init__(self):
        self.owner, self.waiting = None, []

    async def __aenter__(self):
        while self.owner:
            self.waiting.append(Future(loop))
            await self.waiting[-1]
        self.owner = True
        return self

    async def __aexit__(self, *details):
        self.owner = None
        if self.waiting:
            self.waiting.pop(0).set_result(None)


def say(*words):
    print(f"{loop.now:5}:", *words)


async def cook(what, minutes):
    say("begin", what)
    try:
        await sleep(minutes)
    except CancelledError as error:
        say(what, "is taken off the stove:", error)
        raise
    finally:
        say("end", what)
    return what.upper()


async def breakfast():
    say(await gather(cook("eggs", 4), cook("toast", 3), cook("coffee", 5)))
    for limit in (10, 2):
        try:
            say("in time:", await timeout(limit, cook("soup", 8)))
        except Timeout as error:
            say("too late:", error)


async def burns():
    await sleep(1)
    raise ValueError("burnt")


async def trouble():
    try:
        await gather(burns(), cook("stew", 60))
    except ValueError as error:
        say("caught:", repr(error))
    await sleep(0)


async def producer(queue, name, count):
    for number in range(count):
        await queue.put(f"{name}{number}")
        await sleep(1 if name == "a" else 2)


async def consumer(queue):
    taken = []
    async for item in queue:
        taken.append(item)
        if len(taken) % 3 == 0:
            await sleep(5)
    return taken


async def factory():
    queue = Queue(2)
    eater = loop.task(consumer(queue))
    await gather(producer(queue, "a", 6), producer(queue, "b", 4))
    await queue.put(None)
    say(await eater)


async def visitor(lock, name, log):
    async with lock:
        log.append(name + " in")
        await sleep(1)
        log.append(name + " out")


async def museum():
    lock, log = Lock(), []
    await gather(*[visitor(lock, name, log) for name in "xyz"])
    say(" ".join(log))


async def ticks(every):
    try:
        while True:
            await sleep(every)
            yield loop.now
    finally:
        await sleep(1)
        say("the clock is put away")


async def clock():
    stream = ticks(10)
    seen = []
    async for time in stream:
        seen.append(time)
        if len(seen) == 3:
            break
    await stream.aclose()
    say([b - a for a, b in zip(seen, seen[1:])])
    say([time async for time in limited(ticks(7), 2)])


async def limited(stream, count):
    while count:
        count -= 1
        yield await anext(stream)
    await stream.aclose()


async def deadlock():
    await Future(loop)


loop = Loop()
for story in breakfast, trouble, factory, museum, clock:
    print(story.__name__)
    loop.run(story())
try:
    loop.run(deadlock())
except RuntimeError as error:
    say("deadlock:", error)
task = loop.task(cook("tea", 3), "tea")
print(task, task.cancel(), task.cancel())
loop.run(gather())
print(task, repr(task.error))
print(loop.steps, "steps")
