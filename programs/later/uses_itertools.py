"""itertools: chains, slices, groups, products, infinite iterators, recipes."""

from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
                       filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)

print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "cd"])), list(islice(count(10, 3), 4)), list(islice("abcdefg", 1, 6, 2)), list(islice(cycle("xy"), 5)), list(repeat(7, 3)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(compress("abcd", [1, 0, 1, 0])), list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(takewhile(str.isalpha, "ab1c")), list(filterfalse(None, [0, 1, ""])))
print([(k, list(g)) for k, g in groupby("aaabbc")], [(k, sum(1 for _ in g)) for k, g in groupby([1, 3, 2, 4, 5], lambda n: n % 2)])
print(list(product("ab", [1, 2])), len(list(product(range(3), repeat=3))), list(permutations([1, 2, 3], 2)), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), list(pairwise("abcd")))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1], fillvalue="-")), [list(t) for t in tee(iter("abc"), 2)], next(count(0.5, 0.25)), list(islice(count(-1), 3)))


def chunks(items, n):
    items = iter(items)
    while batch := list(islice(items, n)):
        yield batch


def primes():
    yield 2
    found = [2]
    for n in count(3, 2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


def look_and_say(text):
    return "".join(f"{len(list(group))}{digit}" for digit, group in groupby(text))


print(list(chunks(range(7), 3)), list(islice(primes(), 15)))
term = "1"
for _ in range(8):
    print(term, end=" ")
    term = look_and_say(term)
print()
a, b = tee(primes())
next(b)
print([q - p for p, q in islice(zip(a, b), 12)])
for bad in (lambda: islice("a", -1), lambda: list(product([1], repeat=-1)), lambda: permutations(5), lambda: combinations("ab", -1), lambda: count("x"), lambda: list(chain(5)), lambda: repeat(), lambda: next(iter(chain()))):
    try:
        print(bad())
    except (ValueError, TypeError, StopIteration) as error:
        print(type(error).__name__, error)
print(count(3), repeat("a", 2), repeat(1), count(1, 2))
