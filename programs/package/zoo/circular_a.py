"""Imports circular_b, which imports this module while it is half made."""

half = "made"
from . import circular_b

first = "a sees " + circular_b.word
