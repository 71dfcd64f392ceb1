"""Exact arithmetic: a Fraction class, continued fractions, polynomials, digits of e and pi."""


def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    @classmethod
    def parse(cls, text):
        n, slash, d = text.partition("/")
        if not slash and "." in n:
            whole, _, part = n.partition(".")
            return cls(int(whole + part), 10 ** len(part))
        return cls(int(n), int(d or 1))

    @staticmethod
    def of(value):
        if isinstance(value, Fraction):
            return value
        if isinstance(value, int):
            return Fraction(value)
        if isinstance(value, float):
            return Fraction(*value.as_integer_ratio())
        return NotImplemented

    def __repr__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else f"{self.n}"

    def operator(function):
        def forward(self, other):
            other = Fraction.of(other)
            return other if other is NotImplemented else function(self, other)

        def backward(self, other):
            other = Fraction.of(other)
            return other if other is NotImplemented else function(other, self)

        return forward, backward

    __add__, __radd__ = operator(lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = operator(lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = operator(lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = operator(lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    __eq__, _ = operator(lambda a, b: a.n == b.n and a.d == b.d)
    __lt__, __gt__ = operator(lambda a, b: a.n * b.d < b.n * a.d)
    __le__, __ge__ = operator(lambda a, b: a.n * b.d <= b.n * a.d)
    del operator

    def __pow__(self, k):
        return Fraction(self.n**k, self.d**k) if k >= 0 else Fraction(self.d**-k, self.n**-k)

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __hash__(self):
        return hash((self.n, self.d)) if self.d != 1 else hash(self.n)

    def __float__(self):
        return self.n / self.d

    def __floor__(self):
        return self.n // self.d

    def __bool__(self):
        return self.n != 0


F = Fraction
a, b = F(1, 2), F(-3, 4)
print(a + b, a - b, a * b, a / b, a**3, b**-2, -a, 1 + a, 2 - a, 3 * b, 1 / b, a + 0.25, float(b), a == 0.5, F(4, 2) == 2, hash(F(6, 3)) == hash(2))
print(a < 1, a > b, b <= -1, 1 >= a, sorted([F(1, 2), F(1, 3), F(3, 4)]), max(F(1, 9), F(1, 8)), sum([F(1, n) for n in range(1, 11)], F(0)), F.parse("3.125"), F.parse("-6/8"), bool(F(0, 5)))
for bad in (lambda: F(1, 0), lambda: a / 0, lambda: a + "x", lambda: a < None, lambda: F.parse("x/y"), lambda: setattr(a, "q", 1)):
    try:
        print(bad())
    except (ZeroDivisionError, TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


def continued(x, limit=12):
    for _ in range(limit):
        whole = x.__floor__()
        yield whole
        x -= whole
        if not x:
            return
        x = 1 / x


def convergents(terms):
    h, k, h2, k2 = 1, 0, 0, 1
    for t in terms:
        h, h2 = t * h + h2, h
        k, k2 = t * k + k2, k
        yield F(h, k)


print(list(continued(F(649, 200))), list(continued(F.parse("3.14159265"))), list(convergents([3, 7, 15, 1])), list(convergents([1] * 8)))


class Polynomial:
    def __init__(self, *coefficients):
        while coefficients and coefficients[-1] == 0:
            coefficients = coefficients[:-1]
        self.c = coefficients

    def __call__(self, x):
        result = 0
        for c in reversed(self.c):
            result = result * x + c
        return result

    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        return Polynomial(*(sum(p.c[i] for p in (self, other) if i < len(p.c)) for i in range(n)))

    def __mul__(self, other):
        out = [0] * (len(self.c) + len(other.c))
        for i, x in enumerate(self.c):
            for j, y in enumerate(other.c):
                out[i + j] += x * y
        return Polynomial(*out)

    def derivative(self):
        return Polynomial(*[i * c for i, c in enumerate(self.c)][1:])

    def __str__(self):
        parts = []
        for i, c in reversed(list(enumerate(self.c))):
            if c:
                body = "" if c == 1 and i else str(c)
                parts.append(body + ("x" if i else "") + (f"^{i}" if i > 1 else ""))
        return " + ".join(parts).replace("+ -", "- ") or "0"


p, q = Polynomial(-1, 0, 2), Polynomial(3, 1)
print(p, "|", q, "|", p + q, "|", p * q, "|", p.derivative(), "|", p(F(1, 2)), q(10), "|", Polynomial(), "|", (q * q * q))
bernoulli = []
for m in range(13):
    work = [F(0)] * (m + 1)
    for k in range(m + 1):
        work[k] = F(1, k + 1)
        for j in range(k, 0, -1):
            work[j - 1] = j * (work[j - 1] - work[j])
    bernoulli.append(work[0])
print(bernoulli)


def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


digits = pi_digits()
print("".join(str(next(digits)) for _ in range(60)))
e, factorial = F(1), 1
for n in range(1, 35):
    factorial *= n
    e += F(1, factorial)
print(str(e.n * 10**40 // e.d))
