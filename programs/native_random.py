"""The module random: the same seed gives the same numbers, of every kind."""
import random


def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def digits(numbers):
    return " ".join("%.12g" % number for number in numbers)


for seed in [0, 1, 42, -42, 10 ** 30, 2 ** 32 - 1, 2 ** 32, 2 ** 64, True, 0.5, -1.25, "", "adder", "ä€𐍈", b"bytes", bytearray(b"array")]:
    random.seed(seed)
    print(repr(seed), [random.random() for _ in range(3)], random.getrandbits(32), random.getrandbits(100))
for seed in ["", "abc", b"abc", 7]:
    random.seed(seed, version=1)
    print(repr(seed), "version 1", random.random())

random.seed(1234)
print([random.randint(1, 6) for _ in range(30)])
print([random.randrange(100) for _ in range(20)], [random.randrange(-5, 5) for _ in range(20)])
print([random.randrange(0, 100, 7) for _ in range(10)], [random.randrange(50, 0, -3) for _ in range(10)])
print(random.randrange(10 ** 40), random.randint(-10 ** 30, 10 ** 30), random.randrange(1))
print([random.getrandbits(k) for k in (0, 1, 5, 31, 32, 33, 63, 64, 65, 200)])
print(random.randbytes(0), random.randbytes(5), random.randbytes(40).hex())
print([random.choice("hello world") for _ in range(12)], random.choice([1, 2, 3]), random.choice(range(1000)), random.choice((None, 0)))
cards = list(range(52))
random.shuffle(cards)
print(cards)
print(random.sample(range(1000), 5), random.sample(range(10 ** 9), 30), random.sample("abcdefgh", 8), random.sample([1, 2, 3], 0))
print(random.sample(["red", "blue"], counts=[4, 2], k=5), random.sample(list(range(30)), 25))
print(random.choices("abc", k=10), random.choices([1, 2, 3], weights=[10, 1, 1], k=12), random.choices("xyz", cum_weights=[1, 3, 3.5], k=12), random.choices("q"))
print(random.choices(range(5), [0, 0, 0, 1, 0], k=3), random.choices([7], k=0), random.choices([7], k=-3))
print(digits(random.uniform(a, b) for a, b in [(0, 1), (1, 10), (-5, 5), (10, 1), (2.5, 2.5), (0, 10 ** 20)]))
print(digits(random.gauss(0, 1) for _ in range(9)), digits([random.gauss(100, 15), random.gauss(mu=1, sigma=0)]))
print(digits(random.normalvariate(0, 1) for _ in range(9)), digits(random.lognormvariate(0, 0.25) for _ in range(4)))
print(digits(random.expovariate(1.5) for _ in range(5)), digits(random.triangular() for _ in range(3)), digits(random.triangular(0, 10, 2) for _ in range(3)))
print(digits([random.triangular(3, 3), random.triangular(3, 3, 3), random.triangular(high=9)]))
print(digits(random.gammavariate(alpha, beta) for alpha in (0.3, 1.0, 2.5, 20) for beta in (0.5, 2)))
print(digits(random.betavariate(alpha, beta) for alpha in (0.5, 1, 3) for beta in (0.5, 1, 3)))
print(digits(random.vonmisesvariate(mu, kappa) for mu in (0, 1, 6) for kappa in (0, 0.5, 4, 100)))
print(digits(random.paretovariate(alpha) for alpha in (0.5, 1, 3)), digits(random.weibullvariate(alpha, beta) for alpha in (1, 2) for beta in (0.5, 3)))

state = random.getstate()
print(state[0], len(state[1]), state[2], state[1][:3], state[1][-1])
first = [random.random() for _ in range(700)]
random.setstate(state)
print(first == [random.random() for _ in range(700)], sum(first))
random.seed(5)
random.gauss(0, 1)
print("%.12g" % random.getstate()[2])
random.seed(5)
print(random.getstate()[2])

one, two = random.Random(99), random.Random(99)
print(one.random() == two.random(), one.randint(1, 10 ** 6), two.randint(1, 10 ** 6), random.Random("text").random(), random.Random(x=3).random())
print(isinstance(one, random.Random), one.VERSION)
two.setstate(one.getstate())
print(one.random() == two.random())


class Counting(random.Random):
    calls = 0

    def random(self):
        self.calls += 1
        return super().random()


counting = Counting(3)
print([counting.randint(1, 100) for _ in range(5)], counting.choice("abcdef"), counting.sample(range(50), 3), "%.12g" % counting.gauss(0, 1), counting.calls)
counting.seed(3)
print(counting.random(), counting.getrandbits(8), counting.calls)


class Dice(random.Random):
    def getrandbits(self, k):
        return 2 % (1 << k)


dice = Dice(0)
print([dice.randrange(6) for _ in range(3)], dice.choice("xyz"), dice.shuffle([1]))

print(attempt(random.randrange, 0), attempt(random.randrange, -3), attempt(random.randrange, 5, 5), attempt(random.randrange, 5, 1, 2), sep="; ")
print(attempt(random.randrange, 1, 5, 0), attempt(random.randint, 5, 1), attempt(random.randrange, 5, step=2), sep="; ")
print(attempt(random.getrandbits, -1), attempt(random.getrandbits, "a"), attempt(random.getrandbits, 10 ** 20), attempt(random.choice, []), sep="; ")
print(attempt(random.sample, [1, 2], 3), attempt(random.sample, [1, 2], -1), attempt(random.sample, {1: 2}, 1), attempt(random.sample, 5, 1), sep="; ")
print(attempt(random.sample, [1, 2], 1, counts=[1]), attempt(random.sample, [1, 2], 1, counts=[0, 0]), attempt(random.sample, [1], 1, counts=[0.5]), sep="; ")
print(attempt(random.choices, [1, 2], [1]), attempt(random.choices, [1, 2], [0, 0]), attempt(random.choices, [1, 2], [1, 1], cum_weights=[1, 2]), sep="; ")
print(attempt(random.choices, [1, 2], 5), attempt(random.choices, [1, 2], [1, float("inf")]), attempt(random.choices, [], k=2), sep="; ")
print(attempt(random.gammavariate, 0, 1), attempt(random.expovariate, 0), attempt(random.uniform, "a", 1), attempt(random.shuffle, (1, 2, 3)), sep="; ")
print(attempt(random.setstate, (3, (1, 2), None)), attempt(random.setstate, (9, (), None)), attempt(random.setstate, (3, [1], None)), sep="; ")
