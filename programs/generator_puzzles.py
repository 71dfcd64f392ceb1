"""Generators at work: lazy streams, tree walks, same fringe, parsers fed by send, tasks, backtracking."""


def naturals(n=0):
    while True:
        yield n
        n += 1


def take(count, iterable):
    for _, item in zip(range(count), iterable):
        yield item


def primes():
    def sieve(numbers):
        prime = next(numbers)
        yield prime
        yield from sieve(n for n in numbers if n % prime)

    return sieve(naturals(2))


print("primes", list(take(25, primes())))


def merge(*streams):
    """Sorted streams into one, without repetitions."""
    heads = {}
    for stream in streams:
        for item in stream:
            heads[stream] = item
            break
    last = None
    while heads:
        stream = min(heads, key=heads.get)
        item = heads[stream]
        if item != last:
            yield item
            last = item
        try:
            heads[stream] = next(stream)
        except StopIteration:
            del heads[stream]


def hamming():
    """2^i 3^j 5^k, in order: a stream that is made from itself."""
    made = [1]

    def scaled(factor):
        place = 0
        while True:
            yield made[place] * factor
            place += 1

    yield 1
    for item in merge(scaled(2), scaled(3), scaled(5)):
        made.append(item)
        yield item


print("hamming", list(take(30, hamming())))


def tree(items):
    if not items:
        return None
    middle = len(items) // 2
    return tree(items[:middle]), items[middle], tree(items[middle + 1:])


def inorder(node):
    if node:
        left, value, right = node
        yield from inorder(left)
        yield value
        yield from inorder(right)


def lopsided(items):
    node = None
    for item in items:
        node = node, item, None
    return node


def same_fringe(a, b):
    missing = object()
    a, b = inorder(a), inorder(b)
    compared = 0
    while True:
        x, y = next(a, missing), next(b, missing)
        compared += 1
        if x != y:
            return False, compared
        if x is missing:
            return True, compared


word = "a lazy walk stops early"
print("fringe", "".join(inorder(tree(word))))
print(same_fringe(tree(word), lopsided(word)), same_fringe(tree(word), tree("a laxy")))


def permutations(items):
    if not items:
        yield []
    for place, item in enumerate(items):
        for rest in permutations(items[:place] + items[place + 1:]):
            yield [item] + rest


print("permutations", ["".join(p) for p in permutations(list("abcd"))][::5])


def queens(size, row=0, columns=()):
    if row == size:
        yield columns
    for column in range(size):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(columns)):
            yield from queens(size, row + 1, columns + (column,))


print("queens", next(queens(8)), sum(1 for _ in queens(6)))


def expression():
    """A parser that is sent one token at a time, and asks for the next by yielding."""
    value, token = yield from term((yield))
    while token in ("+", "-"):
        right, following = yield from term((yield))
        value = (value, token, right)
        token = following
    return value, token


def term(token):
    value, token = yield from factor(token)
    while token in ("*", "/"):
        right, following = yield from factor((yield))
        value = (value, token, right)
        token = following
    return value, token


def factor(token):
    if token == "(":
        value, token = yield from expression()
        if token != ")":
            raise SyntaxError(f"expected ')', not {token!r}")
        return value, (yield)
    if token is None or not token.isalnum():
        raise SyntaxError(f"unexpected {token!r}")
    return token, (yield)


def parse(text):
    parser = expression()
    next(parser)
    try:
        for token in text.split() + [None]:
            parser.send(token)
    except StopIteration as stop:
        value, rest = stop.value
        return value if rest is None else f"left over: {rest}"
    except SyntaxError as error:
        return f"error: {error}"
    return "unfinished"


for text in "1 + 2 * 3", "( 1 + 2 ) * 3", "a - b - c", "( 1", "1 +", "1 ) 2", ") 1":
    print("parse", text, "=>", parse(text))


def scheduler(*tasks):
    """Round robin. A task yields how many rounds it wants to rest."""
    waiting = [(0, number, task) for number, task in enumerate(tasks)]
    now = 0
    while waiting:
        waiting.sort(key=lambda entry: entry[:2])
        now, number, task = waiting.pop(0)
        try:
            rest = task.send(None)
        except StopIteration as stop:
            yield now, number, f"returned {stop.value!r}"
        except Exception as error:
            yield now, number, f"failed: {error!r}"
        else:
            yield now, number, f"rests {rest}"
            waiting.append((now + rest, number, task))


def worker(steps):
    for step in range(1, steps + 1):
        yield step
    return "w" * steps


def failing():
    yield 2
    raise ArithmeticError("tired")


for event in scheduler(worker(3), failing(), worker(2)):
    print("task", *event)


def coroutine(function):
    def start(*args):
        generator = function(*args)
        next(generator)
        return generator

    return start


@coroutine
def broadcast(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


@coroutine
def grep(pattern, target):
    while True:
        line = yield
        if pattern in line:
            target.send(line)


@coroutine
def collector(into):
    try:
        while True:
            into.append((yield))
    finally:
        into.append("closed")


one, two = [], []
source = broadcast(grep("py", collector(one)), grep("th", collector(two)))
for line in "python is the snake", "a rusty thing", "pythia spoke", "nothing":
    source.send(line)
source.close()
print("grep", one, two)


def flatten(nested):
    try:
        if isinstance(nested, str):
            raise TypeError
        for item in nested:
            yield from flatten(item)
    except TypeError:
        yield nested


print("flatten", list(flatten([1, [2, (3, "four"), {5: 6}], [[[[7]]]], []])))


def window(size, iterable):
    last = ()
    for item in iterable:
        last = (last + (item,))[-size:]
        if len(last) == size:
            yield last


print("window", [sum(w) for w in window(3, take(10, naturals()))])


def running_mean():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count


mean = running_mean()
next(mean)
print("mean", [mean.send(v) for v in (4, 8, 15, 16, 23, 42)])


def collatz(n):
    yield n
    if n > 1:
        yield from collatz(3 * n + 1 if n % 2 else n // 2)


print("collatz", max(collatz(27)), sum(1 for _ in collatz(27)))


def hanoi(n, source="A", target="C", spare="B"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield source + target
        yield from hanoi(n - 1, spare, target, source)


print("hanoi", " ".join(hanoi(4)))


def snapshots():
    """Generator expressions bind their first iterable at once, and the rest late."""
    data = [1, 2, 3]
    factor = 10
    late = (x * factor for x in data)
    data = [7, 8, 9]
    factor = 100
    yield list(late)
    try:
        (x for x in None)
    except TypeError as error:
        yield str(error)


print("snapshots", list(snapshots()))
