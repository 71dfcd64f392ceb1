"""math: constants, roots, logarithms, integer functions, floats taken apart, domain errors."""

import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(10**30), math.fabs(-3), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4), math.modf(-2.75), math.frexp(10.0), math.ldexp(0.625, 4), math.copysign(1, -0.0))
print(math.sqrt(2), math.isqrt(10**20 + 1), math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.pow(2, 0.5))
print(math.factorial(20), math.factorial(50), math.gcd(84, 36, 24), math.lcm(4, 6, 10), math.comb(52, 5), math.perm(10, 3), math.prod([1, 2, 3, 4]), math.prod([], start=5))
print(round(math.log(10), 12), math.log2(1024), math.log10(1000), math.log(8, 2), math.log1p(0), math.exp(0), math.expm1(0), round(math.log(10**500), 9))
print([round(math.sin(k * math.pi / 6), 12) + 0.0 for k in range(7)], [round(math.cos(k * math.pi / 3), 12) for k in range(4)], round(math.tan(math.pi / 4), 12), math.degrees(math.pi), math.radians(180), round(math.atan2(1, -1), 12), round(math.acos(-1), 12), round(math.sinh(1), 12), round(math.gamma(6), 9), round(math.erf(0.5), 12))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.fsum([0.1] * 10), sum([0.1] * 10), math.nextafter(1.0, 2.0), math.ulp(1.0))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.sqrt("x"), lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.comb(3, -1), lambda: math.dist((1,), (1, 2)), lambda: math.sqrt(), lambda: math.nothing):
    try:
        print(bad())
    except (ValueError, OverflowError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def primes(n):
    return [p for p in range(2, n) if all(p % d for d in range(2, math.isqrt(p) + 1))]


print(primes(60), math.prod(primes(30)))
points = [(math.cos(2 * math.pi * k / 5), math.sin(2 * math.pi * k / 5)) for k in range(5)]
print(round(sum(math.dist(a, b) for a, b in zip(points, points[1:] + points[:1])), 10))
