"""A loop with a condition, and one that a `finally` has a say in: to be played step by step."""


def total(numbers):
    s = 0
    for n in numbers:
        if n > 1:
            s += n
    return s


def first_even(numbers):
    for n in numbers:
        try:
            if n % 2 == 0:
                break
        finally:
            print("looked at", n)
    return n


print(total([1, 2, 3]))
print(first_even([3, 4, 5]))
