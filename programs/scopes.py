"""Scopes: global, nonlocal, class bodies, shadowed builtins, comprehensions, locals and globals."""

counter = 0
names = []


def bump():
    global counter
    counter += 1
    return counter


def shadow():
    counter = 100
    counter += 1
    return counter


def reader():
    return counter


print(bump(), bump(), shadow(), reader(), counter)


def make_global():
    global fresh
    fresh = "made inside"

    def inner():
        global fresh
        fresh += ", changed deeper"

    inner()


make_global()
print(fresh)


def levels():
    x = 1

    def second():
        x = 2

        def third():
            nonlocal x
            x += 10

            def fourth():
                nonlocal x
                x *= 2
                return x

            return fourth(), x

        return third(), x

    return second(), x


print(levels())


def uses_builtin():
    len = lambda x: "my len"
    return len("abc")


print(uses_builtin(), len("abc"))
list = [1, 2]
print(list)
del list
print(list("ab"))


class Body:
    counter = 5
    local = counter + 1
    counter += 1
    seen = reader()
    length = len("four")

    def method(self):
        return counter, self.counter

    names = [n for n in range(counter)]

    class Nested:
        outer = counter

    global made_by_class
    made_by_class = "yes"

    def __len__(self):
        return len([1, 2, 3])

    lambdas = [lambda: counter]


b = Body()
print(Body.counter, Body.local, Body.seen, Body.length, b.method(), Body.names, Body.Nested.outer, made_by_class, len(b), Body.lambdas[0](), hasattr(Body, "made_by_class"))


def class_in_function():
    x = "function"

    class Inner:
        y = x
        x = "class"
        z = x

        def get(self):
            return x

    return Inner.y if hasattr(Inner, "y") else None, Inner.x, Inner.z, Inner().get()


x = "module"
print(class_in_function())


def free_in_class():
    x = "enclosing"

    class Inner:
        seen = x

        def change(self):
            nonlocal x
            x = "changed by method"

    Inner().change()
    return Inner.seen, x


print(free_in_class())


def local_names(a, b=2, *c, d=4, **e):
    f = a
    del b
    return sorted(locals().items())


print(local_names(1))
print(sorted(locals() is globals() for _ in [0]), globals()["x"], "counter" in globals(), globals() is globals())
globals()["injected"] = 7
print(injected)


def comprehension_scope():
    i = "kept"
    squares = [i * i for i in range(4)]
    nested = [(i, j) for i in range(2) for j in range(i + 1)]
    keys = {i: [i for i in range(i)] for i in range(3)}
    total = sum(i for i in range(5))
    found = [last := i for i in range(3)]
    return i, squares, nested, keys, total, found, last


print(comprehension_scope())


def conditional(flag):
    if flag:
        value = "set"
    try:
        return value
    except UnboundLocalError:
        return "unset"


print(conditional(True), conditional(False))


def late():
    return defined_later()


def defined_later():
    return "fine"


print(late())


def parameters_are_local(counter):
    counter += 1
    return counter


print(parameters_are_local(41), counter)


def loop_closures():
    made = []
    for i in range(3):
        def show(j=i):
            return i, j

        made.append(show)
    return [f() for f in made]


print(loop_closures())


def exception_name():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        inside = type(e).__name__
    return inside, "e" in locals()


print(exception_name())


def recursive_closure(n):
    def walk(k):
        names.append(k)
        if k:
            walk(k - 1)

    walk(n)
    return names


print(recursive_closure(3))
import_like = {}


def define(name, value):
    import_like[name] = value
    return lambda: import_like[name]


one, two = define("one", 1), define("two", 2)
import_like["one"] = 11
print(one(), two(), __name__, __doc__[:6])


def star_locals():
    first, *rest = range(4)
    (a, b), c = (1, 2), 3
    with_lambda = (lambda first: first + a)(10)
    return sorted(locals())


print(star_locals())
