"""Tracebacks of recursion: repeated frames are folded into one line."""

import sys


def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)


def ping(n):
    return pong(n + 1)


def pong(n):
    return ping(n + 1)


try:
    ping(0)
except RecursionError as error:
    print(type(error).__name__, error)

depth = 0
sys.setrecursionlimit(300)


def measure():
    global depth
    depth += 1
    measure()


try:
    measure()
except RecursionError as error:
    print("limit", sys.getrecursionlimit(), "reached", 250 < depth <= 300, error)

try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
sys.setrecursionlimit(1000)
down(10)
