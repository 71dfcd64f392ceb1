"""Digits of pi by a spigot: arithmetic on ever longer integers."""
# small: 50

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000


def digits():
    """Gosper's series, as a stream of linear fractional transformations."""
    numerator, accumulator, denominator = 1, 0, 1
    k = 1
    while True:
        # take terms until the next digit is certain
        while True:
            odd = 2 * k + 1
            accumulator = (accumulator + 2 * numerator) * odd
            denominator *= odd
            numerator *= k
            k += 1
            if numerator <= accumulator:
                digit = (numerator * 3 + accumulator) // denominator
                if digit == (numerator * 4 + accumulator) // denominator:
                    break
        yield digit
        accumulator = (accumulator - denominator * digit) * 10
        numerator *= 10


stream = digits()
line = ""
check = 0
for count in range(1, N + 1):
    digit = next(stream)
    line += str(digit)
    check = (check * 31 + digit) % 1_000_003
    if count % 10 == 0:
        if count <= 100 or count == N:
            print(line, count)
        line = ""
print(check)
