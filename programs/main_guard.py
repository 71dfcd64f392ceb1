"""__name__ == "__main__", sys.argv, a small command line with options and errors."""
# args: add 3 4.5 --times 2 --loud "two words"

import sys

USAGE = "usage: add NUMBERS [--times N] [--loud]"


class UsageError(Exception):
    pass


def parse(arguments):
    options = {"times": 1, "loud": False}
    rest = []
    arguments = iter(arguments)
    for word in arguments:
        if word == "--loud":
            options["loud"] = True
        elif word == "--times":
            try:
                options["times"] = int(next(arguments))
            except (StopIteration, ValueError) as error:
                raise UsageError(f"--times: {type(error).__name__}") from error
        elif word.startswith("--"):
            raise UsageError(f"unknown option {word}")
        else:
            rest.append(word)
    return options, rest


def main(arguments):
    try:
        options, (command, *values) = parse(arguments)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except ValueError:
        print(USAGE)
        return 1
    total = 0
    for value in values:
        try:
            total += float(value)
        except ValueError:
            print("not a number:", repr(value))
    text = f"{command} -> {total * options['times']:g}"
    print(text.upper() if options["loud"] else text)
    return 0


if __name__ == "__main__":
    print(len(sys.argv), sys.argv[1:], __name__)
    for attempt in ([], ["--times"], ["--times", "x", "add"], ["--what"], ["add"], ["add", "1", "--times", "3"]):
        print(attempt, main(attempt))
    sys.exit(main(sys.argv[1:]) + 4)
else:
    print("imported")
