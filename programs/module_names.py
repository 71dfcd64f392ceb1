"""Names of a module's body: where they were, gone, hidden and back again; integers of two words; sets whose keys collide."""

seen = []
for step in range(6):
    if step == 2:
        len = lambda things: 'hidden'
    if step == 4:
        del len
    seen.append(len([1, 2, 3]))
print(seen)

total = 0
for step in range(5):
    total += step
    if step == 1:
        before = total
        del total
        others = [globals().setdefault('filler_%d' % n, n) for n in range(40)]
        total = before
    if step == 3:
        globals()['total'] = 100
print(total, filler_39)

try:
    for step in range(3):
        print(missing if step else 'not yet')
except NameError as error:
    print(error)

for name in ('first', 'second'):
    class Body:
        label = name
        for step in range(3):
            label = label + str(step)
        size = max(1, 2) if name == 'first' else min(1, 2)
    print(Body.label, Body.size)

limits = [2 ** 62 - 1, 2 ** 62, 2 ** 63, 2 ** 64 + 1, 2 ** 126, 2 ** 127 - 1, 2 ** 127, 2 ** 128]
limits += [-number for number in limits]
check = 0
for a in limits:
    for b in limits:
        assert (a // b) * b + a % b == a
        for result in (a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ^ b):
            check = (check * 1000003 + result) % (2 ** 89 - 1)
        assert divmod(a, b) == (a // b, a % b)
print(check)
print(-2 ** 127 // -1, -2 ** 127 - 1, 2 ** 127 - 1 + 1, -2 ** 64 // 3, -2 ** 64 % 3, 2 ** 64 % -3)

class Key:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return 5
    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

few, more = {Key('a'), 5, 'x'}, {Key('a'), Key('b'), 5, 37, 69, 'y'}
print(len(few & more), len(few - more), len(few | more), len(few ^ more), few <= more, {5, Key('a')} <= more)
more.discard(37)
more.add(101)
print(37 in more, 101 in more, 69 in more, len(more), sorted(more & {5, 69, 101, 1}))
print([repr(value) for value in (5e-324, 1e22, 1e16, 123456789012345680.0, -0.0, 100.0, 0.1, 9007199254740993.0, 2.5e-5)])
