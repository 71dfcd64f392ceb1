"""A function becomes warm: eight calls, and its instructions are others."""
# versions: 311


def add(a, b):
    return a + b


for i in range(10):
    add(i, 1)
print(add(2, 3))
