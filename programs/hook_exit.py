"""A sys.excepthook that ends the program with a status of its own; a sys.stdout that cannot be flushed."""
import sys


class Out:
    def __init__(self, stream):
        self.stream = stream

    def __repr__(self):
        return "<Out>"

    def write(self, text):
        self.stream.write("> " + text if text.strip() else text)


def hook(kind, value, traceback):
    print("leaving because of", repr(value))
    raise SystemExit(7)


sys.stdout = Out(sys.stdout)
print("hello")
sys.excepthook = hook
raise ValueError("bad")
