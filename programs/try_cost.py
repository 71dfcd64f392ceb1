"""What does a try cost that nobody needs, and one that is needed each time?"""


def plain(count):
    for number in range(count):
        value = number


def guarded(count):
    for number in range(count):
        try:
            value = number
        except ValueError:
            value = None


def raising(count):
    for number in range(count):
        try:
            raise ValueError
        except ValueError:
            value = None


for function in plain, guarded, raising:
    print(function.__name__, function(10))
