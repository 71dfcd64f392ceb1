"""Comparisons of ints, floats and strings that a jump follows."""
# small: 1000
# versions: 311

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000


def compare(n, x, word):
    count = 0
    for i in range(n):
        if i > 1000:
            count += 1
        if x < 2.5:
            count += 1
        if word == "green":
            count += 1
    return count


print(compare(N, 1.5, "gre" + str("en")))
