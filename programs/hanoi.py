"""The towers of Hanoi, moved for real and drawn; Gray codes; the Josephus problem."""


def moves(n, source, target, spare):
    if n == 0:
        return
    yield from moves(n - 1, source, spare, target)
    yield source, target
    yield from moves(n - 1, spare, target, source)


def draw(pegs, height):
    for level in range(height - 1, -1, -1):
        line = []
        for name in "ABC":
            peg = pegs[name]
            size = peg[level] if level < len(peg) else 0
            line.append(("=" * (2 * size - 1) if size else "|").center(2 * height + 1))
        print("".join(line).rstrip())
    print("-" * (6 * height + 3))


def play(n, show=True):
    pegs = {"A": list(range(n, 0, -1)), "B": [], "C": []}
    count = 0
    for source, target in moves(n, "A", "C", "B"):
        disc = pegs[source].pop()
        assert not pegs[target] or pegs[target][-1] > disc
        pegs[target].append(disc)
        count += 1
        if show:
            print(f"{count}: {source} -> {target}")
            draw(pegs, n)
    return count, pegs


play(3)
for n in range(1, 11):
    count, pegs = play(n, show=False)
    print(n, count, count == 2**n - 1, len(pegs["C"]))


def gray(bits):
    if bits == 0:
        return [""]
    before = gray(bits - 1)
    return ["0" + code for code in before] + ["1" + code for code in reversed(before)]


print(gray(3))
print([format(i ^ i >> 1, "04b") for i in range(16)] == gray(4))


def josephus(n, k):
    circle = list(range(1, n + 1))
    order = []
    index = 0
    while circle:
        index = (index + k - 1) % len(circle)
        order.append(circle.pop(index))
    return order


print(josephus(7, 3))
print(josephus(41, 3)[-2:])
