"""An owl, which reaches up two levels."""

from .. import counter, keepers as people
from ..cats import sound

WINGS = 2


def describe():
    return f"owl kept by {people[-1]}, hears {sound()}"


def count():
    counter.value += 1
    return counter.value
