"""The Mandelbrot set and a Julia set: float loops with and without complex numbers."""
# small: 12

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 700


def by_floats(size, limit):
    rows = []
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        bits = 0
        for x in range(size):
            cr = 2.0 * x / size - 1.5
            zr = zi = tr = ti = 0.0
            count = 0
            while count < limit and tr + ti <= 4.0:
                zi = 2.0 * zr * zi + ci
                zr = tr - ti + cr
                tr = zr * zr
                ti = zi * zi
                count += 1
            bits = bits << 1 | (tr + ti <= 4.0)
        rows.append(bits)
    return rows


def by_complex(size, limit):
    total = 0
    for y in range(size):
        for x in range(size):
            z = complex(3.0 * x / size - 1.5, 2.0 * y / size - 1.0)
            c = -0.4 + 0.6j
            count = 0
            while count < limit and abs(z) <= 2.0:
                z = z * z + c
                count += 1
            total += count
    return total


rows = by_floats(N, 50)
print(sum(bin(row).count("1") for row in rows))
step = max(1, N // 12)
for row in rows[::step]:
    print("".join("#" if row >> (N - 1 - x) & 1 else "." for x in range(0, N, max(1, step // 2))))
print(by_complex(N // 2, 40))
