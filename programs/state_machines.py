"""Machines: Turing, traffic lights, a vending machine, an elevator, undo, events, a scheduler."""


def turing(rules, tape, state="start", limit=10000):
    cells = dict(enumerate(tape))
    place = steps = 0
    while state != "halt":
        write, move, state = rules[state, cells.get(place, "_")]
        cells[place] = write
        place += {"R": 1, "L": -1, "S": 0}[move]
        steps += 1
        if steps > limit:
            raise RuntimeError("does not halt")
    text = "".join(cells.get(i, "_") for i in range(min(cells), max(cells) + 1))
    return text.strip("_"), steps


INCREMENT = {
    ("start", "0"): ("0", "R", "start"), ("start", "1"): ("1", "R", "start"), ("start", "_"): ("_", "L", "carry"),
    ("carry", "1"): ("0", "L", "carry"), ("carry", "0"): ("1", "S", "halt"), ("carry", "_"): ("1", "S", "halt"),
}
BEAVER = {("start", "_"): ("1", "R", "b"), ("start", "1"): ("1", "L", "c"), ("b", "_"): ("1", "L", "start"), ("b", "1"): ("1", "R", "b"), ("c", "_"): ("1", "L", "b"), ("c", "1"): ("1", "S", "halt")}
number = "0"
for _ in range(10):
    number, steps = turing(INCREMENT, number)
    print(number, steps, end="; ")
print(turing(INCREMENT, "1111"), turing(BEAVER, ""))
try:
    turing({("start", "_"): ("_", "R", "start")}, "", limit=50)
except RuntimeError as error:
    print(error)
try:
    turing(INCREMENT, "012")
except KeyError as error:
    print("no rule for", error)


class Light:
    order = {"red": ("green", 3), "green": ("yellow", 4), "yellow": ("red", 1)}

    def __init__(self):
        self.colour, self.left = "red", 3

    def tick(self):
        self.left -= 1
        if not self.left:
            self.colour, self.left = self.order[self.colour]

    def __iter__(self):
        while True:
            yield self.colour[0].upper()
            self.tick()


light = iter(Light())
print("".join(next(light) for _ in range(20)))


class Vending:
    prices = {"tea": 120, "water": 80}

    def __init__(self):
        self.state = self.idle
        self.paid = 0

    def idle(self, event, value=None):
        match event, value:
            case "coin", int(c) if c > 0:
                self.paid += c
                return self.paying
            case "choose", _:
                return "insert a coin first"

    def paying(self, event, value=None):
        match event, value:
            case "coin", c:
                self.paid += c
            case "choose", name if name not in self.prices:
                return f"no {name}"
            case "choose", name if self.paid >= self.prices[name]:
                change, self.paid = self.paid - self.prices[name], 0
                print(f"   here is your {name} and {change} change")
                return self.idle
            case "choose", name:
                return f"{self.prices[name] - self.paid} more for {name}"
            case "cancel", _:
                self.paid, back = 0, self.paid
                print("   returned", back)
                return self.idle

    def handle(self, *event):
        result = self.state(*event)
        if callable(result):
            self.state = result
        print(event, "->", self.state.__name__, self.paid, result if isinstance(result, str) else "")


machine = Vending()
for event in [("choose", "tea"), ("coin", 100), ("choose", "tea"), ("coin", 50), ("choose", "cake"), ("choose", "tea"), ("coin", 20), ("cancel",), ("kick",)]:
    machine.handle(*event)


class Editor:
    def __init__(self):
        self.text, self.done, self.undone = "", [], []

    def do(self, name, *args):
        self.done.append((name, args, getattr(self, "_" + name)(*args)))
        self.undone.clear()

    def _insert(self, place, text):
        self.text = self.text[:place] + text + self.text[place:]
        return lambda: self._delete(place, place + len(text))

    def _delete(self, start, end):
        gone, self.text = self.text[start:end], self.text[:start] + self.text[end:]
        return lambda: self._insert(start, gone)

    def undo(self):
        name, args, reverse = self.done.pop()
        reverse()
        self.undone.append((name, args))

    def redo(self):
        name, args = self.undone.pop()
        self.done.append((name, args, getattr(self, "_" + name)(*args)))


editor = Editor()
editor.do("insert", 0, "hello world")
editor.do("delete", 0, 6)
editor.do("insert", 5, "!")
history = [editor.text]
for action in (editor.undo, editor.undo, editor.redo, editor.undo, editor.undo):
    action()
    history.append(editor.text)
print(history)
try:
    editor.undo()
except IndexError as error:
    print(error)


class Events:
    def __init__(self):
        self.handlers = {}

    def on(self, name):
        def register(function):
            self.handlers.setdefault(name, []).append(function)
            return function

        return register

    def emit(self, name, *args):
        return [handler(*args) for handler in self.handlers.get(name, ())]


events = Events()


@events.on("add")
@events.on("sum")
def add(*numbers):
    return sum(numbers)


@events.on("add")
def describe(*numbers):
    return f"{len(numbers)} numbers"


print(events.emit("add", 1, 2, 3), events.emit("sum", 5), events.emit("nothing"))


def task(name, steps):
    for step in range(steps):
        yield f"{name}{step}"
    return name.upper()


def scheduler(*tasks):
    queue, finished = list(tasks), []
    while queue:
        current = queue.pop(0)
        try:
            yield next(current)
        except StopIteration as stop:
            finished.append(stop.value)
        else:
            queue.append(current)
    return finished


def main():
    finished = yield from scheduler(task("a", 2), task("b", 4), task("c", 1))
    yield finished


print(*main())


def elevator(requests, floor=0):
    up = True
    pending, trail = set(requests), [floor]
    while pending:
        ahead = [f for f in pending if (f > floor) == up and f != floor]
        if not ahead:
            up = not up
            pending.discard(floor)
            continue
        floor = min(ahead) if up else max(ahead)
        pending.discard(floor)
        trail.append(floor)
    return trail


print(elevator([3, 7, 1, 5, 2], 4), elevator([]), elevator([0]))
