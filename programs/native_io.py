"""io.StringIO and io.BytesIO: writing, reading, lines, seeking, and every error on the way."""
import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


out = io.StringIO()
print(out.write("hello "), out.write(""), out.write("wörld\n"), out.write("€\U0001f40d\n"), out.tell())
print(repr(out.getvalue()), out.read(), out.seek(0), repr(out.read(3)), repr(out.read()), repr(out.read()))
print(out.seek(2), out.write("LL"), repr(out.getvalue()), out.seek(20), out.write("x"), repr(out.getvalue()))
print(out.truncate(5), repr(out.getvalue()), out.tell(), out.seek(0, 2), out.truncate(), out.seek(0, 1))
print(out.closed, out.readable(), out.writable(), out.seekable(), out.isatty(), out.line_buffering, out.newlines, out.encoding, out.errors)
out.close()
out.close()
print(out.closed, attempt(out.write, "x"), attempt(out.read), attempt(out.getvalue), attempt(iter, out), attempt(next, out), attempt(out.readable), sep="; ")

TEXT = "one\ntwo\r\nthree\rfour\n\nlast"
for newline in ("\n", "", None, "\r", "\r\n"):
    stream = io.StringIO(TEXT, newline)
    print(repr(newline), repr(stream.getvalue()), list(stream), stream.newlines)
    stream = io.StringIO(newline=newline)
    print(stream.write("a\nb\r\nc\rd\r"), stream.write("\ne"), repr(stream.getvalue()), stream.newlines)
    stream.seek(0)
    print(stream.readlines())
    stream.seek(0)
    print([stream.readline(2), stream.readline(0), stream.readline(), stream.readline(-1), stream.readline(None)])
for newlines in ["\n", "\r", "\r\n", "\r\n\n", "\r\r\n", "a"]:
    print(repr(io.StringIO(newlines, None).newlines), end=" ")
print()

print(attempt(io.StringIO, 5), attempt(io.StringIO, "a", 5), attempt(io.StringIO, "a", "x"), attempt(io.StringIO, "a", "\n", 3), attempt(io.StringIO, initial=1), sep="; ")
stream = io.StringIO("line 1\nline 2\nline 3\n")
print(stream.readlines(7), stream.readlines(), stream.seek(0), next(stream), next(stream), repr(stream.read()), attempt(next, stream))
print(attempt(stream.write, b"x"), attempt(stream.write, None), attempt(stream.write), attempt(stream.read, "x"), attempt(stream.read, 1.5), attempt(stream.read, 1, 2), sep="; ")
print(attempt(stream.seek, -1), attempt(stream.seek, 1, 1), attempt(stream.seek, 1, 2), attempt(stream.seek, 0, 5), attempt(stream.seek, "a"), attempt(stream.seek), sep="; ")
print(attempt(stream.truncate, -1), attempt(stream.truncate, "a"), attempt(stream.fileno), attempt(stream.detach), sep="; ")
print(stream.seek(1000), repr(stream.read()), repr(stream.readline()), stream.tell(), stream.truncate(3), repr(stream.getvalue()))
print(stream.writelines(["a", "b"]), attempt(stream.writelines, ["c", 5]), repr(stream.getvalue()[-3:]), attempt(stream.writelines, 5))
with io.StringIO() as stream:
    print("printed", 1, 2.5, sep="-", file=stream)
    print(repr(stream.getvalue()))
print(stream.closed, attempt(stream.__enter__))
print(isinstance(stream, io.TextIOBase), isinstance(stream, io.IOBase), isinstance(stream, io.BufferedIOBase))
stream = io.StringIO("state")
stream.read(2)
stream.mark = "kept"
print(stream.__getstate__(), stream.__dict__)
copy = io.StringIO()
copy.__setstate__(stream.__getstate__())
print(repr(copy.read()), copy.mark, attempt(copy.__setstate__, 3), attempt(copy.__setstate__, ("a", "\n", -1, None)), attempt(copy.__setstate__, ("a", "\n", "b", None)))


class Loud(io.StringIO):
    def write(self, text):
        return super().write(text.upper())

    def readline(self, *args):
        return super().readline(*args).rstrip("\n")


loud = Loud()
print("quiet\nmore", file=loud)
loud.seek(0)
print(repr(loud.getvalue()), list(loud))

raw = io.BytesIO(b"some bytes\nand more\r\nlast")
print(raw.read(4), raw.tell(), raw.readline(), raw.readlines(), raw.read(), raw.read1(), raw.seek(-4, 2), raw.read1(2), raw.seek(1, 1), raw.read(-1))
print(raw.seek(5), raw.write(b"BYTES"), raw.write(bytearray(b"!")), raw.getvalue(), raw.seek(30), raw.write(b"end"), raw.getvalue())
print(raw.truncate(8), raw.getvalue(), raw.tell(), raw.seek(0), list(raw), raw.seek(0, 2), raw.truncate())
buffer = bytearray(6)
print(raw.seek(4), raw.readinto(buffer), buffer, raw.readinto(buffer), raw.readable(), raw.writable(), raw.seekable(), raw.isatty(), raw.flush(), raw.closed)
print(attempt(raw.write, "x"), attempt(raw.write, 5), attempt(raw.read, "a"), attempt(raw.seek, -1), attempt(raw.seek, 0, 7), attempt(raw.truncate, -5), sep="; ")
print(attempt(raw.readinto, b"abc"), attempt(raw.readlines, "a"), attempt(raw.fileno), attempt(raw.detach), attempt(io.BytesIO, "text"), attempt(io.BytesIO, 5), sep="; ")
print(raw.seek(-100, 1), raw.seek(-100, 2), raw.writelines([b"ab", b"cd"]), raw.getvalue(), attempt(raw.writelines, [b"x", "y"]), raw.getvalue())
raw.seek(0)
print(raw.readlines(2), raw.__getstate__())
other = io.BytesIO(initial_bytes=b"initial")
other.__setstate__(raw.__getstate__())
print(other.getvalue(), other.tell(), io.BytesIO(None).getvalue(), isinstance(other, io.BufferedIOBase), isinstance(other, io.TextIOBase))
with other:
    pass
print(other.closed, attempt(other.read), attempt(other.write, b""), attempt(other.getvalue), attempt(list, other), attempt(other.__enter__), sep="; ")


class Reader(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def read(self, size=-1):
        taken, self.data = self.data[:size], self.data[size:]
        return taken


reader = Reader(b"first\nsecond\nthird")
print(reader.readline(), reader.readline(3), reader.readlines(), reader.closed, reader.readable(), attempt(reader.fileno), attempt(reader.seek, 1), attempt(reader.tell), sep="; ")
reader.close()
print(reader.closed, attempt(reader.flush), attempt(reader.readable))
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), io.UnsupportedOperation.__mro__)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.StringIO.__name__, io.StringIO.__module__)
