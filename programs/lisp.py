"""A Lisp: reader, printer, evaluator with tail calls, macros by quoting, and a small library."""


class Symbol(str):
    def __repr__(self):
        return str(self)


class LispError(Exception):
    pass


class Environment(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise LispError(f"unbound: {name}")


class Lambda:
    def __init__(self, names, body, environment):
        self.names, self.body, self.environment = names, body, environment

    def call_in(self, arguments):
        if len(arguments) != len(self.names):
            raise LispError(f"wanted {len(self.names)} arguments, got {len(arguments)}")
        return Environment(self.names, arguments, self.environment)

    def __call__(self, *arguments):
        return evaluate(self.body, self.call_in(arguments))


def tokens(text):
    word = ""
    for char in text + " ":
        if char in "()' \n":
            if word:
                yield word
            word = ""
            if char in "()'":
                yield char
        else:
            word += char


def read(stream):
    token = next(stream, None)
    if token is None:
        raise LispError("unexpected end")
    if token == "'":
        return [Symbol("quote"), read(stream)]
    if token == "(":
        items = []
        while True:
            try:
                items.append(read(stream))
            except StopIteration as end:
                return items
    if token == ")":
        raise StopIteration
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            continue
    return Symbol(token)


def show(value):
    if isinstance(value, list):
        return "(" + " ".join(map(show, value)) + ")"
    if value is True or value is False:
        return "#t" if value else "#f"
    if isinstance(value, Lambda):
        return f"<lambda of {len(value.names)}>"
    return str(value)


def evaluate(x, environment):
    while True:
        if isinstance(x, Symbol):
            return environment.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            raise LispError("empty call")
        head, *rest = x
        if head == "quote":
            return rest[0]
        if head == "if":
            test, yes, *no = rest
            x = yes if evaluate(test, environment) is not False else (no[0] if no else False)
        elif head == "define":
            name, *body = rest
            if isinstance(name, list):
                name, *names = name
                environment[name] = Lambda(names, [Symbol("begin"), *body], environment)
            else:
                environment[name] = evaluate(body[0], environment)
            return name
        elif head == "set!":
            environment.find(rest[0])[rest[0]] = value = evaluate(rest[1], environment)
            return value
        elif head == "lambda":
            return Lambda(rest[0], [Symbol("begin"), *rest[1:]], environment)
        elif head == "begin":
            for item in rest[:-1]:
                evaluate(item, environment)
            x = rest[-1]
        elif head == "let":
            names, values = zip(*rest[0])
            environment = Environment(names, [evaluate(v, environment) for v in values], environment)
            x = [Symbol("begin"), *rest[1:]]
        elif head == "cond":
            for test, result in rest:
                if test == "else" or evaluate(test, environment) is not False:
                    x = result
                    break
            else:
                return False
        else:
            function, *arguments = [evaluate(item, environment) for item in x]
            if isinstance(function, Lambda):
                x, environment = function.body, function.call_in(arguments)
            elif callable(function):
                return function(*arguments)
            else:
                raise LispError(f"not a function: {show(function)}")


def fold(function):
    def apply(first, *rest):
        for item in rest:
            first = function(first, item)
        return first

    return apply


BUILTINS = {
    "+": fold(lambda a, b: a + b), "*": fold(lambda a, b: a * b), "-": lambda a, *b: a - sum(b) if b else -a, "/": fold(lambda a, b: a / b),
    "<": lambda a, b: a < b, "=": lambda a, b: a == b, "mod": lambda a, b: a % b, "car": lambda l: l[0], "cdr": lambda l: l[1:],
    "cons": lambda a, l: [a, *l], "list": lambda *items: [*items], "null?": lambda l: l == [], "length": len, "append": fold(lambda a, b: a + b),
    "not": lambda x: x is False, "apply": lambda f, l: f(*l), "display": lambda x: print("   shown:", show(x)), "eval": lambda x: evaluate(x, world),
}
world = Environment(map(Symbol, BUILTINS), BUILTINS.values())
PROGRAM = """
(define (square x) (* x x))
(square 12)
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 25)
(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l)))))
(map square '(1 2 3 4))
(define (filter f l) (cond ((null? l) l) ((f (car l)) (cons (car l) (filter f (cdr l)))) (else (filter f (cdr l)))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(filter (lambda (x) (= 0 (mod x 3))) (range 0 20))
(define (loop n total) (if (= n 0) total (loop (- n 1) (+ total n))))
(loop 5000 0)
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (counter))
(list (c) (c) (c))
(let ((x 2) (y 3)) (* x y))
(apply + '(1 2 3))
(define (compose f g) (lambda (x) (f (g x))))
((compose square square) 3)
(define (sort l) (if (null? l) l (append (sort (filter (lambda (x) (< x (car l))) (cdr l))) (list (car l)) (sort (filter (lambda (x) (not (< x (car l)))) (cdr l))))))
(sort '(3 1 4 1 5 9 2 6))
(eval '(+ 1 (* 2 3)))
(display '(a (b c) ()))
(cond ((< 2 1) 'no) (else 'yes))
square
(/ 1 4)
(= 1 1.0)
unknown
(1 2)
(square 1 2)
(/ 1 0)
(car '())
()
"""
for line in PROGRAM.strip().splitlines():
    try:
        print(line, "=>", show(evaluate(read(tokens(line)), world)))
    except (LispError, ArithmeticError, IndexError) as error:
        print(line, "=>", type(error).__name__, error)
for broken in ("(1 2", "", "'"):
    try:
        print(read(tokens(broken)))
    except LispError as error:
        print(repr(broken), error)
