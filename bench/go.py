"""Go on a 9 by 9 board: groups, liberties, captures, ko, and random games that choose a move."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 250

SIZE = 9
EMPTY, BLACK, WHITE = 0, 1, 2


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n


class Square:
    def __init__(self, place):
        self.place = place
        self.neighbours = []
        self.colour = EMPTY
        self.group = None


class Group:
    def __init__(self, square):
        self.squares = [square]
        self.liberties = {n.place for n in square.neighbours if n.colour == EMPTY}

    def merge(self, other):
        self.squares += other.squares
        self.liberties |= other.liberties
        for square in other.squares:
            square.group = self


class Board:
    def __init__(self):
        self.squares = [Square(place) for place in range(SIZE * SIZE)]
        for square in self.squares:
            y, x = divmod(square.place, SIZE)
            for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                if 0 <= y + dy < SIZE and 0 <= x + dx < SIZE:
                    square.neighbours.append(self.squares[(y + dy) * SIZE + x + dx])
        self.empty = set(range(SIZE * SIZE))
        self.ko = -1
        self.captured = [0, 0, 0]
        self.passes = 0

    def legal(self, place, colour):
        if place == self.ko:
            return False
        square = self.squares[place]
        if square.colour != EMPTY:
            return False
        for n in square.neighbours:
            if n.colour == EMPTY:
                return True
            if n.colour == colour:
                if len(n.group.liberties) > 1:
                    return True
            elif len(n.group.liberties) == 1:
                return True
        return False

    def fills_own_eye(self, place, colour):
        return all(n.colour == colour and len(n.group.liberties) > 1 for n in self.squares[place].neighbours)

    def play(self, place, colour):
        square = self.squares[place]
        square.colour = colour
        self.empty.discard(place)
        self.ko = -1
        square.group = group = Group(square)
        taken = []
        for n in square.neighbours:
            if n.colour == EMPTY:
                continue
            n.group.liberties.discard(place)
            if n.colour == colour:
                if n.group is not group:
                    if len(n.group.squares) > len(group.squares):
                        group, other = n.group, group
                    else:
                        other = n.group
                    group.merge(other)
            elif not n.group.liberties:
                taken += self.capture(n.group)
        group.liberties.discard(place)
        if len(taken) == 1 and len(group.squares) == 1 and len(group.liberties) == 1:
            self.ko = taken[0]

    def capture(self, group):
        places = []
        for square in group.squares:
            places.append(square.place)
            self.captured[square.colour] += 1
            square.colour = EMPTY
            square.group = None
            self.empty.add(square.place)
        for square in group.squares:
            for n in square.neighbours:
                if n.colour != EMPTY:
                    n.group.liberties.add(square.place)
        return places

    def score(self):
        points = [0, 0, 0]
        seen = set()
        for square in self.squares:
            if square.colour != EMPTY:
                points[square.colour] += 1
            elif square.place not in seen:
                region, borders, todo = 0, set(), [square]
                seen.add(square.place)
                while todo:
                    current = todo.pop()
                    region += 1
                    for n in current.neighbours:
                        if n.colour != EMPTY:
                            borders.add(n.colour)
                        elif n.place not in seen:
                            seen.add(n.place)
                            todo.append(n)
                if len(borders) == 1:
                    points[borders.pop()] += region
        return points[BLACK] - points[WHITE]


def random_move(board, colour, random):
    places = sorted(board.empty) if len(board.empty) < 12 else list(board.empty)
    for _ in range(len(places)):
        i = random.below(len(places))
        place = places[i]
        if board.legal(place, colour) and not board.fills_own_eye(place, colour):
            return place
        places[i] = places[-1]
        places.pop()
    return None


def playout(moves, random):
    board = Board()
    colour = BLACK
    for place in moves:
        board.play(place, colour)
        colour = BLACK + WHITE - colour
    for _ in range(180):
        place = random_move(board, colour, random)
        if place is None:
            board.passes += 1
            if board.passes == 2:
                break
        else:
            board.passes = 0
            board.play(place, colour)
        colour = BLACK + WHITE - colour
    return board


def choose(moves, random, tries, candidates):
    best = None
    sign = 1 if len(moves) % 2 == 0 else -1
    for place in candidates:
        total = 0
        for _ in range(tries):
            total += playout(moves + [place], random).score() * sign
        if best is None or total > best[0]:
            best = total, place
    return best


random = Random(7)
moves = []
for turn in range(3):
    score, place = choose(moves, random, N, [40 + turn, 30 + turn, 20 + turn, 50 - turn])
    moves.append(place)
    print("move", place, "score", score)
final = playout(moves, random)
print(final.score(), final.captured)
for y in range(SIZE):
    print(" ".join(".XO"[s.colour] for s in final.squares[y * SIZE : y * SIZE + SIZE]))
