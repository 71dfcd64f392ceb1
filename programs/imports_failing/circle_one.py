"""Wants a name of circle_two, which wants a name of this one."""

from circle_two import two

one = 1
