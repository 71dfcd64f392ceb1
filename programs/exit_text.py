"""SystemExit with something that is not an integer: printed to stderr, status 1."""

import sys


def stop():
    print("stopping")
    try:
        raise ValueError("not shown")
    except ValueError:
        sys.exit(["a", "list", 3])


stop()
