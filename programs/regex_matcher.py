"""Regular expressions: parsed, compiled to a nondeterministic machine, run without backtracking."""


class Parser:
    def __init__(self, pattern):
        self.pattern = pattern
        self.place = 0

    def peek(self):
        return self.pattern[self.place] if self.place < len(self.pattern) else ""

    def take(self):
        char = self.peek()
        self.place += 1
        return char

    def parse(self):
        tree = self.choice()
        if self.peek():
            raise ValueError(f"unexpected {self.peek()!r} at {self.place}")
        return tree

    def choice(self):
        options = [self.sequence()]
        while self.peek() == "|":
            self.take()
            options.append(self.sequence())
        return options[0] if len(options) == 1 else ("or", options)

    def sequence(self):
        items = []
        while self.peek() and self.peek() not in "|)":
            items.append(self.repeat())
        return ("seq", items)

    def repeat(self):
        item = self.atom()
        while (op := self.peek()) and op in "*+?":
            self.take()
            item = (op, item)
        return item

    def atom(self):
        char = self.take()
        if char == "(":
            inner = self.choice()
            if self.take() != ")":
                raise ValueError("missing )")
            return inner
        if char == "[":
            negate = self.peek() == "^"
            if negate:
                self.take()
            members = set()
            while (c := self.take()) != "]":
                if not c:
                    raise ValueError("missing ]")
                if self.peek() == "-" and self.pattern[self.place + 1 : self.place + 2] not in ("]", ""):
                    self.take()
                    members |= {chr(n) for n in range(ord(c), ord(self.take()) + 1)}
                else:
                    members.add(c)
            return ("set", members, negate)
        if char == ".":
            return ("set", set(), True)
        if char == "\\":
            char = self.take()
            if char == "d":
                return ("set", set("0123456789"), False)
            if char == "w":
                return ("set", {chr(n) for n in range(128) if chr(n).isalnum()} | {"_"}, False)
        elif char in "*+?":
            raise ValueError(f"nothing to repeat at {self.place - 1}")
        return ("set", {char}, False)


def compile_tree(tree, code):
    match tree:
        case ("set", members, negate):
            code.append(["set", members, negate])
        case ("seq", items):
            for item in items:
                compile_tree(item, code)
        case ("or", options):
            jumps = []
            for option in options[:-1]:
                split = len(code)
                code.append(["split", split + 1, None])
                compile_tree(option, code)
                jumps.append(len(code))
                code.append(["jump", None])
                code[split][2] = len(code)
            compile_tree(options[-1], code)
            for jump in jumps:
                code[jump][1] = len(code)
        case ("?", item):
            split = len(code)
            code.append(["split", split + 1, None])
            compile_tree(item, code)
            code[split][2] = len(code)
        case ("*", item):
            split = len(code)
            code.append(["split", split + 1, None])
            compile_tree(item, code)
            code.append(["jump", split])
            code[split][2] = len(code)
        case ("+", item):
            start = len(code)
            compile_tree(item, code)
            code.append(["split", start, len(code) + 1])
    return code


def close(code, states):
    todo, seen = list(states), set()
    while todo:
        state = todo.pop()
        if state not in seen:
            seen.add(state)
            match code[state]:
                case ["split", a, b]:
                    todo += a, b
                case ["jump", a]:
                    todo.append(a)
    return seen


def longest_match(code, text, start):
    states, best = close(code, {0}), None
    for place in range(start, len(text) + 1):
        if any(code[state][0] == "match" for state in states):
            best = place
        if place == len(text) or not states:
            break
        states = close(code, {s + 1 for s in states if code[s][0] == "set" and (text[place] in code[s][1]) != code[s][2]})
    return best


def find_all(pattern, text):
    code = compile_tree(Parser(pattern).parse(), []) + [["match"]]
    place, found = 0, []
    while place <= len(text):
        end = longest_match(code, text, place)
        if end is None or end == place:
            place += 1
        else:
            found.append(text[place:end])
            place = end
    return found


text = "The year 2024 had 366 days; 1999 had 365. Call 555-1234 or mail a_b@c.org, aaa bab abba."
for pattern in (r"\d+", r"[A-Z]\w*", r"(ab|ba)+", r"a*", r"\d\d\d-\d+", r"[^ ;.,]+@[^ ,]+", r"h(e|ad)", r"(a|b)*abb(a)?", r".ear.", r"x|y|z", r"3(6|7)[5-6]", r"", r"\."):
    print(f"{pattern:20}", find_all(pattern, text))
print(find_all("(a?)" * 15 + "a" * 15, "a" * 15) == ["a" * 15])
for bad in ("*a", "(ab", "[a-", "a)", "a|*"):
    try:
        print(find_all(bad, text))
    except ValueError as error:
        print(repr(bad), error)
print(Parser("a(b|c)*").parse()[1][1][0], len(compile_tree(Parser("a(b|c)*d+").parse(), [])))
