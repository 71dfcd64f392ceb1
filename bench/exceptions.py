"""Exceptions: tried and not raised, raised and caught near and far, finally, with, chained."""
# small: 500

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 330_000


class Refused(Exception):
    def __init__(self, code):
        self.code = code


class Guard:
    def __init__(self):
        self.entered = 0
        self.failed = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.failed += 1
        return kind is ValueError


def quiet(n):
    total = 0
    for i in range(n):
        try:
            total += i
        except ValueError:
            total = 0
        else:
            total -= 1
    return total


def near(n):
    caught = 0
    table = {}
    for i in range(n):
        try:
            table[i]
        except KeyError:
            caught += 1
        try:
            i // (i % 2)
        except ZeroDivisionError:
            caught += 1
    return caught


def deep(level, code):
    if level == 0:
        raise Refused(code)
    try:
        deep(level - 1, code)
    finally:
        code += 1


def far(n):
    total = 0
    for i in range(n):
        try:
            deep(4, i & 7)
        except LookupError:
            total = -1
        except Refused as refused:
            total += refused.code
    return total


def guarded(n):
    guard = Guard()
    for i in range(n):
        with guard:
            if i % 4 == 0:
                raise ValueError(i)
    return guard.entered, guard.failed


def chained(n):
    total = 0
    for i in range(n):
        try:
            try:
                int("x")
            except ValueError as error:
                raise Refused(i & 15) from error
        except Refused as refused:
            if isinstance(refused.__cause__, ValueError):
                total += refused.code
    return total


def parse(words):
    total = 0
    for word in words:
        try:
            total += int(word)
        except ValueError:
            total += len(word)
        finally:
            total &= 0xFFFFFF
    return total


print("quiet", quiet(N * 8))
print("near", near(N * 2))
print("far", far(N))
print("guarded", guarded(N * 3))
print("chained", chained(N))
print("parse", parse(["12", "x", "7", "abc"] * (N // 2)))
