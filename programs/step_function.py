"""From code to function to frame to result: to be played step by step."""


def scaled(factor):
    def times(number, plus=0):
        return number * factor + plus

    return times


def use():
    double = scaled(2)
    return double(20, plus=2)


print(use())
