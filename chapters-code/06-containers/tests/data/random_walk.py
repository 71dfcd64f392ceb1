"""Random operations on sets and dictionaries, and digests of what they hold, in order.

Run with each CPython, from this folder (tests/random_walk.rs does the same operations):

    PYTHONHASHSEED=0 python3.10 random_walk.py > random-3.10.txt
    PYTHONHASHSEED=0 python3.11 random_walk.py > random-3.11.txt
"""

MASK = 2**64 - 1


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % bound


def digest(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def key(random):
    kind, number = random.below(4), random.below(150)
    if kind == 0:
        return number - 20
    if kind == 1:
        return f"k{number}"
    if kind == 2:
        return number + 0.5
    return (number % 20, f"t{number}")


def set_step(random, a, b):
    choice = random.below(32)
    if choice < 12:
        a.add(key(random))
    elif choice < 20:
        a.discard(key(random))
    elif choice < 22:
        if a:
            a.pop()
    elif choice == 22:
        a |= b
    elif choice == 23:
        a &= b
    elif choice == 24:
        a -= b
    elif choice == 25:
        a ^= b
    elif choice == 26:
        b = a.copy()
    elif choice == 27:
        a, b = b, a
    elif choice == 28:
        a = a | b
    elif choice == 29:
        a = b - a
    elif choice == 30:
        a = set(frozenset(a))
    elif random.below(20) == 0:
        a.clear()
    return a, b


def dict_step(random, a, b):
    choice = random.below(32)
    if choice < 14:
        a[key(random)] = random.below(1000)
    elif choice < 20:
        a.pop(key(random), None)
    elif choice < 22:
        if a:
            a.popitem()
    elif choice == 22:
        a.update(b)
    elif choice == 23:
        a.setdefault(key(random), random.below(1000))
    elif choice == 24:
        b = a.copy()
    elif choice == 25:
        a, b = b, a
    elif choice == 26:
        a = a | b
    elif choice == 27:
        a = dict.fromkeys(a.keys() & b.keys(), 1)
    elif choice == 28:
        a = dict(reversed(a.items()))
    elif choice == 29:
        a = dict.fromkeys(set(a), 2)
    elif random.below(20) == 0:
        a.clear()
    return a, b


for name, step, make in ("set", set_step, set), ("dict", dict_step, dict):
    for seed in range(1, 6):
        random = Random(seed)
        a, b = make(), make()
        for number in range(1, 4001):
            a, b = step(random, a, b)
            if number % 200 == 0:
                print(name, seed, number, len(a), f"{digest(repr(a)):016x}")

for count in 10, 1000, 40000, 60000, 130000:
    numbers = set(range(0, count * 7, 7))
    print("large", count, f"{digest(repr(numbers)):016x}")
