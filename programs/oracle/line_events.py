"""The lines that a debugger sees: PEP 626's two examples, and what else decides which line runs."""

import sys


def one_way(x):
    if x:
        pass


def two_ways(x):
    if x:
        pass
    return x


def loop(items):
    total = 0
    for item in items:
        if item == 2:
            continue
        total += item
    return total


def while_loop(n):
    while n:
        n -= 1
    else:
        n = 7
    return n


def cleanup(fail):
    try:
        if fail:
            1 / 0
    except ZeroDivisionError:
        fail = (
            1,
            2)
    finally:
        pass
    return fail


def across(a, b):
    return (a
            + b
            + a)


def run():
    one_way(1)
    one_way(0)
    two_ways(1)
    two_ways(0)
    loop([1, 2, 3])
    while_loop(2)
    cleanup(False)
    cleanup(True)
    across(1, 2)


def trace(frame, event, argument):
    code = frame.f_code
    if event in ("line", "return") and code is not run.__code__:
        print(code.co_name, event, frame.f_lineno - code.co_firstlineno)
    return trace


if hasattr(sys, "settrace"):
    sys.settrace(trace)
run()
if hasattr(sys, "settrace"):
    sys.settrace(None)
