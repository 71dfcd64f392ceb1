"""What is for sale."""

print("catalog is being imported")
__all__ = ["PRICES", "UnknownItem", "lookup"]
PRICES = {"apple": 50, "fig": 120, "kiwi": 75}
_secret = 42
calls = 0


class UnknownItem(LookupError):
    pass


def lookup(name):
    global calls
    calls += 1
    try:
        return PRICES[name]
    except KeyError:
        raise UnknownItem(name) from None


def helper():
    return "not exported by the star"
