"""Cats, with a relative import of what the package defines."""

from . import keepers

print("zoo/cats runs")


def sound():
    return f"meow to {keepers[0]}"
