"""Two clauses take their parts of one group, and the rest goes on."""
# versions: 311


def work():
    raise ExceptionGroup("several", [ValueError(1), KeyError(2), OSError(3)])


try:
    try:
        work()
    except* ValueError as group:
        print("first clause:", repr(group))
    except* KeyError:
        raise TypeError("in the second clause")
except BaseException as left:
    print("left:", repr(left))
