"""A packing puzzle: the twelve pentominoes into rectangles, placements as bit masks."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 120

SHAPES = {
    "F": " ## \n##  \n #  ", "I": "#####", "L": "#   \n####", "N": "##  \n ###", "P": "##\n##\n# ", "T": "###\n # \n # ",
    "U": "# #\n###", "V": "#  \n#  \n###", "W": "#  \n## \n ##", "X": " # \n###\n # ", "Y": " #  \n####", "Z": "## \n # \n ##",
}


def cells(picture):
    return frozenset((x, y) for y, line in enumerate(picture.split("\n")) for x, c in enumerate(line) if c == "#")


def normal(shape):
    left = min(x for x, _ in shape)
    top = min(y for _, y in shape)
    return frozenset((x - left, y - top) for x, y in shape)


def orientations(shape):
    found = set()
    for _ in range(2):
        for _ in range(4):
            found.add(normal(shape))
            shape = frozenset((-y, x) for x, y in shape)
        shape = frozenset((-x, y) for x, y in shape)
    return sorted(found, key=sorted)


def placements(width, height):
    """For each lowest cell: the pieces and masks that begin there."""
    table = [[] for _ in range(width * height)]
    for number, (name, picture) in enumerate(SHAPES.items()):
        for shape in orientations(cells(picture)):
            for y in range(height):
                for x in range(width):
                    moved = [(x + sx, y + sy) for sx, sy in shape]
                    if all(mx < width and my < height for mx, my in moved):
                        places = sorted(my * width + mx for mx, my in moved)
                        mask = 0
                        for place in places:
                            mask |= 1 << place
                        table[places[0]].append((number, mask))
    return table


def small_holes(board, width, height):
    """Whether some free region cannot be filled with fives."""
    full = (1 << width * height) - 1
    left_edge = sum(1 << y * width for y in range(height))
    right_edge = left_edge << width - 1
    free = full & ~board
    while free:
        region = free & -free
        while True:
            grown = region | (region & ~right_edge) << 1 | (region & ~left_edge) >> 1 | region << width | region >> width
            grown &= free
            if grown == region:
                break
            region = grown
        if bin(region).count("1") % 5:
            return True
        free &= ~region
    return False


def solve(width, height, limit):
    table = placements(width, height)
    full = (1 << width * height) - 1
    solutions = []
    nodes = 0

    def place(board, used, chosen):
        nonlocal nodes
        nodes += 1
        if board == full:
            solutions.append(list(chosen))
            return len(solutions) >= limit
        low = ~board & (board + 1)
        for number, mask in table[low.bit_length() - 1]:
            if not (used >> number & 1 or board & mask):
                if small_holes(board | mask, width, height):
                    continue
                chosen.append((number, mask))
                if place(board | mask, used | 1 << number, chosen):
                    return True
                chosen.pop()
        return False

    place(0, 0, [])
    return solutions, nodes


def show(solution, width, height):
    names = "".join(SHAPES)
    rows = []
    for y in range(height):
        row = ""
        for x in range(width):
            row += next(names[number] for number, mask in solution if mask >> (y * width + x) & 1)
        rows.append(row)
    return rows


solutions, nodes = solve(5, 12, N)
print(len(solutions), nodes)
for row in zip(*(show(s, 5, 12) for s in solutions[:4])):
    print("  ".join(row))
if N > 1:
    solutions, nodes = solve(3, 20, 2)
    print(len(solutions), nodes)
    print("\n".join(show(solutions[0], 3, 20)))
