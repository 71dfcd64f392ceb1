"""3.11's tracebacks: carets under the operand, the call, the subscript, the attribute."""
# versions: 311

import sys


def carets(positions):
    return [(line - first, end_line - first, start, end) for line, end_line, start, end in positions if line]


def binary(a, b, c):
    return (a + b) * c / (a - b)


first = binary.__code__.co_firstlineno
print(carets(binary.__code__.co_positions()))


def attribute(x):
    return x.first.second.third


def subscript(x):
    return x["a"]["b"][0]["c"]


def call(f):
    return f(1)(2)(
        3
    )


def in_place(x):
    x += "text" + ("more" * 2)
    return x


def compare(x):
    return 1 < 2 < x < "text"


def unpack(x):
    (a, b), c = x, 1
    return a


def multi(a):
    value = [
        a,
        a +
        "text",
    ]
    return value


def unicode(é):
    ünïcödé = é; return "日本" + ünïcödé + é.x


def nested():
    try:
        attribute(None)
    except AttributeError as error:
        raise subscript({"a": None}) from error


def delete(x):
    del x.a.b[0]


def whole_line(x):
    int(x)


attempts = [
    lambda: binary(1, "a", 2), lambda: binary(1, 1, 2), lambda: attribute(5), lambda: subscript({"a": {"b": []}}), lambda: call(lambda x: x), lambda: in_place(5),
    lambda: compare("a"), lambda: unpack(5), lambda: multi(1), lambda: unicode(5), lambda: delete(5), lambda: whole_line("x"), lambda: len(5) + 1, lambda: -"x",
]
for attempt in attempts:
    try:
        attempt()
    except Exception as error:
        traceback = error.__traceback__
        while traceback.tb_next:
            traceback = traceback.tb_next
        code, index = traceback.tb_frame.f_code, traceback.tb_lasti // 2
        line, end_line, start, end = list(code.co_positions())[index]
        print(code.co_name, type(error).__name__, traceback.tb_lineno - code.co_firstlineno, (line - code.co_firstlineno, end_line - line, start, end))


def level(n):
    if n:
        return level(n - 1) + level(n - 1)
    return nested()


print("now uncaught", file=sys.stdout)
level(2)
