"""Records what CPython's `dis` prints for every program, as digests on standard output.

    PYTHONHASHSEED=0 python3.10 digests.py > digests-3.10.txt
    PYTHONHASHSEED=0 python3.11 digests.py > digests-3.11.txt

A line is a path, the digest of the file, and those of what `dis`, `dis` with caches (3.11)
and `show_code` print, with addresses left out. A digest is FNV-1a of 64 bits.
"""

import dis
import io
import marshal
import pathlib
import re
import sys

NEW = sys.version_info >= (3, 11)
PROGRAMS = pathlib.Path(__file__).resolve().parents[4] / "programs"


def digest(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def printed(function, code, **keywords):
    out = io.StringIO()
    function(code, file=out, **keywords)
    return digest(re.sub(r" at 0x[0-9a-f]+, file ", " at 0x, file ", out.getvalue()).encode())


folder = PROGRAMS / f"{sys.version_info[0]}{sys.version_info[1]}"
for path in sorted(folder.rglob("*.pyc")):
    data = path.read_bytes()
    code = marshal.loads(data[16:])
    caches = printed(dis.dis, code, show_caches=True) if NEW else "-"
    digests = [digest(data), printed(dis.dis, code), caches, printed(dis.show_code, code)]
    print(path.relative_to(PROGRAMS), *digests)
