"""A list in a tuple, and an assignment that fails when it has worked: to be played step by step."""


def puzzle():
    basket = ["egg"]
    pair = (basket, basket)
    try:
        pair[0] += ["ham"]
    except TypeError:
        pass
    return {"left": pair[0], "right": pair[1]}


print(puzzle())
