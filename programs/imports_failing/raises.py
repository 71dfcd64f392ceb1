"""A module that fails while it is imported."""

import sys

sys.attempts = getattr(sys, "attempts", 0) + 1


def divide(a, b):
    return a / b


divide(1, 0)
