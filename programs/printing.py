"""print and repr: separators, ends, files, containers within containers, long lines, odd objects."""

import sys

print()
print(1, "two", 3.0, None, True, [4], sep=", ", end=".\n")
print("a", "b", sep="")
print("no newline", end="")
print(" and then one")
print(*range(5), sep="\n")
print("tab\tseparated", "quote'd", 'double "quoted"', "back\\slash", "new\nline", sep=" | ")
print([""], ["'"], ['"'], ["'\""], ["\n\t\r\\"], ["é", "日本", "\x00", "\x7f", "\ud800", "😀"])
print((), (1,), (1, 2), [], [[]], {}, {"a": {}}, set(), frozenset(), ((),), [()], {(): []}, range(3), slice(1, 2), ..., NotImplemented)
print({"k": [1, (2, {"deep": {3}})]}, [None, True, False], (1.0, -0.0, 1e100, 1j), [b"bytes", bytearray(b"ba")], {1: "int", "1": "str", (1, 2): "tuple"})
print(int, str, type, type(None), object, len.__name__, type(len), type(lambda: 0), type(print), Exception, ValueError("v"), KeyError("k"), type(ValueError()), dict.fromkeys("ab"))
print(type([].append), type(str.upper), type({}.keys()), type(x for x in ()), type(type), type(...), type(NotImplemented), type(1 .__add__), type(int.__add__), type(property()), type(range(1)), type(slice(1)), type(sys), sys.__name__)
sys.stdout.write("written, no newline;")
print(sys.stdout.write(" counted\n"))
print("flushed", flush=True)
print("to stdout", file=sys.stdout)
print("nothing to see", file=None)
print("warning on stderr", file=sys.stderr)
print(sep="unused", end="only the end\n")
print("None separators", "fine", sep=None, end=None)
for bad in (lambda: print(sep=1), lambda: print("a", end=2), lambda: print(1, sep=b","), lambda: print(nope=1), lambda: sys.stdout.write(5), lambda: sys.stdout.write()):
    try:
        bad()
    except TypeError as error:
        print(error)


class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "<only repr>"


class Broken:
    def __repr__(self):
        raise ValueError("no repr")

    def __str__(self):
        return "str is fine"


print(Both(), [Both()], {Both(): Both()}, f"{Both()} {Both()!r} {[Both()]}", "%s %r" % (Both(), Both()), str(Both()), repr(Both()), (Both(),))
print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], Broken())
try:
    print("partly", [1, Broken()])
except ValueError as error:
    print("->", error)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)


w = Writer()
print("a", 1, file=w)
print(*"xyz", sep="-", end="", file=w)
print(file=w)
print(w.parts)
a = [1]
a.append(a)
d = {"d": a}
d["self"] = d
t = ([],)
t[0].append(t)
print(a, d, t)
print("x" * 200)
print([["row %d col %d" % (i, j) for j in range(3)] for i in range(3)])
for width in (1, 5, 10):
    print(("%*s|%-*s|" % (width, "r", width, "l")), "*" * width, end="\n\n" if width == 10 else " ")
print("é".ljust(4, "."), "日本".center(8, "-"), "ñandú".upper(), "ß".upper(), "İ".lower(), "ǆ".title(), "ﬁ".upper(), "Σας".lower(), "ΑΣ".lower())
print(ascii(["é", "😀", "a"]), ascii("日"), repr("\u200b\xad\u2028"), repr("\U0001f600"), repr("\xa0"), "\N{GREEK SMALL LETTER ALPHA}")
