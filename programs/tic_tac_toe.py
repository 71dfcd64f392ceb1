"""Games: tic-tac-toe by minimax, Nim by xor, hangman, mastermind, a maze, a knight's tour."""

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] == board[b] == board[c] != " ":
            return board[a]
    return None if " " in board else "draw"


def minimax(board, player, memo={}):
    key = board, player
    if key not in memo:
        result = winner(board)
        if result:
            memo[key] = {"X": 1, "O": -1, "draw": 0}[result], None
        else:
            better = max if player == "X" else min
            moves = []
            for i, cell in enumerate(board):
                if cell == " ":
                    after = board[:i] + player + board[i + 1 :]
                    moves.append((minimax(after, "O" if player == "X" else "X")[0], -i))
            score, place = better(moves, key=lambda m: (m[0], m[1] if player == "X" else -m[1]))
            memo[key] = score, -place
    return memo[key]


def draw(board):
    return "\n-+-+-\n".join("|".join(board[i : i + 3]) for i in (0, 3, 6))


def play(board, player):
    while not winner(board):
        _, move = minimax(board, player)
        board = board[:move] + player + board[move + 1 :]
        player = "O" if player == "X" else "X"
    return board


final = play(" " * 9, "X")
print(draw(final), winner(final))
for start in ("X O      ", "XX OO    ", "O   X   O"):
    final = play(start, "X")
    print(repr(start), repr(final), winner(final))


def nim_move(heaps):
    total = 0
    for heap in heaps:
        total ^= heap
    for i, heap in enumerate(heaps):
        if heap ^ total < heap:
            return i, heap - (heap ^ total)
    return next((i, 1) for i, heap in enumerate(heaps) if heap)


heaps, turn = [3, 4, 5], 0
while any(heaps):
    i, count = nim_move(heaps)
    heaps[i] -= count
    print("AB"[turn], "takes", count, "from", i, heaps)
    turn ^= 1
print("AB"[turn ^ 1], "wins")


def hangman(word, guesses):
    shown, wrong = ["_"] * len(word), 0
    for guess in guesses:
        places = [i for i, c in enumerate(word) if c == guess]
        for i in places:
            shown[i] = guess
        if not places:
            wrong += 1
        if "_" not in shown or wrong == 6:
            break
    return "".join(shown), wrong


print(hangman("bytecode", "etaoinshrdlcyb"), hangman("pyc", "aeioust"))


def feedback(secret, guess):
    exact = sum(a == b for a, b in zip(secret, guess))
    common = sum(min(secret.count(c), guess.count(c)) for c in set(guess))
    return exact, common - exact


def mastermind(secret):
    possible = [a + b + c for a in "RGBY" for b in "RGBY" for c in "RGBY"]
    rounds = []
    while True:
        guess = possible[len(possible) // 2]
        answer = feedback(secret, guess)
        rounds.append((guess, *answer))
        if answer == (3, 0):
            return rounds
        possible = [p for p in possible if p != guess and feedback(p, guess) == answer]


print(mastermind("RGB"))
print(max(len(mastermind(a + b + c)) for a in "RGBY" for b in "RGBY" for c in "RGBY"))


def maze(width, height, seed):
    cells = {(0, 0)}
    walls = {frozenset(((x, y), (x + dx, y + dy))) for x in range(width) for y in range(height) for dx, dy in ((1, 0), (0, 1)) if x + dx < width and y + dy < height}
    trail = [(0, 0)]
    while trail:
        x, y = trail[-1]
        options = [(x + dx, y + dy) for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)) if 0 <= x + dx < width and 0 <= y + dy < height and (x + dx, y + dy) not in cells]
        if not options:
            trail.pop()
            continue
        seed = (seed * 1103515245 + 12345) % 2**31
        place = options[(seed >> 16) % len(options)]
        walls.remove(frozenset(((x, y), place)))
        cells.add(place)
        trail.append(place)
    return walls


walls = maze(10, 5, 7)
print("+" + "--+" * 10)
for y in range(5):
    row, below = "|", "+"
    for x in range(10):
        row += "  " + ("|" if x == 9 or frozenset(((x, y), (x + 1, y))) in walls else " ")
        below += ("--" if y == 4 or frozenset(((x, y), (x, y + 1))) in walls else "  ") + "+"
    print(row)
    print(below)


def knights_tour(n, start):
    jumps = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
    board = {start: 1}

    def free(x, y):
        return [(x + dx, y + dy) for dx, dy in jumps if 0 <= x + dx < n and 0 <= y + dy < n and (x + dx, y + dy) not in board]

    place = start
    for step in range(2, n * n + 1):
        options = free(*place)
        if not options:
            return None
        place = min(options, key=lambda p: (len(free(*p)), p))
        board[place] = step
    return board


board = knights_tour(6, (0, 0))
for y in range(6):
    print(" ".join(f"{board[x, y]:2}" for x in range(6)))
