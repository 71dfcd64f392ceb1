"""A basket, which needs the catalog and the money."""

from catalog import lookup
from money import DISCOUNTS, format_cents

print("basket is being imported")


class EmptyBasket(ValueError):
    pass


class Basket:
    def __init__(self, name):
        self.name = name
        self.items = {}

    def add(self, name, count=1):
        lookup(name)
        self.items[name] = self.items.get(name, 0) + count

    def lines(self):
        for name, count in sorted(self.items.items()):
            yield f"{count} x {name:<8}{format_cents(lookup(name) * count):>8}"

    def total(self, discount=DISCOUNTS["none"]):
        if not self.items:
            raise EmptyBasket(self.name)
        return discount(sum(lookup(name) * count for name, count in self.items.items()))

    def checkout(self):
        self.items.clear()
        return 3
