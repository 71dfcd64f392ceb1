"""A discrete simulation: events in order, customers as generators, and a report."""


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 33

    def between(self, low, high):
        return low + self.next() % (high - low + 1)

    def choice(self, items):
        return items[self.next() % len(items)]

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.next() % (i + 1)
            items[i], items[j] = items[j], items[i]


class Simulation:
    def __init__(self):
        self.now = 0
        self.sequence = 0
        self.events = []
        self.log = []

    def start(self, process, delay=0):
        self.schedule(delay, process, None)

    def schedule(self, delay, process, value):
        self.sequence += 1
        entry = (self.now + delay, self.sequence, process, value)
        low, high = 0, len(self.events)
        while low < high:
            middle = (low + high) // 2
            if self.events[middle][:2] > entry[:2]:
                low = middle + 1
            else:
                high = middle
        self.events.insert(low, entry)

    def run(self, until):
        while self.events and self.events[-1][0] <= until:
            self.now, _, process, value = self.events.pop()
            try:
                request = process.send(value)
            except StopIteration as stop:
                if stop.value is not None:
                    self.log.append((self.now, stop.value))
                continue
            match request:
                case int(delay):
                    self.schedule(delay, process, None)
                case ("acquire", resource):
                    resource.acquire(self, process)
                case ("release", resource):
                    resource.release(self)
                    self.schedule(0, process, None)
                case other:
                    process.close()
                    raise TypeError(f"bad request: {other!r}")


class Resource:
    def __init__(self, name, capacity):
        self.name, self.free = name, capacity
        self.queue = []
        self.longest = 0

    def acquire(self, simulation, process):
        if self.free:
            self.free -= 1
            simulation.schedule(0, process, simulation.now)
        else:
            self.queue.append(process)
            self.longest = max(self.longest, len(self.queue))

    def release(self, simulation):
        if self.queue:
            simulation.schedule(0, self.queue.pop(0), simulation.now)
        else:
            self.free += 1


def customer(number, simulation, clerks, random, waits):
    arrived = simulation.now
    started = yield "acquire", clerks
    waits.append(started - arrived)
    try:
        yield random.between(3, 9)
    finally:
        yield "release", clerks
    if waits[-1] > 10:
        return f"customer {number} waited {waits[-1]}"


def source(simulation, clerks, random, waits, count):
    for number in range(count):
        simulation.start(customer(number, simulation, clerks, random, waits))
        yield random.between(1, 5)
    return "the door is closed"


for capacity in (1, 2, 3):
    random = Random(2024)
    simulation = Simulation()
    clerks = Resource("clerks", capacity)
    waits = []
    simulation.start(source(simulation, clerks, random, waits, 25))
    simulation.run(until=500)
    average = sum(waits) / len(waits)
    print(f"{capacity} clerks: {len(waits)} served by {simulation.now}, wait {average:.2f} on average, {max(waits)} at most, queue {clerks.longest}")
    for time, text in simulation.log[:4]:
        print(f"   {time:4} {text}")
    histogram = {}
    for wait in waits:
        histogram[wait // 10] = histogram.get(wait // 10, 0) + 1
    for bucket in sorted(histogram):
        print(f"   {bucket * 10:3}-{bucket * 10 + 9:<3} {'#' * histogram[bucket]}")


def rude():
    try:
        yield "nonsense"
    except GeneratorExit:
        print("closed")
        raise


simulation = Simulation()
simulation.start(rude(), 5)
try:
    simulation.run(10)
except TypeError as error:
    print(error, simulation.now)
random = Random(1)
deck = [r + s for s in "CDHS" for r in "A23456789TJQK"]
random.shuffle(deck)
print(deck[:13], len(set(deck)))


def hand_rank(hand):
    ranks = sorted(("23456789TJQKA".index(card[0]) for card in hand), reverse=True)
    counts = sorted(((ranks.count(r), r) for r in set(ranks)), reverse=True)
    flush = len({card[1] for card in hand}) == 1
    straight = len(counts) == 5 and ranks[0] - ranks[4] == 4
    shape = tuple(count for count, _ in counts)
    names = {(4, 1): "four", (3, 2): "full house", (3, 1, 1): "three", (2, 2, 1): "two pairs", (2, 1, 1, 1): "pair"}
    if straight and flush:
        return "straight flush"
    return "flush" if flush else "straight" if straight else names.get(shape, "high card")


tally = {}
for _ in range(300):
    random.shuffle(deck)
    name = hand_rank(deck[:5])
    tally[name] = tally.get(name, 0) + 1
print(sorted(tally.items(), key=lambda item: -item[1]))
print([hand_rank(h.split()) for h in ("2C 3C 4C 5C 6C", "AC AD AH AS 2C", "KC KD KH 2S 2C", "2C 9C KC 4C 6C", "9C TD JH QS KC")])
