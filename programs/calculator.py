"""A tokenizer, a recursive-descent parser to tuples, and an evaluator."""


class CalcError(Exception):
    pass


OPERATORS = "+-*/%()^,="


def tokenize(text):
    position = 0
    while position < len(text):
        char = text[position]
        if char.isspace():
            position += 1
        elif char.isdigit() or char == ".":
            start = position
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
            word = text[start:position]
            yield "number", float(word) if "." in word else int(word)
        elif char.isalpha():
            start = position
            while position < len(text) and text[position].isalnum():
                position += 1
            yield "name", text[start:position]
        elif char in OPERATORS:
            position += 1
            yield "op", char
        else:
            raise CalcError(f"unexpected {char!r} at {position}")
    yield "end", None


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.position = 0

    def peek(self):
        return self.tokens[self.position]

    def take(self, *wanted):
        kind, value = self.peek()
        if kind == "op" and value in wanted:
            self.position += 1
            return value
        return None

    def statement(self):
        if len(self.tokens) > 2 and self.tokens[0][0] == "name" and self.tokens[1] == ("op", "="):
            name = self.tokens[0][1]
            self.position = 2
            tree = ("assign", name, self.sum())
        else:
            tree = self.sum()
        kind, value = self.peek()
        if kind != "end":
            raise CalcError(f"unexpected {value!r}")
        return tree

    def sum(self):
        left = self.product()
        while op := self.take("+", "-"):
            left = (op, left, self.product())
        return left

    def product(self):
        left = self.unary()
        while op := self.take("*", "/", "%"):
            left = (op, left, self.unary())
        return left

    def unary(self):
        if self.take("-"):
            return ("neg", self.unary())
        return self.power()

    def power(self):
        left = self.atom()
        if self.take("^"):
            return ("^", left, self.unary())
        return left

    def atom(self):
        kind, value = self.peek()
        self.position += 1
        if kind == "number":
            return ("number", value)
        if kind == "name":
            if self.take("("):
                arguments = []
                if not self.take(")"):
                    arguments.append(self.sum())
                    while self.take(","):
                        arguments.append(self.sum())
                    if not self.take(")"):
                        raise CalcError("missing )")
                return ("call", value, arguments)
            return ("name", value)
        if (kind, value) == ("op", "("):
            inner = self.sum()
            if not self.take(")"):
                raise CalcError("missing )")
            return inner
        raise CalcError("something is missing" if kind == "end" else f"unexpected {value!r}")


BINARY = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "%": lambda a, b: a % b,
    "^": lambda a, b: a**b,
}
FUNCTIONS = {"max": max, "min": min, "abs": abs, "round": round, "sum": lambda *xs: sum(xs)}


def evaluate(tree, names):
    kind, *rest = tree
    if kind == "number":
        return rest[0]
    if kind == "name":
        try:
            return names[rest[0]]
        except KeyError:
            raise CalcError(f"no such name: {rest[0]}") from None
    if kind == "assign":
        names[rest[0]] = value = evaluate(rest[1], names)
        return value
    if kind == "neg":
        return -evaluate(rest[0], names)
    if kind == "call":
        if rest[0] not in FUNCTIONS:
            raise CalcError(f"no such function: {rest[0]}")
        return FUNCTIONS[rest[0]](*[evaluate(argument, names) for argument in rest[1]])
    return BINARY[kind](evaluate(rest[0], names), evaluate(rest[1], names))


names = {"pi": 3.14159, "e": 2.71828}
for line in [
    "1 + 2 * 3",
    "(1 + 2) * 3",
    "2 ^ 3 ^ 2",
    "-2 ^ 2",
    "10 / 4",
    "7 % 3 - 10",
    "x = 6 * 7",
    "x / 2",
    "area = pi * x ^ 2",
    "max(1, x, 3) + min(4, 5)",
    "sum()",
    "sum(1, 2, 3, 4.5)",
    "round(7.5) + abs(-3)",
    "2 ^ 100",
    "1 / 0",
    "1 +",
    "(1",
    "1 2",
    "y + 1",
    "nope(1)",
    "3 $ 4",
    "1.5.2",
]:
    try:
        tree = Parser(line).statement()
        print(line, "->", evaluate(tree, names))
    except CalcError as error:
        print(line, "-> error:", error)
    except (ZeroDivisionError, ValueError) as error:
        print(line, "->", type(error).__name__ + ":", error)
print(Parser("1 + 2 * -x").statement())
print(sorted(names))
