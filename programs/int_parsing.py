"""Numbers read from and written to text: bases, underscores, spaces, prefixes, floats, errors."""

for text in ("42", "-42", "+42", "  42\n", "4_2", "0", "-0", "007", "1__0", "_1", "1_", "0x1F", "0b101", "0o17", "", " ", "4 2", "½", "٤٢", "1e5", "1.0", "--1", "+-1", "१२३", "9" * 30, "0_0", "\t7", "7\x00"):
    row = [repr(text)]
    for base in (10, 0, 16, 2, 36):
        try:
            row.append(str(int(text, base)))
        except ValueError as error:
            row.append(str(error) if base == 10 else "-")
    print(" ".join(row))
print(int("0xff", 16), int("ff", 16), int("0XfF", 0), int("zz", 36), int("-0b11", 0), int("0o_7", 0), int("z", 36), int(b"12"), int(bytearray(b"-3")), int("11", base=3), int(" -0x_1f ", 0))
for attempt in (lambda: int("010", 0), lambda: int("12", 2), lambda: int("1", 37), lambda: int("1", -1), lambda: int("1", "2"), lambda: int(base=10), lambda: int("x" * 250), lambda: int(12.5, 10), lambda: int("1\n2"), lambda: int("'"), lambda: int(b"\xff"), lambda: int("é")):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(0xFF, 0b1010, 0o777, 1_000_000, 0x_dead_beef, 1e3, 1_0.5_0, .5, 5., 1e-3, 0e0, 1E+2, 3j, 1.5J, 00, 0_0)
for n in (0, 5, -5, 255, -255, 2**70):
    print(bin(n), oct(n), hex(n), str(n), repr(n), f"{n:b}", f"{n:o}", f"{n:x}", "%d" % n)

for text in ("1.5", "-1.5", "+.5", "5.", "1e10", "1E-5", "1_0.0_1", " 2.5 ", "inf", "-Infinity", "nan", "NaN", "+inf", "iNf", "1e400", "-1e400", "1e-400", "0x1p3", "1.5.2", "", ".", "e5", "1e", "1e+", "infinit", "1__0", "_1.0", "1._0", "1,5", "٣.٥", "--1", "1 2", "123456789012345678901234567890", "0.1e-1", "4.9e-324", "2.4e-324", "1.7976931348623157e308", "1.7976931348623159e308", "9007199254740993", "0.1000000000000000055511151231257827"):
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(repr(text), "->", error)
print(float(), float(5), float(True), float("  1\n"), float(b"2.5"), float.fromhex("0x1.8p1"), (2.5).hex(), (0.1).hex(), (-0.0).hex(), float("inf").hex(), float.fromhex("-0x.8p-2"))
for attempt in (lambda: float(None), lambda: float([]), lambda: float("a\nb"), lambda: float(1j), lambda: float("1" + "0" * 400), lambda: float.fromhex("xyz"), lambda: float(b"\xff"), lambda: float("1", "2")):
    try:
        print(attempt())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
for text in ("1", "1j", "1+2j", "-1.5e3-2.5j", "(1+2j)", " 3j ", "j", "-j", "1+j", "nanj", "inf-infj", "1 + 2j", "", "1+2", "1+2i", "1_0+2_0j", "(1", "+-1j"):
    try:
        print(repr(text), complex(text))
    except ValueError as error:
        print(repr(text), "->", error)


def atoi(text, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    value = 0
    for char in text.lower():
        digit = digits.find(char)
        if not 0 <= digit < base:
            raise ValueError(char)
        value = value * base + digit
    return value


def itoa(n, base):
    if n == 0:
        return "0"
    out = ""
    while n:
        n, digit = divmod(n, base)
        out = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + out
    return out


numbers = [0, 1, 35, 36, 1295, 2**32, 2**64 - 1, 10**30]
print(all(atoi(itoa(n, base), base) == n == int(itoa(n, base), base) for n in numbers for base in range(2, 37)))
print([itoa(2**64 - 1, base) for base in (2, 7, 13, 36)], itoa(3**50, 3))
