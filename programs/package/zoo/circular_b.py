"""Sees the half that circular_a has made so far."""

from . import circular_a

word = "b"
second = f"b saw a half {circular_a.half}, first there: {hasattr(circular_a, 'first')}"
