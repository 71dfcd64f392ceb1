"""A small Forth: a stack, a return stack, user words, IF/ELSE, loops, strings."""


class ForthError(Exception):
    pass


class Forth:
    def __init__(self):
        self.stack = []
        self.output = []
        self.words = {}
        self.variables = {}
        self.primitives = {
            "+": self.binary(lambda a, b: a + b),
            "-": self.binary(lambda a, b: a - b),
            "*": self.binary(lambda a, b: a * b),
            "/": self.binary(lambda a, b: a // b),
            "mod": self.binary(lambda a, b: a % b),
            "=": self.binary(lambda a, b: -int(a == b)),
            "<": self.binary(lambda a, b: -int(a < b)),
            ">": self.binary(lambda a, b: -int(a > b)),
            "and": self.binary(lambda a, b: a & b),
            "dup": lambda: self.push(self.stack[-1]),
            "drop": self.pop,
            "swap": lambda: self.push(*[self.pop(), self.pop()]),
            "over": lambda: self.push(self.stack[-2]),
            "rot": lambda: self.stack.append(self.stack.pop(-3)),
            ".": lambda: self.output.append(str(self.pop())),
            "cr": lambda: self.output.append("\n"),
            "emit": lambda: self.output.append(chr(self.pop())),
            "!": self.store,
            "@": lambda: self.push(self.variables[self.pop()]),
            "depth": lambda: self.push(len(self.stack)),
        }

    def binary(self, function):
        def apply():
            b, a = self.pop(), self.pop()
            self.push(function(a, b))

        return apply

    def push(self, *values):
        self.stack.extend(values)

    def pop(self):
        if not self.stack:
            raise ForthError("stack underflow")
        return self.stack.pop()

    def store(self):
        name = self.pop()
        self.variables[name] = self.pop()

    def run(self, text):
        self.execute(text.split())

    def block(self, words, start, *ends):
        """Where the block that begins at start ends, and with which word."""
        depth = 0
        for i in range(start, len(words)):
            word = words[i]
            if depth == 0 and word in ends:
                return i
            if word in ("if", "do", "begin"):
                depth += 1
            elif word in ("then", "loop", "until"):
                depth -= 1
        raise ForthError(f"missing {' or '.join(ends)}")

    def execute(self, words, index=None):
        i = 0
        while i < len(words):
            word = words[i]
            if word == ":":
                end = words.index(";", i)
                self.words[words[i + 1]] = words[i + 2 : end]
                i = end
            elif word == "variable":
                i += 1
                self.variables[words[i]] = 0
                self.words[words[i]] = ["'" + words[i]]
            elif word[0] == "'":
                self.push(word[1:])
            elif word == "if":
                end = self.block(words, i + 1, "else", "then")
                last = self.block(words, end + 1, "then") if words[end] == "else" else end
                if self.pop():
                    self.execute(words[i + 1 : end], index)
                elif last != end:
                    self.execute(words[end + 1 : last], index)
                i = last
            elif word == "do":
                end = self.block(words, i + 1, "loop")
                start, limit = self.pop(), self.pop()
                for n in range(start, limit):
                    self.execute(words[i + 1 : end], n)
                i = end
            elif word == "begin":
                end = self.block(words, i + 1, "until")
                while True:
                    self.execute(words[i + 1 : end], index)
                    if self.pop():
                        break
                i = end
            elif word == "i":
                self.push(index)
            elif word in self.words:
                self.execute(self.words[word])
            elif word in self.primitives:
                self.primitives[word]()
            else:
                try:
                    self.push(int(word))
                except ValueError:
                    raise ForthError(f"{word} ?") from None
            i += 1


forth = Forth()
for line in [
    "1 2 + 3 * .",
    ": square dup * ; 7 square .",
    ": cube dup square * ; 3 cube .",
    ": abs dup 0 < if 0 swap - then ; -5 abs . 5 abs .",
    ": sign dup 0 > if drop 1 else 0 < then ; 9 sign . -9 sign . 0 sign .",
    "6 1 do i square . loop",
    ": fact dup 2 < if drop 1 else dup 1 - fact * then ; 20 fact . 30 fact .",
    "variable x 5 x ! x @ 1 + x ! x @ .",
    ": count 0 begin 1 + dup . dup 5 = until drop ; count",
    "3 0 do 3 0 do i . loop cr loop",
    ": fib dup 2 < if else dup 1 - fib swap 2 - fib + then ; 15 fib .",
    "72 emit 105 emit 33 emit",
    "1 2 3 rot . . .",
    "10 3 / . 10 3 mod . -10 3 / . -10 3 mod .",
    "+",
    "foo",
    "1 if 2",
    "1 0 /",
    "depth .",
]:
    try:
        forth.run(line)
        answer = " ".join(forth.output).replace(" \n ", "\n   ").rstrip()
        print(line, "=>", answer, "ok")
    except (ForthError, ArithmeticError) as error:
        print(line, "=>", type(error).__name__, error)
        forth.stack.clear()
    forth.output.clear()
print(sorted(forth.words), forth.variables)
