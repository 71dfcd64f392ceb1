"""A sudoku solver: candidates in sets, constraint propagation, then search."""

PUZZLE = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""
HARD = """
8........
..36.....
.7..9.2..
.5...7...
....457..
...1...3.
..1....68
..85...1.
.9....4..
"""

CELLS = [(r, c) for r in range(9) for c in range(9)]
UNITS = (
    [[(r, c) for c in range(9)] for r in range(9)]
    + [[(r, c) for r in range(9)] for c in range(9)]
    + [
        [(r, c) for r in range(br, br + 3) for c in range(bc, bc + 3)]
        for br in (0, 3, 6)
        for bc in (0, 3, 6)
    ]
)
PEERS = {cell: {p for unit in UNITS if cell in unit for p in unit} - {cell} for cell in CELLS}


class Contradiction(Exception):
    pass


class Counter:
    guesses = 0


def parse(text):
    candidates = {cell: set("123456789") for cell in CELLS}
    for r, line in enumerate(text.split()):
        for c, char in enumerate(line):
            if char != ".":
                assign(candidates, (r, c), char)
    return candidates


def assign(candidates, cell, digit):
    if digit not in candidates[cell]:
        raise Contradiction(cell, digit)
    for other in sorted(candidates[cell] - {digit}):
        eliminate(candidates, cell, other)


def eliminate(candidates, cell, digit):
    left = candidates[cell]
    if digit not in left:
        return
    left.discard(digit)
    if not left:
        raise Contradiction(cell)
    if len(left) == 1:
        (only,) = left
        for peer in sorted(PEERS[cell]):
            eliminate(candidates, peer, only)
    for unit in UNITS:
        if cell in unit:
            places = [place for place in unit if digit in candidates[place]]
            if not places:
                raise Contradiction(unit[0], digit)
            if len(places) == 1 and len(candidates[places[0]]) > 1:
                assign(candidates, places[0], digit)


def search(candidates):
    open_cells = [cell for cell in CELLS if len(candidates[cell]) > 1]
    if not open_cells:
        return candidates
    cell = min(open_cells, key=lambda c: (len(candidates[c]), c))
    for digit in sorted(candidates[cell]):
        Counter.guesses += 1
        copy = {c: set(s) for c, s in candidates.items()}
        try:
            assign(copy, cell, digit)
            return search(copy)
        except Contradiction:
            continue
    raise Contradiction("no digit fits", cell)


def show(candidates):
    for r in range(9):
        if r in (3, 6):
            print("------+-------+------")
        row = ["".join(sorted(candidates[r, c])) if len(candidates[r, c]) == 1 else "." for c in range(9)]
        print(" ".join(row[:3]), "|", " ".join(row[3:6]), "|", " ".join(row[6:]))


solved = parse(PUZZLE)
show(solved)
print("by propagation alone:", all(len(s) == 1 for s in solved.values()))
hard = parse(HARD)
print("open cells:", sum(len(s) > 1 for s in hard.values()))
answer = search(hard)
show(answer)
print("guesses:", Counter.guesses)
print(all(sorted(*zip(*(answer[cell] for cell in unit))) == list("123456789") for unit in UNITS))
try:
    parse("55" + "." * 7)
except Contradiction as error:
    print("contradiction", error.args)
print(len(PEERS[0, 0]), sorted(PEERS[4, 4])[:5])
