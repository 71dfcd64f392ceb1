"""Complex numbers: arithmetic, powers, printing, comparison, conversions, and a small Mandelbrot set."""

a, b = 3 + 4j, 1 - 2j
print(a, b, a + b, a - b, a * b, a / b, -a, +a, abs(a), a.conjugate(), a.real, a.imag, a == 3 + 4j, a != b, bool(0j), bool(1j))
print(a + 1, 1 + a, a * 2.5, 2 / a, a - 1.5, a**2, a**0, 0j**0, 1j * 1j, (1 + 0j) == 1, hash(1 + 0j) == hash(1), hash(a) == hash(3 + 4j))
print(*(f"{z:.9f}" for z in (a**-1, 2**a, a**b, a**0.5, (-1) ** 0.5, 1j**2, 1j**1j, 2.5 ** (1 - 1j))))
print(complex(), complex(1), complex(1, 2), complex(1.5, -0.0), complex("1+2j"), complex(1j, 1j), complex(real=1, imag=3), complex(True, 2), complex(0.0, -0.0), -0j, complex(-0.0, 0.0), complex(float("inf"), float("nan")), 1e20 + 1e-20j)
print(repr(1j), repr(-1j), repr(1 + 1j), repr(1.0 - 0j), repr(0j), repr(-0.0 + 1j), str(1e16j), f"{a:.2f}", f"{a:>12}", f"{a:+g}", f"{a!r:*^10}", format(1j, "e"))
print([z for z in (1, 1j, -1, -1j) if z * z * z * z == 1], sum([1j, 2, 3.5]), sum([1j] * 4), 1j in [1j], {1j: "i"}[1j], [1j, 2].index(2 + 0j), a.__abs__(), a.__add__(1), (1j).__mul__(2))
for attempt in (lambda: a < b, lambda: a > 1, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a / 0, lambda: 0j**-1, lambda: int(a), lambda: float(a), lambda: complex("x"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex(None), lambda: round(a), lambda: a & 1, lambda: a + "s", lambda: max(a, b), lambda: sorted([a, b]), lambda: a[0], lambda: 10**400 + a, lambda: (1e200 + 1j) ** 2, lambda: pow(a, 2, 3), lambda: abs(1e308 + 1e308j), lambda: range(a), lambda: "%d" % a, lambda: "%f" % a, lambda: "%s" % a, lambda: a.real.imag):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)


def roots(a, b, c):
    d = (b * b - 4 * a * c) ** 0.5
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, -3, 2))
print(*(f"{z:.4f}" for z in roots(1, 2, 5)))


def fft(values):
    n = len(values)
    if n == 1:
        return values
    even, odd = fft(values[::2]), fft(values[1::2])
    half = [root(n, k) * odd[k] for k in range(n // 2)]
    return [e + h for e, h in zip(even, half)] + [e - h for e, h in zip(even, half)]


def root(n, k):
    z = {1: 1 + 0j, 2: -1 + 0j, 4: -1j, 8: 0.5**0.5 * (1 - 1j)}[n]
    result = 1 + 0j
    for _ in range(k):
        result *= z
    return result


print([f"{z:.3f}" for z in fft([1, 1, 1, 1, 0, 0, 0, 0])])
for y in range(-10, 11, 2):
    row = ""
    for x in range(-40, 21):
        z, c = 0j, complex(x / 20, y / 10)
        for n in range(30):
            z = z * z + c
            if z.real * z.real + z.imag * z.imag > 4:
                break
        row += " .:-=+*%@#"[n // 3 if n < 29 else 9]
    print(row.rstrip())
