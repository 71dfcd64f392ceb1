"""Dynamic programming: knapsack, coins, edit distance, common subsequence, partitions."""


def knapsack(items, capacity):
    best = [[0] * (capacity + 1) for _ in range(len(items) + 1)]
    for i, (_, weight, value) in enumerate(items, 1):
        for w in range(capacity + 1):
            best[i][w] = best[i - 1][w]
            if weight <= w and (v := best[i - 1][w - weight] + value) > best[i][w]:
                best[i][w] = v
    chosen, w = [], capacity
    for i in range(len(items), 0, -1):
        if best[i][w] != best[i - 1][w]:
            name, weight, _ = items[i - 1]
            chosen.append(name)
            w -= weight
    return best[-1][-1], chosen[::-1]


ITEMS = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160),
         ("glucose", 15, 60), ("tin", 68, 45), ("banana", 27, 60), ("apple", 39, 40), ("tent", 120, 170)]
print(knapsack(ITEMS, 200))


def coins(total, kinds):
    ways = [1] + [0] * total
    fewest = [0] + [None] * total
    for kind in kinds:
        for amount in range(kind, total + 1):
            ways[amount] += ways[amount - kind]
            if fewest[amount - kind] is not None:
                n = fewest[amount - kind] + 1
                if fewest[amount] is None or n < fewest[amount]:
                    fewest[amount] = n
    return ways[total], fewest[total]


print(coins(100, (1, 5, 10, 25, 50)), coins(11, (5, 3)), coins(7, (5, 3)))


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, start=1):
            diagonal, row[j] = row[j], min(diagonal + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]


for a, b in (("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("same", "same")):
    print(a, b, edit_distance(a, b))


def common(a, b):
    table = {}
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            if a[i] == b[j]:
                table[i, j] = a[i] + table.get((i + 1, j + 1), "")
            else:
                table[i, j] = max(table.get((i + 1, j), ""), table.get((i, j + 1), ""), key=len)
    return table.get((0, 0), "")


print(common("AGGTABTTXA", "GXTXAYBTA"), repr(common("abc", "xyz")))


def partitions(n, memo={}):
    if n < 0:
        return 0
    if n == 0:
        return 1
    if n not in memo:
        total, k = 0, 1
        while (g := k * (3 * k - 1) // 2) <= n:
            sign = -1 if k % 2 == 0 else 1
            total += sign * (partitions(n - g) + partitions(n - g - k))
            k += 1
        memo[n] = total
    return memo[n]


print([partitions(n) for n in range(15)], partitions(200))


def longest_increasing(items):
    tails, piles = [], []
    for item in items:
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if tails[middle] < item:
                low = middle + 1
            else:
                high = middle
        tails[low:low + 1] = [item]
        piles.append(low)
    want, result = len(tails) - 1, []
    for item, pile in zip(reversed(items), reversed(piles)):
        if pile == want:
            result.append(item)
            want -= 1
    return result[::-1]


print(longest_increasing([10, 9, 2, 5, 3, 7, 101, 18, 4, 20]))


def best_sum(items):
    best = current = (items[0], 0, 1)
    for i, item in enumerate(items[1:], 1):
        current = max((current[0] + item, current[1], i + 1), (item, i, i + 1), key=lambda c: c[0])
        best = max(best, current, key=lambda c: c[0])
    total, start, end = best
    return total, items[start:end]


print(best_sum([-2, 1, -3, 4, -1, 2, 1, -5, 4]), best_sum([-3, -1, -2]))
triangle = [[1]]
while len(triangle) < 10:
    row = triangle[-1]
    triangle.append([1] + [a + b for a, b in zip(row, row[1:])] + [1])
for row in triangle[:6]:
    print(" ".join(map(str, row)).center(24).rstrip())
print(triangle[9] == triangle[9][::-1], sum(triangle[9]))
paths = [[1] * 8 for _ in range(8)]
for i in range(1, 8):
    for j in range(1, 8):
        paths[i][j] = paths[i - 1][j] + paths[i][j - 1]
print(paths[7][7])
chain = [40, 20, 30, 10, 30]
cost = {(i, i): 0 for i in range(4)}
for length in range(1, 4):
    for i in range(4 - length):
        j = i + length
        cost[i, j] = min(cost[i, k] + cost[k + 1, j] + chain[i] * chain[k + 1] * chain[j + 1] for k in range(i, j))
print(cost[0, 3], len(cost))
