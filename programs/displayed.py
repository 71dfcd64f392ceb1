"""What the interactive prompt does with an expression: it is displayed, and kept in `_`."""

# compiled: single

import builtins
import sys

6 * 7
_ + 1
None
_
"a text" if _ == 43 else "no text"
print("printed, not displayed")


def function():
    "nothing is displayed here"
    6 * 7


function()


def hook(value):
    print("displayed:", value)


sys.displayhook = hook
6 * 7
None
"_" in vars(builtins)
sys.displayhook = sys.__displayhook__

if True:
    (1, 2)
    for letter in "ab":
        letter

del sys.displayhook
message = None
try:
    1
except RuntimeError as error:
    message = str(error)
sys.displayhook = sys.__displayhook__
message

sys.stdout = None
try:
    2
except RuntimeError as error:
    message = str(error)
sys.stdout = sys.__stdout__
message, vars(builtins)["_"]
"\udc80"
sys.displayhook.__doc__
