"""Integer arithmetic: signs, big numbers, shifts, powers, bits, conversions, and every error."""

print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3, divmod(-7, 2), divmod(7, -2))
print(2**10, (-2) ** 3, 2**-1, 0**0, 1**-5, (-1) ** 1001, 10**20, -(10**20), 2**100, (-3) ** 41)
print(7 / 2, -7 / 2, 1 / 3, 10**20 / 3, 10**400 / 10**399, 3 - 5, -3 * -4, +5, -5, ~5, ~-1, --3, abs(-7), abs(10**30 * -1))
print(1 << 70, -1 << 3, (1 << 70) >> 68, -5 >> 1, -1 >> 100, 5 >> 64, 0 << 1000, 6 & 3, 6 | 3, 6 ^ 3, -6 & 0xFF, -6 | 3, -6 ^ 3, ~(1 << 40))
a, b = 123456789012345678901234567890, -987654321098765432109876543210
print(a + b, a - b, a * b, b // a, b % a, divmod(b, a), a // b, a % b, -a % 97, a & 0xFFFFFFFF, b & 0xFFFFFFFF, a ^ b, a | b, ~a)
print(a == a + 0, a < -b, a > b, a != b, hash(a) == hash(a + 0), min(a, b), max(a, 5), sorted([a, 3, b, -1]), a * 0, a - a, (a - a) is not None)
print(2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**62, 2**62 - 1, (2**62) * 2, (2**31) * (2**31), (2**32) ** 2, 2**64 - 2**64 + 1, 4611686018427387904 - 1, -4611686018427387904 - 1)
print((2**63 - 1) + 1, -(2**63) - 1, (2**63 - 1) * (2**63 - 1), (2**64) // (2**32), -(2**63) // -1, abs(-(2**63)), (2**62 + 2**62), 3037000500 * 3037000500)
print(pow(3, 200, 13), pow(3, -1, 7), pow(-3, 5, 7), pow(2, 0, 1), pow(10, 5, -7), pow(2, 1000, 10**9 + 7), pow(7, 0), pow(a, 3, 1000), pow(0, 0, 5))
print((0).bit_length(), (255).bit_length(), (-256).bit_length(), (2**100).bit_length(), (255).bit_count(), (-7).bit_count(), (2**100 - 1).bit_count())
print(int(3.99), int(-3.99), int(1e20), int("0x1f", 16), int(True), int(), float(2**53 + 1), float(a), int(float(a)) == a, round(a, -10), round(12345, -2), round(15, -1), round(25, -1), round(-15, -1))
print((5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (5).as_integer_ratio(), (10).__add__(5), int.__add__(1, 2), (5).__radd__(3), (5).__add__("x"), (7).__divmod__(2), (7).__pow__(2, 5))
print(True + True, True * 5, -True, ~True, True & False, True | 2, True ^ True, False == 0, True / 2, True // 1, True << 3, sum([True, True]), "ab"[True], isinstance(True, int), bool(-1), int(False))
print(1 == 1.0, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, -(10**400) < 1e308, 10**22 == 1e22, 10**23 == 1e23, 3 < 3.5, 2**70 < float("inf"), 1 < float("nan"), 0 == -0.0)
attempts = [
    lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0**-1, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: 1 << -1, lambda: 1 >> -1,
    lambda: 10**400 / 1, lambda: float(10**400), lambda: 10**400 * 1.0, lambda: 10**400 + 0.5, lambda: 1 << (1 << 70), lambda: 1 << 2**66, lambda: 0 >> 2**70, lambda: 5 >> 2**70, lambda: -5 >> 2**70, lambda: 0 << 2**70,
    lambda: int("12a"), lambda: int(""), lambda: int(None), lambda: int([]), lambda: int("5", 1), lambda: int("9", 8), lambda: int(5, 10), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int("1" * 5 + "_"),
    lambda: 1 + "a", lambda: 1 - None, lambda: 5 & 1.5, lambda: 1 | "x", lambda: ~1.5, lambda: -"a", lambda: 1 < "a", lambda: 1 < None, lambda: 2j < 1, lambda: 5 @ 5, lambda: 1[0], lambda: 10**400 // 1.0, lambda: pow(2.0, 3, 5), lambda: pow(2, 3.0, 5), lambda: pow("a", 2), lambda: round(5, "x"), lambda: (5).to_bytes(0, "big"), lambda: range(10**30)[10**29], lambda: len(range(10**30)), lambda: [0] * 10**30, lambda: "a" * 2**64, lambda: abs("x"), lambda: sum(["a"]), lambda: sum([1], "a"), lambda: bin(1.5), lambda: chr(2**40), lambda: hash(2**61 - 1), lambda: hash(2**61), lambda: hash(-1), lambda: hash(-(2**61)), lambda: hash(2**200),
]
for number, attempt in enumerate(attempts):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)


def factorial(n):
    result = 1
    for k in range(2, n + 1):
        result *= k
    return result


print(factorial(25), factorial(60))
print(len(str(factorial(500))), sum(map(int, str(factorial(300)))), str(factorial(200))[:20], str(2**3000)[-30:])
x = factorial(80)
for k in range(80, 75, -1):
    x //= k
print(x == factorial(75), x % 10**12, -x % 10**9, x >> 200, x & (1 << 130) - 1, (x << 7) // 128 == x, (-x) >> 190, hex(x)[:20], oct(x)[-15:], bin(x).count("1"))


def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


print(isqrt(2 * 10**60), isqrt(10**40), isqrt(99), [isqrt(n) for n in range(1, 17)])
big = int("".join(str(i % 10) for i in range(1, 201)))
print(big, str(big) == "".join(str(i % 10) for i in range(1, 201)), big * big % 10**30, big // 7**50, big % 7**50, divmod(big, -(10**100)))
total = 0
for i in range(200):
    total = total * 3 + i if i % 2 else total - i**i % 1000003
print(total)
