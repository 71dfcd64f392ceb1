"""Recursion without an end: what it runs into first, and what the error says."""


def r(n):
    return 0 if n == 0 else 1 + r(n - 1)


try:
    r(100000)
except RecursionError as e:
    print(e)


class R:
    def r(self, n):
        return 0 if n == 0 else 1 + self.r(n - 1)

    def q(self, n):
        return 0 if n == 0 else 1 + self.q(*(n - 1,))


try:
    R().r(100000)
except RecursionError as e:
    print(e)
try:
    R().q(100000)
except RecursionError as e:
    print(e)


def even(n):
    if n <= 0:
        return True
    return odd(n - 1)


def odd(n):
    if not n:
        return False
    return even(n - 1)


try:
    even(100001)
except RecursionError as e:
    print(e)


def s(x):
    return s(x) if x in (1, 2) else 0


try:
    s(1)
except RecursionError as e:
    print(e)


def u(x):
    return u(x + 1)


try:
    u(1)
except RecursionError as e:
    print(e)


def w(x):
    return w(x) if x is not None else 0


try:
    w(1)
except RecursionError as e:
    print(e)


def st(x):
    return st(x) if x == "a" else 0


try:
    st("a")
except RecursionError as e:
    print(e)
