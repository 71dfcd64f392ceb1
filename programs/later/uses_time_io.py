"""time and io.StringIO where the output does not depend on the clock."""

import io
import sys
import time

start = time.perf_counter()
first = time.time()
print(type(start).__name__, first > 1.6e9, time.perf_counter() >= start, time.monotonic() > 0, isinstance(time.perf_counter_ns(), int), time.process_time() >= 0)
time.sleep(0.001)
print(time.perf_counter() - start >= 0.001)
buffer = io.StringIO("first\nsecond\n")
print(buffer.readline(), buffer.read(), buffer.read() == "", buffer.getvalue())
out = io.StringIO()
print("printed", 1, 2.5, sep="|", end="!", file=out)
out.write("\nmore")
print(repr(out.getvalue()), out.tell(), out.seek(0), out.read(4), [line for line in out], out.closed)
with io.StringIO() as f:
    f.writelines(["a\n", "b\n"])
    f.seek(0)
    print(f.readlines(), f.readable(), f.writable())
try:
    f.read()
except ValueError as error:
    print(error)
saved, sys.stdout = sys.stdout, io.StringIO()
print("captured")
captured, sys.stdout = sys.stdout.getvalue(), saved
print("it was", repr(captured))
data = io.BytesIO(b"\x01\x02\x03")
print(data.read(2), data.getvalue(), data.read(), data.write(b"\x04"), data.getbuffer().nbytes)


class Writer:
    def write(self, text):
        parts.append(text)


parts = []
print("a", "b", file=Writer())
print("c", end="", file=Writer())
print(parts)
try:
    print("x", file=5)
except AttributeError as error:
    print(error)
