"""Loops and conditions: while/else, for/else, break, continue, chained comparison, and/or, ternaries."""


def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            print("found at", i)
            break
    else:
        print("not found")


find([1, 2, 3], 2)
find([1, 2, 3], 5)
find([], 1)
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    print(n, end=" ")
else:
    print("else", n)
while True:
    n += 1
    if n > 3:
        break
else:
    print("never")
print(n)
for i in range(3):
    for j in range(3):
        if j == i:
            break
        if (i + j) % 2:
            continue
        print(i, j)
    else:
        print("no break")
        continue
    print("inner break", i)
for i in range(5):
    pass
print("i stays", i)
for i in []:
    print("never")
print("i is still", i)
calls = []


def value(x):
    calls.append(x)
    return x


print(value(1) < value(2) < value(3), calls)
calls.clear()
print(value(3) < value(2) < value(1), calls)
calls.clear()
print(value(1) < value(5) > value(2) == value(2) != value(3), calls)
calls.clear()
print(value(0) or value("") or value([]) or value("last"), value(1) and value(0) and value(2), calls)
calls.clear()
print(not value(0), not (value(1) and value(2)), value(0) if value(1) else value(2), calls)
print(1 in [1] == True, (1 in [1]) == True, 1 < 2 in [2], not 1 == 2, None is None is not True, 3 > 2 is not False)
print(1 and 2 or 3, 0 and 2 or 3, (0 or 1) and 5, [] or {} or "x", "a" and "" and "b", None or 0, not [] and not {})


def classify(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10 and n % 2 == 0:
        return "small even"
    elif not n < 10:
        return "big"
    return "small odd"


print([classify(n) for n in (-1, 0, 4, 7, 10, 100)])
print([("fizz" * (not n % 3) + "buzz" * (not n % 5)) or n for n in range(1, 16)])


def many_returns(x):
    while x:
        if x == 1:
            return "one"
        for _ in range(x):
            x -= 1
            if x == 5:
                return "five"
        else:
            return "none"
    return "zero"


print([many_returns(x) for x in (0, 1, 3, 6, 9)])
total = 0
for a in range(1, 40):
    for b in range(a, 40):
        c = a * a + b * b
        if c > 1600:
            break
        root = 0
        while root * root < c:
            root += 1
        if root * root == c:
            total += 1
            if total < 4:
                print(a, b, root)
print(total)
x = 5
x = x + 1 if x > 3 else x - 1 if x > 1 else 0
print(x, "yes" if x else "no", (lambda v: "pos" if v > 0 else "neg" if v < 0 else "zero")(-2))
if (m := len("walrus")) > 5 and (k := m * 2) > 10:
    print(m, k)
lines = iter(["first", "second", "", "after"])
while line := next(lines):
    print(line)
print(list(lines), [y for x in range(6) if (y := x * x) % 2], (z := 3) + z, z)
items = [1, 2, 3, 4, 5, 6]
for item in items:
    if item % 2 == 0:
        items.remove(item)
print(items)
growing = [0]
for item in growing:
    if item < 5:
        growing.append(item + 1)
print(growing)
while items:
    item = items.pop()
    if item == 3:
        continue
    if item == 1:
        break
print(items, item)
pass
if 0:
    print("folded away")
if not 0:
    print("kept")
while 0:
    pass
else:
    print("while 0 else")
for char in "ab":
    for digit in "12":
        if digit == "2" and char == "a":
            break
        print(char + digit, end=";")
print()
print(*[i for i in range(20) if i % 2 == 0 if i % 3 == 0 or i > 15])
