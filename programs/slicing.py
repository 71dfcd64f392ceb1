"""Indexing and slicing lists, tuples, strings, bytes and ranges: reading, writing, deleting."""

items = list(range(10))
text = "abcdefghij"
for s in [slice(None), slice(3), slice(-3, None), slice(2, 8, 3), slice(None, None, -1), slice(8, 2, -2),
          slice(-100, 100), slice(5, 5), slice(7, 3), slice(None, None, 4), slice(-1, -4, -1), slice(100, None, -3)]:
    print(s, items[s], text[s], s.indices(10), tuple(items)[s] == tuple(items[s]))
print(items[0], items[-1], text[-10], text[9], (1, 2, 3)[1], b"xyz"[0], b"xyz"[1:], range(10)[3:8:2])
print(items[1:4][1], items[::-1][0], text[1:][1:][1:], "héllo"[1], "日本語"[::-1])

for bad in (lambda: items[10], lambda: items[-11], lambda: text[10], lambda: (1, 2)[2], lambda: items["1"],
            lambda: text[1.5], lambda: items[::0], lambda: range(3)[5], lambda: b"a"[3], lambda: 5[0],
            lambda: items[None], lambda: text["a":], lambda: {}[0], lambda: (1, 2)[[1]], lambda: items[2**70]):
    try:
        print(bad())
    except (IndexError, TypeError, ValueError, KeyError) as error:
        print(type(error).__name__ + ":", error)

a = list("abcdef")
a[1:3] = "XYZ"
print(a)
a[:0] = [0]
print(a)
a[len(a):] = (9, 8)
print(a)
a[2:5] = []
print(a)
a[::2] = [None] * len(a[::2])
print(a)
a[::-1] = range(len(a))
print(a)
a[1:1] = a
print(a)
a[:] = a[:4]
print(a)
a[-1:] = []
print(a)
a[5:1] = ["end"]
print(a)
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
try:
    a[0:1] = 5
except TypeError as error:
    print(error)
try:
    a[10] = 1
except IndexError as error:
    print(error)
for target in ((1, 2), "text", b"bytes", range(3), 5, None):
    try:
        target[0] = 1
    except TypeError as error:
        print(error)
    try:
        del target[0]
    except TypeError as error:
        print(error)

b = list(range(12))
del b[1::3]
print(b)
del b[:2], b[-1]
print(b)
del b[::-2]
print(b)
del b[10:20]
print(b)
b *= 3
print(b, b.index(5, 2), b.count(5))
try:
    del b[99]
except IndexError as error:
    print(error)

c = bytearray(b"hello world")
c[0] = ord("J")
c[5:6] = b"--"
c[-5:] = bytes([65, 66])
del c[1:3]
print(c, c[::2], len(c))
try:
    c[0] = 256
except ValueError as error:
    print(error)


class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


show = Show()
print(show[1], show[1:2], show[::], show[1, 2], show[1:2, ...], show[()], show[:, None])
show[1:] = 2
show["k"] = 3
del show[::2], show[1]
print(slice(1, 2) == slice(1, 2, None), slice(1, 5, 2).start, slice(1, 5, 2).stop, slice(3).step)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(items[Index(3)], items[Index(2) : Index(5)], text[Index(-1)], range(Index(4)), [1] * Index(2))
try:
    items[Index("x")]
except TypeError as error:
    print(error)
rotated = [items[i:] + items[:i] for i in range(0, 10, 4)]
print(rotated)
print([text[i : i + 3] for i in range(0, len(text), 3)])
matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([row[::-1] for row in matrix[::-1]], [matrix[i][i] for i in range(-1, -4, -1)])
matrix[1][1:] = [0]
print(matrix)
