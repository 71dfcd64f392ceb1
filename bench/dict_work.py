"""Dict work: counting, grouping, integer and tuple keys, deletion, merging, membership."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 58


def numbers(count, seed):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(seed >> 8)
    return result


def count(items):
    counts = {}
    for item in items:
        if item in counts:
            counts[item] += 1
        else:
            counts[item] = 1
    return counts


def group(words):
    groups = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return groups


def grid(size):
    cells = {}
    for y in range(size):
        for x in range(size):
            cells[x, y] = x * y
    total = 0
    for x, y in cells:
        total += cells.get((x + 1, y), 0) - cells.get((x, y + 1), 1)
    return total


def churn(values):
    table = {}
    for i, value in enumerate(values):
        table[value % 4096] = i
        if i % 3 == 0:
            table.pop(values[i // 2] % 4096, None)
    return len(table), sum(table.values())


check = 0
for turn in range(N):
    values = numbers(20_000, turn)
    counts = count([value % 997 for value in values])
    words = ["w%d" % (value % 2003) for value in values]
    word_counts = count(words)
    groups = group([word[1:] for word in words])
    size, total = churn(values)
    merged = {**counts, **word_counts}
    best = 0
    for key, value in merged.items():
        if value > best:
            best = value
    for word in words:
        if word + "x" in word_counts:
            best += 1
    check = (check * 31 + len(merged) + best + sum(map(len, groups.values())) + size + total + grid(60)) % 1_000_003
print("check", check)
