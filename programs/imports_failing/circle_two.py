"""The other half."""

from circle_one import one

two = 2
