"""A specialized addition meets floats: it misses 53 times, and starts again."""
# versions: 311


def add(a, b):
    return a + b


for i in range(8):
    add(i, 1)
for i in range(53):
    add(0.5, 1.5)
print(add(2.5, 3.5))
