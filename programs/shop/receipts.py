"""Imported only when a receipt is wanted."""

import money


def receipt(basket):
    return "\n".join(["RECEIPT", *basket.lines(), "total " + money.format_cents(basket.total())])
