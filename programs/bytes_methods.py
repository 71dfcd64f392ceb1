"""bytes and bytearray: construction, methods, mutation, conversion, memory order."""

b = b"Hello, World"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], list(b[:3]), b == b"Hello, World", b"a" < b"b", b"ab" < b"abc")
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(4)), bytes(), bytes(x for x in (1, 2)))
print(repr(b"\x00\t\n\r\\'\"\x7f\xff"), b'it\'s', b"a\"b", b'both \' "')
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.find(b"o"), b.find(111), b.rfind(b"o"), b.count(b"l"), b.index(b"W"))
print(b.startswith(b"He"), b.endswith((b"x", b"d")), b.replace(b"l", b"L", 2), b.split(b","), b.split(), b.partition(b", "))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"a,b,,".split(b","), b"a b\nc".split(), b"a\nb\r\n".splitlines(), b"-".join([b"a", b"b"]))
print(b"7".zfill(3), b"x".ljust(3, b"."), b"x".rjust(3), b"x".center(5, b"*"), b"a\tb".expandtabs(4))
print(b"abc".isalpha(), b"12".isdigit(), b" ".isspace(), b"Ab".istitle(), b"ab1".isalnum(), b"AB".isupper(), b"\xe9".isalpha(), b"a".isascii())
print(b.hex(), b.hex(" "), b.hex("-", 2), bytes.fromhex("DE ad bE ef"), b"\xde\xad".hex().upper())
print(b.translate(None, b"lo"), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"pre-x".removeprefix(b"pre-"), b"x.py".removesuffix(b".py"))
print(b"caf\xc3\xa9".decode(), b"caf\xe9".decode("latin-1"), b"\xff\xfeA".decode("ascii", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"\xff".decode("utf-8", "backslashreplace"))
print(b"a" + b"b", b"ab" * 2, 2 * b"ab", b"a" in b"abc", 97 in b"abc", b"" in b"", b"x" not in b"abc", hash(b"ab") == hash(b"ab"))
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "big"))

a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103, 104])
a.insert(0, 64)
a += b"!"
print(a, a.pop(), a.pop(0), a, len(a))
a.remove(ord("c"))
a.reverse()
print(a, a.find(b"b"), a[0], a[1:3], bytes(a), a == b"hgfedba", a.copy() is a)
a[0] = 72
a[1:3] = b"XYZ"
del a[-2:]
print(a, a * 2, a + b"z", b"z" + a, a.upper(), type(a + b"z").__name__, type(b"z" + a).__name__)
a.clear()
print(a, bytearray(2), bytearray("é", "latin-1"), bool(a), bool(bytearray(1)))
attempts = [
    lambda: b"a" + "b", lambda: "b" + b"a", lambda: bytes([256]), lambda: bytes(["a"]), lambda: bytes("abc"), lambda: bytes(-1), lambda: b"abc"[3],
    lambda: b"a".find("a"), lambda: b"a".join(["b"]), lambda: b"abc".index(b"z"), lambda: b"a".replace("a", "b"), lambda: "a" in b"abc", lambda: 300 in b"abc",
    lambda: bytes.fromhex("abc"), lambda: bytes.fromhex("zz"), lambda: b"\x80".decode("ascii"), lambda: b"a\xe9b".decode(), lambda: b"\xc3".decode(),
    lambda: bytearray(b"a").append(256), lambda: bytearray(b"a").append("b"), lambda: bytearray().pop(), lambda: bytearray(b"a").remove(98), lambda: hash(bytearray()),
    lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(2, "middle"), lambda: b"a" < "a", lambda: b"a" == "a", lambda: bytes(1.5), lambda: b"a".center(3, b"xy"),
    lambda: b"abc".split(b""), lambda: b"a" * "b", lambda: bytes(2**100), lambda: b"%z" % 1, lambda: b"a".upper(1), lambda: bytes([1, -1]), lambda: int(b"42"), lambda: int(b"4x"), lambda: float(b"2.5"),
]
for number, attempt in enumerate(attempts):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)


def checksum(data, start=1):
    low, high = start & 0xFFFF, start >> 16
    for byte in data:
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def crc_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0xEDB88320 if n & 1 else 0)
        table.append(n)
    return table


def crc32(data, table=crc_table()):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


print(checksum(b"Wikipedia"), hex(crc32(b"123456789")), crc32(b""))
key = bytearray(b"Key")
state = list(range(256))
j = 0
for i in range(256):
    j = (j + state[i] + key[i % len(key)]) % 256
    state[i], state[j] = state[j], state[i]
i = j = 0
out = bytearray()
for byte in b"Plaintext":
    i = (i + 1) % 256
    j = (j + state[i]) % 256
    state[i], state[j] = state[j], state[i]
    out.append(byte ^ state[(state[i] + state[j]) % 256])
print(out.hex().upper())
