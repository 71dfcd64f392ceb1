"""Closures and cells: counters, accumulators, late binding, shared cells, del."""


def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return step, peek


step, peek = counter(10)
print(step(), step(5), peek())
other, _ = counter()
print(other(), peek())
print(step.__closure__[0].cell_contents, step.__code__.co_freevars, counter.__code__.co_cellvars)

late = [lambda: i for i in range(4)]
early = [lambda i=i: i for i in range(4)]
print([f() for f in late], [f() for f in early])


def make_account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(("deposit", amount))
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            history.append(("refused", amount))
            return None
        balance -= amount
        history.append(("withdraw", amount))
        return balance

    return {"deposit": deposit, "withdraw": withdraw, "history": lambda: list(history)}


account = make_account(100)
print(account["deposit"](50), account["withdraw"](500), account["withdraw"](30))
print(account["history"]())


def compose(*functions):
    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value

    return composed


print(compose(str, lambda x: x + 1, lambda x: x * 2)(20))


def curry(function, arity):
    def collect(*got):
        if len(got) >= arity:
            return function(*got)
        return lambda *more: collect(*got, *more)

    return collect


add3 = curry(lambda a, b, c: a + b + c, 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = x + " changed by inner"
            return x

        return inner

    return middle()(), x


print(outer())


def unbound():
    def read():
        return value

    try:
        read()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    print(read())
    del value
    try:
        read()
    except NameError as error:
        print(type(error).__name__, error)


unbound()


def parameter_cell(a, *rest, key=None, **others):
    def show():
        return a, rest, key, others

    a = a * 2
    return show


print(parameter_cell(21, 1, 2, key="k", z=3)())

x = "global"


def shadows():
    x = "local"

    class Body:
        y = x

        def method(self):
            return x

    return Body.y, Body().method()


print(shadows(), x)


def y_combinator(f):
    return (lambda g: g(g))(lambda g: f(lambda n: g(g)(n)))


print(y_combinator(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
