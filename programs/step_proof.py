"""The statement whose stacks the verifier knows beforehand: to be played step by step."""


def read(text):
    try:
        return int(text)
    except ValueError:
        return None


print(read("seven"))
