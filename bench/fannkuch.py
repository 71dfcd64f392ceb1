"""Fannkuch: over all permutations, how often must the first element's count of cards be flipped."""
# small: 6

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 10


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    most = checksum = number = 0
    while True:
        first = permutation[0]
        if first:
            cards = permutation[:]
            flips = 0
            while first:
                cards[: first + 1] = cards[first::-1]
                first = cards[0]
                flips += 1
            if flips > most:
                most = flips
            checksum += -flips if number & 1 else flips
        number += 1
        # the next permutation: rotate ever longer beginnings until one has turns left
        place = 1
        while True:
            permutation.insert(place, permutation.pop(0))
            count[place] += 1
            if count[place] <= place:
                break
            count[place] = 0
            place += 1
            if place == n:
                return checksum, most


checksum, most = fannkuch(N)
print(checksum)
print(f"Pfannkuchen({N}) = {most}")
