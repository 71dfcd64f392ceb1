"""Sorting: quick, merge, heap and insertion sort in Python, and the builtin with and without keys."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 50


def numbers(count, seed):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(seed >> 8)
    return result


def quick(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quick(items, low, j)
            low = i
        else:
            quick(items, i, high)
            high = j


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left = merge_sort(items[:middle])
    right = merge_sort(items[middle:])
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
    result.extend(right[j:])
    return result


def heap_sort(items):
    def sift(root, end):
        value = items[root]
        while (child := 2 * root + 1) < end:
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if value >= items[child]:
                break
            items[root] = items[child]
            root = child
        items[root] = value

    for start in range(len(items) // 2 - 1, -1, -1):
        sift(start, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end)


def insertion_sort(items):
    for i in range(1, len(items)):
        value = items[i]
        j = i
        while j and items[j - 1] > value:
            items[j] = items[j - 1]
            j -= 1
        items[j] = value


def mix(items):
    check = 0
    for item in items:
        check = (check * 31 + item) % 1_000_003
    return check


check = 0
for turn in range(N):
    data = numbers(6_000, turn)
    expected = sorted(data)
    by_quick = data[:]
    quick(by_quick, 0, len(by_quick) - 1)
    by_heap = data[:]
    heap_sort(by_heap)
    short = data[:300]
    insertion_sort(short)
    assert by_quick == expected == merge_sort(data) == by_heap
    assert short == sorted(data[:300])
    words = sorted(["%x" % value for value in data], reverse=True)
    by_digit = sorted(data, key=lambda value: (value % 10, -value))
    data.sort(key=abs, reverse=True)
    check += mix(expected) + mix(by_digit) + mix(data) + len(words[turn])
print("check", check)
