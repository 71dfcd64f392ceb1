"""Float loops: numeric integration, Newton's roots, the logistic map, a damped spring, pi."""
# small: 2000

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 2_500_000


def integrate(n):
    step = 1.0 / n
    total = 0.0
    for i in range(n):
        x = (i + 0.5) * step
        total += 4.0 / (1.0 + x * x)
    return total * step


def roots(n):
    total = 0.0
    for i in range(1, n):
        value = i * 0.75
        x = value
        for _ in range(6):
            x = (x + value / x) * 0.5
        total += x
    return total


def logistic(n):
    x = 0.25
    total = 0.0
    for _ in range(n):
        x = 3.7 * x * (1.0 - x)
        total += x
    return total


def spring(n):
    position, speed = 1.0, 0.0
    step = 0.001
    for _ in range(n):
        force = -4.0 * position - 0.1 * speed
        speed += force * step
        position += speed * step
    return position, speed


def leibniz(n):
    total = 0.0
    sign = 1.0
    for k in range(n):
        total += sign / (2 * k + 1)
        sign = -sign
    return 4.0 * total


print("integrate %.9f" % integrate(N * 2))
print("roots %.6f" % roots(N // 4))
print("logistic %.6f" % logistic(N * 2))
print("spring %.9f %.9f" % spring(N * 2))
print("leibniz %.9f" % leibniz(N * 2))
