"""An integer that outgrows its word, and comes back: to be played step by step."""


def border():
    n = 2305843009213693952
    m = n + n
    k = m - 1
    x = n / m
    y = x * 1e200
    return k + 1 == m and k + 1 is not m


print(border())
