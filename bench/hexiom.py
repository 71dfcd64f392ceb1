"""A hexagon puzzle: tiles that count their neighbours, placed by constraint propagation and search."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 270


class Hex:
    """A board of hexagons of a given side, and each one's neighbours."""

    def __init__(self, side):
        self.places = [(x, y) for y in range(-side + 1, side) for x in range(-side + 1, side) if abs(x + y) < side]
        self.index = {place: i for i, place in enumerate(self.places)}
        self.neighbours = []
        for x, y in self.places:
            around = ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1), (x + 1, y - 1), (x - 1, y + 1))
            self.neighbours.append([self.index[p] for p in around if p in self.index])


class Unsolvable(Exception):
    pass


class State:
    """What may lie on each place (7 is nothing), and how many of each tile are left."""

    def __init__(self, options, left):
        self.options = options
        self.left = left

    def copy(self):
        return State([set(o) for o in self.options], list(self.left))


class Puzzle:
    def __init__(self, side, tiles, fixed):
        self.board = Hex(side)
        count = len(self.board.places)
        self.tiles = list(tiles) + [count - sum(tiles)]
        self.fixed = fixed
        self.nodes = 0

    def start(self):
        state = State([{v for v in range(8) if self.tiles[v]} for _ in self.board.places], list(self.tiles))
        for place, value in self.fixed.items():
            self.put(state, place, value)
        self.propagate(state)
        return state

    def put(self, state, place, value):
        if value not in state.options[place]:
            raise Unsolvable
        state.options[place] = {value}

    def propagate(self, state):
        options, neighbours = state.options, self.board.neighbours
        changed = True
        while changed:
            changed = False
            for place, possible in enumerate(options):
                sure = maybe = 0
                for n in neighbours[place]:
                    if 7 not in options[n]:
                        sure += 1
                        maybe += 1
                    elif len(options[n]) > 1:
                        maybe += 1
                bad = {v for v in possible if v != 7 and not sure <= v <= maybe}
                if bad:
                    possible -= bad
                    changed = True
                if not possible:
                    raise Unsolvable
                if len(possible) == 1 and 7 not in possible:
                    (value,) = possible
                    if sure == value and maybe > value:
                        for n in neighbours[place]:
                            if 7 in options[n] and len(options[n]) > 1:
                                options[n] = {7}
                                changed = True
                    elif maybe == value and sure < value:
                        for n in neighbours[place]:
                            if 7 in options[n] and len(options[n]) > 1:
                                options[n].discard(7)
                                changed = True
            if self.count_tiles(state):
                changed = True

    def count_tiles(self, state):
        changed = False
        for value in range(8):
            wanted = self.tiles[value]
            if not wanted:
                continue
            sure = [p for p, o in enumerate(state.options) if len(o) == 1 and value in o]
            maybe = [p for p, o in enumerate(state.options) if value in o]
            if len(sure) > wanted or len(maybe) < wanted:
                raise Unsolvable
            if len(sure) == wanted and len(maybe) > wanted:
                for place in maybe:
                    if len(state.options[place]) > 1:
                        state.options[place].discard(value)
                        changed = True
            elif len(maybe) == wanted and len(sure) < wanted:
                for place in maybe:
                    if len(state.options[place]) > 1:
                        state.options[place] = {value}
                        changed = True
        return changed

    def solve(self):
        return self.search(self.start())

    def search(self, state):
        self.nodes += 1
        open_places = [(len(o), -len(self.board.neighbours[p]), p) for p, o in enumerate(state.options) if len(o) > 1]
        if not open_places:
            return [next(iter(o)) for o in state.options]
        _, _, place = min(open_places)
        for value in sorted(state.options[place]):
            trial = state.copy()
            trial.options[place] = {value}
            try:
                self.propagate(trial)
                return self.search(trial)
            except Unsolvable:
                continue
        raise Unsolvable

    def check(self, answer):
        for place, value in enumerate(answer):
            if value != 7:
                assert sum(answer[n] != 7 for n in self.board.neighbours[place]) == value
        return True


def make(side, seed, keep):
    """A solvable puzzle: scatter tiles, count neighbours, keep a few fixed."""
    board = Hex(side)
    filled = []
    for _ in board.places:
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        filled.append((seed >> 16) % 5 < 3)
    answer = [sum(filled[n] for n in board.neighbours[p]) if filled[p] else 7 for p in range(len(filled))]
    tiles = [answer.count(v) for v in range(7)]
    fixed = {p: answer[p] for p in range(0, len(answer), keep)}
    return Puzzle(side, tiles, fixed)


def show(puzzle, answer, side):
    for y in range(-side + 1, side):
        row = [answer[i] for i, (_, py) in enumerate(puzzle.board.places) if py == y]
        print(" " * abs(y) + " ".join("." if v == 7 else str(v) for v in row))


nodes = 0
for turn in range(N):
    for side, keep in ((3, 5), (4, 3)):
        puzzle = make(side, 100 + turn * 7 + side, keep)
        answer = puzzle.solve()
        assert puzzle.check(answer)
        nodes += puzzle.nodes
        if turn == 0:
            show(puzzle, answer, side)
print("nodes", nodes)
