"""Records the digits that CPython's `%` formatting makes, for tests/formats.rs.

A row is a letter with its flags, a precision, a float and the text.
"""

import pathlib
import random
import struct

choose = random.Random(11)
FLOATS = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 9.995, 0.0001, 0.00001, 123456.0,
          1234567.0, 999999.5, 99999.95, 1e16, 123456789.125, 1 / 3, float("inf"), float("-inf"), float("nan")]
for _ in range(40):
    value = struct.unpack("<d", struct.pack("<Q", choose.getrandbits(64)))[0]
    FLOATS.append(value if value == value else 1.0)
    FLOATS.append(round(choose.uniform(-1e6, 1e6), choose.randint(0, 6)))

lines = []
for value in FLOATS:
    for letter in "feg":
        for precision in choose.sample(range(0, 30), 3) + [6]:
            for flag in ["", "#"]:
                lines.append(f"{letter}{flag}\t{precision}\t{value!r}\t{f'%{flag}.{precision}{letter}' % value}")
    for precision in [1, 3, 6, 17]:
        lines.append(f"n\t{precision}\t{value!r}\t{format(value, f'.{precision}')}")
lines.append(f"f\t1200\t0.1\t{'%.1200f' % 0.1}")
lines.append(f"e\t1200\t0.1\t{'%.1200e' % 0.1}")
target = pathlib.Path(__file__).with_name("formats.tsv")
target.write_text("\n".join(dict.fromkeys(lines)) + "\n")
print(len(lines), "formats")
