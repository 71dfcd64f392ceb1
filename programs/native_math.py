"""The module math: every function over many values, what it gives and what it raises."""
import math

inf, nan = math.inf, math.nan
REALS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.7, -3.7, 1e-320, 5e-324, 1e-17, 0.1, 0.9999999,
         22.0, 23.0, 24.5, 100.25, -100.5, 170.6, 171.7, -170.5, 200.5, -250.5, 709.7, 710.5, -745.2,
         1e10, -1e15, 1e16, 2.0 ** 53, 1e300, -1.7976931348623157e308, inf, -inf, nan]
OTHERS = [0, 1, -1, 7, True, 10 ** 20, 10 ** 400, -10 ** 400, "1", None, 1j, [], b"2"]
# Results of these are exact; of the others only so many digits are the same everywhere.
EXACT = {"ceil", "floor", "trunc", "fabs", "sqrt", "modf", "frexp", "isfinite", "isinf", "isnan", "ulp",
         "isqrt", "factorial"}


def show(value, exact=True):
    if isinstance(value, tuple):
        return "(" + ", ".join(show(item, exact) for item in value) + ")"
    if isinstance(value, float) and not exact:
        return "%.11g" % value
    text = repr(value)
    return text if len(text) < 60 else f"{text[:20]}...{text[-20:]} ({len(text)})"


def attempt(function, *args, exact=True, **keywords):
    try:
        return show(function(*args, **keywords), exact)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 6


class Rounded:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


class Wrong:
    def __float__(self):
        return "no"


NAMES = """acos acosh asin asinh atan atanh cos cosh degrees erf erfc exp expm1 fabs gamma lgamma log log10
log1p log2 radians sin sinh sqrt tan tanh isfinite isinf isnan ulp modf frexp floor ceil trunc isqrt""".split()
for name in NAMES:
    function = getattr(math, name)
    exact = name in EXACT
    for value in REALS + OTHERS + [Float(), Index(), Rounded(), Wrong()]:
        shown = show(value) if not hasattr(value, "__dict__") else type(value).__name__
        print(f"{name}({shown}) = {attempt(function, value, exact=exact)}")

PAIRS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, -3.0, 7.25, 1e-300, 1e300, inf, -inf, nan]
for name in "atan2 copysign fmod pow remainder nextafter hypot".split():
    function = getattr(math, name)
    exact = name not in ("atan2", "pow")
    for a in PAIRS:
        print(name, a, *(attempt(function, a, b, exact=exact) for b in PAIRS), sep="; ")
    print(name, attempt(function), attempt(function, 1), attempt(function, 1, 2, 3), attempt(function, "a", 1), sep="; ")

for x in (0.0, 1.0, -1.5, 5e-324, 1e308, inf, nan):
    print("ldexp", x, *(attempt(math.ldexp, x, i) for i in (0, 1, -1, 10, -1074, 1024, -2000, 2000, 10 ** 30, -10 ** 30, 1.0)), sep="; ")

BIG = 3 ** 200
for args in [(), (0,), (0, 0), (12, 18), (-12, 18), (12, 18, 27), (BIG, 3 ** 150 * 2), (True, 4), (Index(), 9), (1.5, 3), ("a",)]:
    print("gcd", attempt(math.gcd, *args), "lcm", attempt(math.lcm, *args))
for n in [0, 1, 2, 3, 4, 15, 16, 17, 10 ** 30, 10 ** 30 - 1, 2 ** 64, 2 ** 64 - 1, 2 ** 200 + 12345]:
    root = math.isqrt(n)
    assert root * root <= n < (root + 1) * (root + 1)
    print("isqrt", n, root)
for n in [0, 1, 2, 5, 10, 20, 21, 25, 60, 100, 500, -1, -10 ** 30, 10 ** 30, "5"]:
    print("factorial", attempt(math.factorial, n))
