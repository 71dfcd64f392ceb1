"""Conway's game of life on a set of cells; Langton's ant; rule 30; Sierpinski."""

GLIDER = """\
.#.
..#
###"""
PULSAR = """\
..###...###..
.............
#....#.#....#
#....#.#....#
#....#.#....#
..###...###..
.............
..###...###..
#....#.#....#
#....#.#....#
#....#.#....#
.............
..###...###.."""


def parse(picture):
    return {
        (x, y)
        for y, line in enumerate(picture.splitlines())
        for x, char in enumerate(line)
        if char == "#"
    }


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    place = x + dx, y + dy
                    counts[place] = counts.get(place, 0) + 1
    return {place for place, n in counts.items() if n == 3 or n == 2 and place in cells}


def draw(cells, width, height, x0=0, y0=0):
    for y in range(y0, y0 + height):
        print("".join("#" if (x, y) in cells else "." for x in range(x0, x0 + width)))


cells = parse(GLIDER)
for generation in range(5):
    print("generation", generation, sorted(cells))
    draw(cells, 6, 5)
    cells = step(cells)
moved = {(x + 1, y + 1) for x, y in parse(GLIDER)}
again = parse(GLIDER)
for _ in range(4):
    again = step(again)
print("the glider moved by one:", again == moved)

pulsar = parse(PULSAR)
states = [pulsar]
while True:
    pulsar = step(pulsar)
    if pulsar in states:
        break
    states.append(pulsar)
print("pulsar period", len(states), [len(s) for s in states])

acorn = {(0, 2), (1, 0), (1, 2), (3, 1), (4, 2), (5, 2), (6, 2)}
sizes = []
for generation in range(60):
    sizes.append(len(acorn))
    acorn = step(acorn)
print(sizes)


def rule(number, width, rows):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(rows):
        yield row
        row = [
            number >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % width]) & 1
            for i in range(width)
        ]


for row in rule(30, 31, 12):
    print("".join(" #"[cell] for cell in row).rstrip())


def ant(steps):
    black = set()
    x = y = 0
    dx, dy = 0, -1
    for _ in range(steps):
        if (x, y) in black:
            black.remove((x, y))
            dx, dy = dy, -dx
        else:
            black.add((x, y))
            dx, dy = -dy, dx
        x += dx
        y += dy
    return black, (x, y)


for steps in (10, 100, 1000, 11000):
    black, place = ant(steps)
    print(steps, len(black), place)
for n in range(8):
    print("".join("* " if n & k == k else "  " for k in range(n + 1)).rstrip().center(16).rstrip())
