"""Coroutines: a small event loop with tasks, sleeping, queues and gathering; await chains; async for."""
# small: 20

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 45_000


class Suspend:
    def __init__(self, action, value=None):
        self.action = action
        self.value = value

    def __await__(self):
        return (yield self)


class Loop:
    def __init__(self):
        self.ready = []
        self.steps = 0

    def spawn(self, coroutine):
        self.ready.append((coroutine, None))

    def run(self):
        ready = self.ready
        while ready:
            batch, self.ready = ready, []
            for coroutine, value in batch:
                self.steps += 1
                try:
                    request = coroutine.send(value)
                except StopIteration:
                    continue
                if request.action == "put":
                    request.value[0].offer(self, request.value[1])
                    self.ready.append((coroutine, None))
                elif request.action == "get":
                    request.value.want(self, coroutine)
                else:
                    self.ready.append((coroutine, self.steps))
            ready = self.ready


class Queue:
    def __init__(self):
        self.items = []
        self.waiting = []

    def offer(self, loop, item):
        if self.waiting:
            loop.ready.append((self.waiting.pop(), item))
        else:
            self.items.append(item)

    def want(self, loop, coroutine):
        if self.items:
            loop.ready.append((coroutine, self.items.pop()))
        else:
            self.waiting.append(coroutine)

    async def get(self):
        return await Suspend("get", self)

    async def put(self, item):
        await Suspend("put", (self, item))


async def pause():
    return await Suspend("pause")


async def producer(queue, count):
    for i in range(count):
        await queue.put(i)
        if i % 4 == 0:
            await pause()
    await queue.put(None)


async def consumer(queue, results):
    total = 0
    while True:
        item = await queue.get()
        if item is None:
            results.append(total)
            return
        total += item


async def chain(depth):
    if depth == 0:
        await pause()
        return 1
    return await chain(depth - 1) + 1


async def quick(x):
    return x + 1


async def many_quick(count, results):
    total = 0
    for i in range(count):
        total += await quick(i)
    results.append(total)


class Range:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def squares(n):
    for i in range(n):
        yield i * i


class Guard:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        return False


async def loops(count, results):
    total = 0
    async for i in Range(count):
        total += i
    async for square in squares(count):
        total += square & 7
    for _ in range(count):
        async with Guard():
            total += 1
    results.append(total)


async def chains(count, results):
    total = 0
    for _ in range(count):
        total += await chain(20)
    results.append(total)


loop = Loop()
results = []
for _ in range(10):
    queue = Queue()
    loop.spawn(producer(queue, N))
    loop.spawn(consumer(queue, results))
loop.spawn(chains(N, results))
loop.spawn(many_quick(N * 60, results))
loop.spawn(loops(N * 20, results))
loop.run()
print(sorted(results))
print("steps", loop.steps)
