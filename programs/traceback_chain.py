"""Uncaught and chained: causes, contexts and suppressed contexts in one traceback."""


class LoadError(Exception):
    pass


def read(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise LoadError(f"cannot load {key}") from error


def retry(table, key):
    try:
        return read(table, key)
    except LoadError:
        return table[key.upper()].strip()


def hide(table):
    try:
        retry(table, "a")
    except AttributeError:
        raise ValueError("hidden context") from None


def report(table):
    try:
        hide(table)
    except ValueError as error:
        problem = error
    try:
        1 / 0
    finally:
        raise RuntimeError("while reporting", 7) from problem


print("start")
report({"A": None})
