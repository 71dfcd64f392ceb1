"""Tracebacks of many shapes, walked by hand: classes, comprehensions, generators, operators."""


def explode(*args):
    raise KeyError(*args)


class Thing:
    def __add__(self, other):
        return explode("add")

    def __getitem__(self, key):
        return explode("getitem", key)

    def __iter__(self):
        yield 1
        explode("iter")

    def __enter__(self):
        return self

    def __exit__(self, *details):
        explode("exit")

    @property
    def prop(self):
        return explode()

    def __call__(self):
        return self.prop


def in_with():
    with Thing():
        pass


def multi_line():
    return [
        1,
        explode(
            "deep",
            2,
        ),
    ]


def decorated():
    @(lambda f: explode("decorator"))
    def inner():
        pass


def loops():
    for i in range(3):
        while True:
            if i == 1:
                return explode("loop")
            break


def in_finally():
    try:
        return 1
    finally:
        explode("finally")


def in_except():
    try:
        explode("first")
    except KeyError:
        explode("second")


def generator():
    yield from (explode("genexpr") for _ in range(1))


def assertion(x=3):
    assert x > 5, ("too small", x)


def default(x=lambda: explode("default")):
    return x()


def frames(traceback):
    while traceback is not None:
        code = traceback.tb_frame.f_code
        yield code.co_name, traceback.tb_lineno
        traceback = traceback.tb_next


thing = Thing()
for attempt in (
    lambda: thing + 1, lambda: thing[2], lambda: list(thing), in_with, lambda: thing.prop, thing, multi_line, decorated, loops, in_finally,
    in_except, lambda: next(generator()), assertion, default, lambda: [explode(i) for i in (1,)], lambda: {i: explode(i) for i in (1,)},
    lambda: sorted([1, 2], key=explode), lambda: 1 // 0, lambda: undefined, lambda: thing.missing, lambda: explode(a=1),
):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, list(frames(error.__traceback__)))
        if error.__context__:
            print("   context", error.__context__, list(frames(error.__context__.__traceback__)))


class Custom(Exception):
    def __str__(self):
        return f"custom text\nof two lines, {self.args}"


def raise_custom():
    raise Custom(1, "two")


try:
    raise_custom()
except Custom as error:
    saved = error
try:
    raise saved
except Custom as error:
    print(list(frames(error.__traceback__)))
fresh = saved.with_traceback(None)
print(fresh is saved, fresh.__traceback__)
raise saved
