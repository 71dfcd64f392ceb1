"""Comprehensions of all four kinds over records: filtered, nested, grouped, chained."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 6_000


class Widget:
    def __init__(self, number, creator, kind, size):
        self.number = number
        self.creator = creator
        self.kind = kind
        self.size = size
        self.parts = []

    @property
    def big(self):
        return self.size > 60


class Tray:
    def __init__(self, count):
        kinds = ["gear", "spring", "lever", "cog", "axle"]
        seed = 99
        self.widgets = []
        for number in range(count):
            seed = (seed * 69069 + 1) & 0xFFFFFFFF
            self.widgets.append(Widget(number, f"maker{seed >> 20 & 15}", kinds[seed >> 8 & 3], seed >> 16 & 127))
        for widget in self.widgets:
            widget.parts = [n for n in range(widget.number % 5)]
        self.known = {widget.number for widget in self.widgets if widget.number % 3}

    def by_kind(self, kind):
        return [w for w in self.widgets if w.kind == kind and w.number in self.known]

    def sizes(self):
        return {w.number: w.size for w in self.widgets if w.big}

    def makers(self):
        return {w.creator for w in self.widgets if not w.big}

    def groups(self):
        return {kind: [w.number for w in self.widgets if w.kind == kind] for kind in sorted({w.kind for w in self.widgets})}

    def parts(self):
        return [(w.number, p) for w in self.widgets for p in w.parts if p % 2]

    def total(self):
        return sum(w.size * len(w.parts) for w in self.widgets if w.big or w.kind == "cog")


tray = Tray(400)
check = 0
for turn in range(N):
    gears = tray.by_kind("gear")
    sizes = tray.sizes()
    inverted = {size: number for number, size in sizes.items()}
    names = sorted(tray.makers())
    groups = tray.groups()
    table = [[row * column for column in range(20)] for row in range(20)]
    flat = [value for row in table for value in row if value % 3 == turn % 3]
    turned = [[row[i] for row in table] for i in range(20)]
    lengths = {name: len(name) + turn for name in names}
    anything = any(w.size == turn for w in gears) + all(w.number >= 0 for w in gears)
    text = "".join(chr(97 + (n + turn) % 26) for n in range(200))
    pairs = {(a, b) for a in range(12) for b in range(12) if a * b % 7 == turn % 7}
    check = (
        check * 31 + len(gears) + sum(sizes.values()) + len(inverted) + len(groups) + sum(flat) + turned[3][4]
        + sum(lengths.values()) + anything + text.count("e") + len(pairs) + len(tray.parts()) + tray.total()
    ) % 1_000_003
print("check", check)
