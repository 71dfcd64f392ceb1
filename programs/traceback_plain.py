"""An uncaught exception: the traceback goes to standard error and the status is 1."""


class Parser:
    def __init__(self, text):
        self.text = text

    def number(self, start):
        return int(self.text[start:])

    def parse(self):
        return [self.number(i) for i in range(len(self.text))]


def outer(text):
    parser = Parser(text)
    return (lambda p: p.parse())(parser)


print(outer("123"))
print("before the end")
outer("12x")
print("never printed")
