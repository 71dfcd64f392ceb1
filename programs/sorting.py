"""Seven sorting algorithms checked against the builtin sort."""


def bubble(items):
    items = items[:]
    n = len(items)
    while True:
        swapped = False
        for i in range(1, n):
            if items[i - 1] > items[i]:
                items[i - 1], items[i] = items[i], items[i - 1]
                swapped = True
        if not swapped:
            return items
        n -= 1


def insertion(items):
    items = list(items)
    for i in range(1, len(items)):
        value = items[i]
        j = i
        while j > 0 and items[j - 1] > value:
            items[j] = items[j - 1]
            j -= 1
        items[j] = value
    return items


def selection(items):
    items = list(items)
    for i in range(len(items)):
        best = i
        for j in range(i + 1, len(items)):
            if items[j] < items[best]:
                best = j
        items[i], items[best] = items[best], items[i]
    return items


def merge(items):
    if len(items) <= 1:
        return list(items)
    middle = len(items) // 2
    left, right = merge(items[:middle]), merge(items[middle:])
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            result.append(right[j])
            j += 1
        else:
            result.append(left[i])
            i += 1
    result.extend(left[i:])
    result += right[j:]
    return result


def quick(items):
    if not items:
        return []
    pivot, *rest = items
    return (
        quick([x for x in rest if x < pivot])
        + [pivot]
        + quick([x for x in rest if x >= pivot])
    )


def heap(items):
    items = list(items)

    def sift(start, end):
        root = start
        while (child := 2 * root + 1) < end:
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for start in reversed(range(len(items) // 2)):
        sift(start, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end)
    return items


def shell(items):
    items = list(items)
    gap = len(items) // 2
    while gap:
        for i in range(gap, len(items)):
            value = items[i]
            j = i
            while j >= gap and items[j - gap] > value:
                items[j] = items[j - gap]
                j -= gap
            items[j] = value
        gap //= 2
    return items


def numbers(count, seed=42):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        result.append(seed % 1000)
    return result


algorithms = [bubble, insertion, selection, merge, quick, heap, shell]
samples = [
    [],
    [1],
    [2, 1],
    [3, 3, 3],
    list(range(20)),
    list(range(20, 0, -1)),
    numbers(60),
    list("the quick brown fox"),
    [1.5, -2, 0.0, 7, -3.25],
    [(1, "b"), (1, "a"), (0, "z")],
]
for algorithm in algorithms:
    good = [algorithm(sample) == sorted(sample) for sample in samples]
    print(f"{algorithm.__name__:10} {sum(good)}/{len(good)}")
print(quick(numbers(12)))
print("".join(merge("sphinx of black quartz")))
try:
    bubble([1, "one"])
except TypeError as error:
    print("TypeError:", error)
