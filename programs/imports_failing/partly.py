"""A module with one name."""

value = [1]
