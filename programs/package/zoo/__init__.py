"""The zoo. Runs once."""

print("zoo/__init__ runs")
keepers = ["Ann", "Bob"]


class counter:
    value = 0


from .circular_a import first
from .circular_b import second
