"""One function for two versions: a loop, a try, a call with a keyword."""


def total(texts, base=10):
    result = 0
    for text in texts:
        try:
            result += int(text, base=base)
        except ValueError:
            result -= 1
    return result


print(total(["1", "x", "30"]))
print(total(["ff", "10"], base=16))
