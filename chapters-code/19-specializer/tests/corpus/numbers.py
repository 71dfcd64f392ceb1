"""BINARY_OP on ints, floats and mixtures: hits, misses, deoptimization, back-off."""


def add_ints(a, b):
    return a + b


def add_floats(a, b):
    return a + b


def subtract_ints(a, b):
    return a - b


def subtract_floats(a, b):
    return a - b


def multiply_ints(a, b):
    return a * b


def multiply_floats(a, b):
    return a * b


def add_in_place(a, b):
    a += b
    return a


def subtract_in_place(a, b):
    a -= b
    return a


def multiply_in_place(a, b):
    a *= b
    return a


def add_int_to_float(a, b):
    return a + b


def add_bools(a, b):
    return a + b


def add_big_ints(a, b):
    return a + b


def multiply_big_ints(a, b):
    return a * b


def subtract_big_ints(a, b):
    return a - b


def add_lists(a, b):
    return a + b


def multiply_list(a, b):
    return a * b


def subtract_sets(a, b):
    return a - b


def ints_then_floats(a, b):
    return a + b


def ints_then_a_few_floats(a, b):
    return a + b


def floats_then_ints(a, b):
    return a * b


def alternating(a, b):
    return a - b


def overflow_of_words(a, b):
    return a * b


def infinities(a, b):
    return a - b


def divide(a, b):
    return a / b


def floor_divide(a, b):
    return a // b


def remainder(a, b):
    return a % b


def power(a, b):
    return a ** b


def shift_left(a, b):
    return a << b


def shift_right(a, b):
    return a >> b


def bit_and(a, b):
    return a & b


def bit_or(a, b):
    return a | b


def bit_xor(a, b):
    return a ^ b


def in_place_others(a, b):
    a //= b
    a %= 7
    a **= 2
    a <<= 1
    a >>= 1
    a &= 255
    a |= 1
    a ^= 3
    a /= 2
    return a


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + other.value)

    def __mul__(self, other):
        return self.value * other

    def __rmul__(self, other):
        return other * self.value

    def __sub__(self, other):
        return NotImplemented

    def __rsub__(self, other):
        return -1

    def __matmul__(self, other):
        return 0


def add_objects(a, b):
    return a + b


def multiply_objects(a, b):
    return a * b


def reflected(a, b):
    return a * b


def matrix(a, b):
    return a @ b


class MyInt(int):
    pass


def subclass_of_int(a, b):
    return a + b


class MyFloat(float):
    pass


def subclass_of_float(a, b):
    return a + b


def polynomial(x):
    return 3 * x * x - 2 * x + 1


def sum_of_squares(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def average(values):
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def long_failing(a, b):
    return a + b


def too_short(a, b):
    return a + b


def seven_calls(a, b):
    return a + b


def eight_calls(a, b):
    return a + b


def miss_53_times(a, b):
    return a + b


def miss_52_times(a, b):
    return a + b


def back_to_ints(a, b):
    return a + b


def repeat(function, count, *args):
    for _ in range(count):
        function(*args)


def main():
    for i in range(20):
        add_ints(i, 1)
        add_floats(i * 0.5, 1.0)
        subtract_ints(i, 1)
        subtract_floats(i * 0.5, 1.0)
        multiply_ints(i, 3)
        multiply_floats(i * 0.5, 3.0)
        add_in_place(i, 1)
        subtract_in_place(i, 1)
        multiply_in_place(i, 2)
        add_int_to_float(i, 1.0)
        add_bools(True, False)
        add_big_ints(10 ** 30, 1)
        multiply_big_ints(10 ** 30, 10 ** 20)
        subtract_big_ints(10 ** 30, 10 ** 30 - 1)
        add_lists([i], [1])
        multiply_list([i], 2)
        subtract_sets({i}, {1})
        divide(i, 3)
        floor_divide(i, 3)
        remainder(i, 3)
        power(i, 2)
        shift_left(i, 2)
        shift_right(i, 2)
        bit_and(i, 2)
        bit_or(i, 2)
        bit_xor(i, 2)
        in_place_others(i + 10, 2)
        add_objects(Number(i), Number(1))
        multiply_objects(Number(i), 2)
        reflected(2, Number(i))
        matrix(Number(1), Number(2))
        subclass_of_int(MyInt(i), MyInt(1))
        subclass_of_float(MyFloat(i), MyFloat(1))
        polynomial(i)
        overflow_of_words(2 ** 40, 2 ** 40)
        infinities(float("inf"), float("inf"))
    repeat(ints_then_floats, 30, 1, 2)
    repeat(ints_then_floats, 100, 1.0, 2.0)
    repeat(ints_then_a_few_floats, 30, 1, 2)
    repeat(ints_then_a_few_floats, 10, 1.0, 2.0)
    repeat(floats_then_ints, 12, 1.0, 2.0)
    repeat(floats_then_ints, 70, 1, 2)
    for i in range(200):
        alternating(i, 1) if i % 2 else alternating(float(i), 1.0)
    repeat(long_failing, 300, 1, 2.0)
    repeat(too_short, 3, 1, 2)
    repeat(seven_calls, 7, 1, 2)
    repeat(eight_calls, 8, 1, 2)
    repeat(miss_53_times, 8, 1, 2)
    repeat(miss_53_times, 53, 1.5, 2.5)
    repeat(miss_52_times, 8, 1, 2)
    repeat(miss_52_times, 52, 1.5, 2.5)
    repeat(back_to_ints, 8, 1, 2)
    repeat(back_to_ints, 60, 1.5, 2.5)
    repeat(back_to_ints, 40, 1, 2)
    print(sum_of_squares(50), sum_of_squares(50), average([1.0, 2.0, 3.5] * 10))


main()
