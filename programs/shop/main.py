"""A shop of four modules beside one another: imports of every form, state shared by modules."""
# args: fig 3 kiwi 2 apple 1 mango 1

import sys

import catalog
import money as currency
from basket import Basket, EmptyBasket
from catalog import *
from money import DISCOUNTS as discounts, format_cents

print("main is", __name__, "catalog is", catalog.__name__, "and", currency.__name__)
basket = Basket("today")
arguments = sys.argv[1:]
for name, count in zip(arguments[::2], arguments[1::2]):
    try:
        basket.add(name, int(count))
    except catalog.UnknownItem as error:
        print("unknown:", error, isinstance(error, LookupError), type(error).__module__)
for line in basket.lines():
    print(line)
print(format_cents(basket.total()), currency.format_cents(basket.total(discounts["ten"])))
print(PRICES is catalog.PRICES, "_secret" in globals(), catalog._secret, "lookup" in globals(), "helper" in globals())
catalog.PRICES["fig"] = 1
print(basket.total(), catalog.calls, basket.name)
try:
    Basket("empty").total()
except EmptyBasket as error:
    print(type(error).__name__, error)
import basket as module

print(module.Basket is Basket, sys.modules["basket"] is module, sys.modules["__main__"].__name__, "money" in sys.modules)
del module


def late():
    import receipts

    return receipts.receipt(basket)


print("receipts" in sys.modules)
print(late())
print("receipts" in sys.modules, late().count("\n"))
catalog.PRICES.clear()
try:
    basket.total()
except LookupError as error:
    print("after clearing:", error)
raise SystemExit(basket.checkout())