for n, k in [(0, 0), (5, 0), (5, 2), (5, 5), (5, 6), (52, 5), (100, 50), (1000, 3), (1000, 997), (-1, 2), (2, -1),
             (10 ** 30, 2), (10 ** 30, 10 ** 30), (10 ** 30, 10 ** 29), (1.0, 2), (5, "2"), (Index(), 2)]:
    print("comb", attempt(math.comb, n, k), "perm", attempt(math.perm, n, k))
print(attempt(math.perm, 5), attempt(math.perm, 5, None), attempt(math.perm), attempt(math.comb, 5), attempt(math.perm, -3))

SUMS = [[], [1], [0.1] * 10, [1e100, 1.0, -1e100], [1e308, 1e308, -1e308], [inf, 1.0], [inf, -inf], [nan, inf], [1, 2, 0.5],
        [2 ** 53, 1.0, 2.0 ** -60], [1e16, 1.0, 1e-16], [True, 1.5], ["a"], [1e-323, 2e-323], [-0.0, -0.0],
        [(-1) ** i / (2 * i + 1) for i in range(400)], [10 ** 400]]
for values in SUMS:
    print("fsum", attempt(math.fsum, values))
print(attempt(math.fsum, 3), attempt(math.fsum, (x * 0.1 for x in range(1000))))

for values in [[], [2, 3, 7], [1.5, 2], [2, 0.5, 3], [10 ** 20, 10 ** 20], [1e200, 1e200], ["a", 3], [[1], 2], [True, False], ["a", "b"]]:
    print("prod", attempt(math.prod, values), attempt(math.prod, values, start=2), attempt(math.prod, values, start=0.5))
print(attempt(math.prod), attempt(math.prod, 3), attempt(math.prod, [1], 2), attempt(math.prod, [1], begin=3))

VECTORS = [(), (3,), (-3.0,), (3, 4), (1, 1, 1), (1e200, 1e200), (1e-200, 1e-200), (5e-324, 5e-324, 1e-323), (inf, nan), (nan, 1),
           (0.1, 0.2, 0.3, 0.4), tuple(range(1, 50)), (10 ** 400, 1), ("a", 1), (Float(), Index()), (1e308, 1e308)]
for vector in VECTORS:
    print("hypot", attempt(math.hypot, *vector))
for p, q in [((0, 0), (3, 4)), ([1.5], [2.5]), ((1, 2), (1,)), ((), ()), ((1, 2, 3), (4.5, -6, 1e10)), (iter([1, 2]), iter([3, 4])),
             ((nan, inf), (1, 1)), (3, 4), ((1, "a"), (2, 3))]:
    print("dist", attempt(math.dist, p, q))

for a, b in [(1.0, 1.0), (1.0, 1.0 + 1e-10), (1.0, 1.001), (0.0, 1e-12), (inf, inf), (inf, -inf), (inf, 1e308), (nan, nan), (10 ** 20, 10 ** 20 + 1)]:
    print("isclose", attempt(math.isclose, a, b), attempt(math.isclose, a, b, rel_tol=0.01), attempt(math.isclose, a, b, abs_tol=1e-9),
          attempt(math.isclose, a, b, rel_tol=-1), attempt(math.isclose, a, b, abs_tol=-0.5))
print(attempt(math.isclose, 1), attempt(math.isclose, 1, 2, 3), attempt(math.isclose, 1, 2, tol=3), attempt(math.isclose, b=1, a=1))

for x, base in [(8, 2), (100, 10), (10 ** 400, 10), (2.0, 1), (0, 2), (2, 0), (-1, 3), (1, 0.5), ("a", 2), (2, "a")]:
    print("log", attempt(math.log, x, base, exact=False))
print(attempt(math.log), attempt(math.log, 1, 2, 3), attempt(math.log, x=1))
print(attempt(math.sin), attempt(math.sin, 1, 2), attempt(math.sin, x=1))
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sin, math.floor.__name__, math.floor.__module__, math.__name__)

# The module's functions stand in the order of CPython's table.
print(*[name for name in vars(math) if not name.startswith("__")])
