"""An exception that is handled, and one that comes while another is handled: to be played step by step."""


def number(text):
    try:
        return int(text)
    except ValueError as error:
        print(error)
        return 0


def ratio(pair):
    try:
        return pair[0] // pair[1]
    except ZeroDivisionError:
        return pair["zero"]


print(number("7") + number("x"))
try:
    ratio((1, 0))
except TypeError as error:
    print(error, "while handling", repr(error.__context__))
