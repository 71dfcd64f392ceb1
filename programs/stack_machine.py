"""A compiler for a tiny language, to bytecode for a stack machine, and the machine."""

SOURCE = """
let n = 10;
let a = 0;
let b = 1;
while n > 0 {
    print a;
    let t = a + b;
    a = b;
    b = t;
    n = n - 1;
}
fn gcd(x, y) {
    if y == 0 { return x; }
    return gcd(y, x % y);
}
fn power(base, exponent) {
    let result = 1;
    while exponent > 0 {
        if exponent % 2 == 1 { result = result * base; }
        base = base * base;
        exponent = exponent / 2;
    }
    return result;
}
print gcd(1071, 462);
print power(3, 40);
print -(2 + 3) * 4 - 10 / 3;
if a > b { print 1; } else { print 0; }
print power(2, gcd(12, 18));
"""


def tokenize(text):
    place = 0
    while place < len(text):
        char = text[place]
        if char.isspace():
            place += 1
            continue
        end = place + 1
        if char.isalpha():
            while text[end].isalnum():
                end += 1
        elif char.isdigit():
            while text[end].isdigit():
                end += 1
        elif text[place:end + 1] in ("==", "<=", ">=", "!="):
            end += 1
        yield text[place:end]
        place = end


class Compiler:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.place = 0
        self.functions = {}

    def peek(self):
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self, wanted=None):
        token = self.peek()
        if wanted is not None and token != wanted:
            raise SyntaxError(f"wanted {wanted}, found {token}")
        self.place += 1
        return token

    def program(self):
        self.code = []
        while self.peek():
            self.statement()
        self.emit("HALT")
        return self.code

    def emit(self, name, argument=None):
        self.code.append((name, argument))
        return len(self.code) - 1

    def patch(self, at):
        self.code[at] = (self.code[at][0], len(self.code))

    def block(self):
        self.take("{")
        while self.peek() != "}":
            self.statement()
        self.take("}")

    def statement(self):
        word = self.take()
        if word == "let":
            name = self.take()
            self.take("=")
            self.expression()
            self.emit("STORE", name)
        elif word == "print":
            self.expression()
            self.emit("PRINT")
        elif word == "return":
            self.expression()
            self.emit("RETURN")
        elif word == "while":
            start = len(self.code)
            self.expression()
            leave = self.emit("JUMP_IF_FALSE")
            self.block()
            self.emit("JUMP", start)
            self.patch(leave)
            return
        elif word == "if":
            self.expression()
            skip = self.emit("JUMP_IF_FALSE")
            self.block()
            if self.peek() == "else":
                self.take()
                end = self.emit("JUMP")
                self.patch(skip)
                self.block()
                self.patch(end)
            else:
                self.patch(skip)
            return
        elif word == "fn":
            name = self.take()
            self.take("(")
            names = []
            while self.peek() != ")":
                names.append(self.take())
                if self.peek() == ",":
                    self.take()
            self.take(")")
            outside, self.code = self.code, []
            self.block()
            self.emit("CONST", 0)
            self.emit("RETURN")
            self.functions[name] = names, self.code
            self.code = outside
            return
        else:
            self.take("=")
            self.expression()
            self.emit("STORE", word)
        self.take(";")

    LEVELS = [{"==": "EQ", "!=": "NE", "<": "LT", ">": "GT"}, {"+": "ADD", "-": "SUB"}, {"*": "MUL", "/": "DIV", "%": "MOD"}]

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.atom()
        self.expression(level + 1)
        while (op := self.peek()) in self.LEVELS[level]:
            self.take()
            self.expression(level + 1)
            self.emit(self.LEVELS[level][op])

    def atom(self):
        token = self.take()
        if token == "(":
            self.expression()
            self.take(")")
        elif token == "-":
            self.atom()
            self.emit("NEG")
        elif token.isdigit():
            self.emit("CONST", int(token))
        elif self.peek() == "(":
            self.take()
            count = 0
            while self.peek() != ")":
                self.expression()
                count += 1
                if self.peek() == ",":
                    self.take()
            self.take(")")
            self.emit("CALL", (token, count))
        else:
            self.emit("LOAD", token)


OPERATIONS = {
    "ADD": lambda a, b: a + b, "SUB": lambda a, b: a - b, "MUL": lambda a, b: a * b, "DIV": lambda a, b: a // b, "MOD": lambda a, b: a % b,
    "EQ": lambda a, b: int(a == b), "NE": lambda a, b: int(a != b), "LT": lambda a, b: int(a < b), "GT": lambda a, b: int(a > b),
}


def run(code, functions):
    stack, frames, names, pc, steps, output = [], [], {}, 0, 0, []
    while True:
        name, argument = code[pc]
        pc += 1
        steps += 1
        if name in OPERATIONS:
            b, a = stack.pop(), stack.pop()
            stack.append(OPERATIONS[name](a, b))
        elif name == "CONST":
            stack.append(argument)
        elif name == "LOAD":
            if argument not in names:
                raise NameError(argument)
            stack.append(names[argument])
        elif name == "STORE":
            names[argument] = stack.pop()
        elif name == "JUMP":
            pc = argument
        elif name == "JUMP_IF_FALSE":
            if not stack.pop():
                pc = argument
        elif name == "NEG":
            stack.append(-stack.pop())
        elif name == "PRINT":
            output.append(stack.pop())
        elif name == "CALL":
            function, count = argument
            parameters, body = functions[function]
            if count != len(parameters):
                raise TypeError(f"{function} wants {len(parameters)} arguments, got {count}")
            frames.append((code, pc, names))
            arguments = [stack.pop() for _ in range(count)][::-1]
            code, pc, names = body, 0, dict(zip(parameters, arguments))
        elif name == "RETURN":
            code, pc, names = frames.pop()
        elif name == "HALT":
            return output, steps


compiler = Compiler(SOURCE)
code = compiler.program()
for offset, (name, argument) in enumerate(code[:24]):
    print(f"{offset:3} {name:14}{'' if argument is None else argument}")
print({name: len(body) for name, (_, body) in compiler.functions.items()})
output, steps = run(code, compiler.functions)
print(output, steps)
for broken in ("print 1", "print x;", "fn f(a) { return a; } print f(1, 2);", "print 1 / 0;", "while 1 { } }"):
    try:
        c = Compiler(broken + " ")
        print(run(c.program(), c.functions))
    except (SyntaxError, NameError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
