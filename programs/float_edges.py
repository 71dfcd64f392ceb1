"""Floats: repr, comparison, infinities and NaN, rounding, modulo, powers, methods, errors."""

for x in (0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345680.0, 1e21, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 100.0, 1e100, 3.0, -0.0, 123456.789, 9007199254740993.0, 0.30000000000000004, 2.5e-8, 1.1e-10, 4.35, 1e5, 999999999999999.9, 9999999999999998.0):
    print(repr(x), str(x) == repr(x), float(repr(x)) == x, f"{x:.3g}", "%.6f" % x if abs(x) < 1e20 else "%e" % x, x.is_integer())
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf + 1, inf - inf, inf * 0, inf / inf, 1 / inf, -1 / inf, inf > 10**400, -inf < -(10**400), inf == inf, nan == nan, nan != nan, nan < 1, nan > 1, inf // 1, 1 % inf, -1 % inf, 1 // inf, -1 // inf)
print(nan in [nan], [nan] == [nan], (nan,) == (nan,), nan is nan, {nan: 1}.get(nan), [nan].count(nan), [nan].index(nan), min(nan, 1), min(1, nan), max(nan, 1), sorted([3, 1, 2.5]), bool(nan), bool(0.0), bool(-0.0), not 1e-300)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2), divmod(7.5, -0.5), 5.0 % 3, -5.0 % 3, 0.0 % 5, -0.0 % 5, 0.0 % -5, 1e20 % 3, 6.0 // 0.1, 1.0 % 0.1, 2**0.5, 5 % 2.5, -1e-20 % 1)
print(2.0**10, 2.0**-1, (-2.0) ** 3, 4**0.5, 0.0**0, 1.0**nan, nan**0, inf**0, inf**-1, (-inf) ** 3, (-inf) ** 2, 0.5**inf, 2**inf, (-1) ** inf, 10.0**308, 2.0**-1080, (-0.0) ** 3, 1.5e300 * 1e10, -1e308 * 10)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1.005, 2), round(1234.5678, -2), round(1e16, 2), round(-2.5, 0), round(0.1 + 0.2, 10), round(5e15 + 0.5), round(1e300) == 10**300, round(123.456, 1), round(1.5, None), round(-0.4), round(1e22, -22), round(2.5, 1), round(0.15, 1), round(0.25, 1), round(0.35, 1), round(8.5), round(1e-10, 5), round(nan, 2), round(inf, 2))
print((2.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-0.0).as_integer_ratio(), (3.7).__trunc__(), int(-3.7), (3.0).is_integer(), (3.5).is_integer(), (1.5).real, (1.5).imag, (1.5).conjugate(), (2.0).__floor__(), (2.1).__ceil__(), (2.5).__round__(), (-2.5).__abs__())
print(hash(1.0) == hash(1), hash(0.5) == hash(0.5), hash(inf), hash(-inf), hash(2.0**70) == hash(2**70), hash(0.1), hash(-0.0), hash(1e300), hash(-1.5), {1: "int", 1.0: "float"}, {0.0, -0.0, 0}, 1.0 in {1}, hash(1.5), hash(-1.0))
print(1.5 == 1.5, 1.5 != 1, 0.1 + 0.2 == 0.3, 1e16 + 1 == 1e16, 1 < 1.5 < 2, 0.0 == -0.0, 1.0 is not None, 3 == 3.0 == (3 + 0j), 2**53 == 2**53 + 1.0, 9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0, 1e308 < 10**308 + 1)
print(sum([0.1] * 10), sum([0.1] * 10, 0.0) == 1.0, sum([1e16, 1.0, -1e16]), sum([1, 2.5, True]), max(1, 1.0), max(1.0, 1), 1 + 2.5, 2.5 - 1, 3 * 0.5, 5 / 2, 5.0 / 2, 1e3 + 1, True + 0.5, -2.5, +2.5, abs(-2.5), -(-0.0), 0.0 * -1)
attempts = [lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 0.0**-1, lambda: 10.0**400, lambda: 1e308**2, lambda: f"{(-1.5) ** 0.5:.9f}", lambda: int(nan), lambda: int(inf), lambda: round(nan), lambda: round(inf), lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: 1.5 & 1, lambda: 1.5 << 1, lambda: ~1.5, lambda: 1.5 + "a", lambda: "a" + 1.5, lambda: 1.5 < "a", lambda: 1.5 < 1j, lambda: [1][1.0], lambda: "a" * 1.0, lambda: range(1.0), lambda: round(1.5, 1.5), lambda: 1.5(), lambda: 1.5[0], lambda: len(1.5), lambda: 1e400, lambda: chr(65.0), lambda: bin(2.0), lambda: float("1e400") - 1, lambda: 2**1024 + 0.0, lambda: 2**1024 < 1.5, lambda: 2**1024 == 1.5, lambda: 1.5 ** (10**400), lambda: pow(1.5, 2, 3)]
for number, attempt in enumerate(attempts):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)


def newton(f, df, x, steps=50):
    for _ in range(steps):
        step = f(x) / df(x)
        x -= step
        if abs(step) < 1e-15:
            break
    return x


print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), newton(lambda x: x**3 - x - 2, lambda x: 3 * x * x - 1, 1.5))


def sine(x):
    term, total, n = x, x, 1
    while abs(term) > 1e-18:
        term *= -x * x / ((n + 1) * (n + 2))
        total += term
        n += 2
    return total


print([round(sine(k * 0.25), 12) for k in range(8)])
print(sum(1 / k / k for k in range(1, 2000)), sum(4 / (1 + ((i + 0.5) / 1000) ** 2) for i in range(1000)) / 1000)
mean = 0.0
deviation = 0.0
for n, x in enumerate([2, 4, 4, 4, 5, 5, 7, 9], 1):
    delta = x - mean
    mean += delta / n
    deviation += delta * (x - mean)
print(mean, (deviation / 8) ** 0.5)
machine = 1.0
while 1.0 + machine / 2 != 1.0:
    machine /= 2
print(machine, machine == 2.0**-52)
