"""One call is enough to warm a function up: at the seventh turn of its loop its instructions are others."""


def total(items):
    result = 0
    for item in items:
        result += item
    return result


if __name__ == "__main__":
    print(total([1] * 6), total([1.5] * 10), total(range(1000)))
