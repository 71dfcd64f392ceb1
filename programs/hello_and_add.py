"""The two functions that the book takes apart: one that prints, one that adds."""


def hello():
    print("Hello")


def add():
    a = 1
    b = 2
    c = a + b
    return c


hello()
print(add())
