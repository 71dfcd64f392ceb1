"""SystemExit: caught, nested in finally, and at last the status of the process."""
# args: 7

import sys


def try_exit(*args):
    try:
        sys.exit(*args)
    except SystemExit as error:
        return error.code, error.args


print(try_exit(), try_exit(0), try_exit(3), try_exit("text"), try_exit(None), try_exit((1, 2)))
try:
    raise SystemExit
except BaseException as error:
    print(type(error).__name__, error.code, isinstance(error, Exception))
try:
    raise SystemExit(1, 2)
except SystemExit as error:
    print(error.code, error)
try:
    try:
        sys.exit(5)
    except Exception:
        print("an Exception would not catch it")
    finally:
        print("finally runs")
except SystemExit as error:
    print("caught", error.code)
sys.stdout.write("written\n")
print("to stderr", file=sys.stderr)
for letter in "last":
    print(letter, end=" " if letter != "t" else "\n")
try:
    print("leaving with", sys.argv[1:])
    sys.exit(int(sys.argv[1]))
finally:
    print("the last finally")
