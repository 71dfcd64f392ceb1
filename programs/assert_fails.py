"""assert: passing, failing with and without a message, and failing at last for good."""

balance = 10
assert balance
assert balance > 5, "never evaluated: %s" % (1 / 1)
for check in (lambda: 0, lambda: "", lambda: [], lambda: None, lambda: 1 > 2, lambda: "ok"):
    try:
        assert check()
        print("passed")
    except AssertionError as error:
        print("failed", error.args, repr(str(error)))


def withdraw(amount):
    assert amount <= balance, (amount, balance)
    return balance - amount


print(withdraw(3))
try:
    withdraw(30)
except AssertionError as error:
    print(error, error.args)
try:
    assert False, AssertionError("nested")
except AssertionError as error:
    print(repr(error))
print(__debug__)
withdraw(11)
