"""An object whose references come and go, and that says when the last one has gone: to be played step by step."""


class Candle:
    def __del__(self):
        print("it goes out")


def evening():
    first = Candle()
    second = first
    both = [first, second]
    first = None
    del second
    print("still burning")
    both.pop()
    both.append("match")
    both[0] = "dark"
    return both


print(evening())
