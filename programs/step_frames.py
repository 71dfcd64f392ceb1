"""Calls inside of calls, and a variable that outlives its call: to be played step by step."""


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


def twice(call):
    return call() + call()


print(twice(counter()))
