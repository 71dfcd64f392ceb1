"""A bank, and its bank of exceptions."""


class BankError(Exception):
    """Anything the bank refuses."""


class InsufficientFunds(BankError):
    def __init__(self, account, needed):
        super().__init__(account.owner, needed)
        self.account = account
        self.needed = needed

    def __str__(self):
        return f"{self.account.owner} has {self.account.balance}, needs {self.needed}"


class NoSuchAccount(BankError, KeyError):
    pass


class Frozen(BankError):
    code = 423


class TransferFailed(BankError):
    pass


class Account:
    count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.frozen = False
        self.history = []
        Account.count += 1

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"bad amount: {amount}")
        if self.frozen:
            raise Frozen(self.owner)
        self.balance += amount
        self.history.append(amount)

    def withdraw(self, amount):
        if self.frozen:
            raise Frozen(self.owner)
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(-amount)


class Bank:
    def __init__(self):
        self.accounts = {}
        self.log = []

    def open(self, owner, balance=0):
        self.accounts[owner] = Account(owner, balance)
        return self.accounts[owner]

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError as error:
            raise NoSuchAccount(owner) from error

    def transfer(self, source, target, amount):
        a, b = self[source], self[target]
        a.withdraw(amount)
        try:
            b.deposit(amount)
        except BankError as error:
            a.deposit(amount)
            raise TransferFailed(source, target, amount) from error
        finally:
            self.log.append((source, target, amount))


bank = Bank()
bank.open("ann", 100)
bank.open("bob", 20)
bank.open("cat", 5).frozen = True


def attempt(action, *args):
    try:
        action(*args)
    except InsufficientFunds as error:
        print("insufficient:", error, "| short by", error.needed - error.account.balance)
    except NoSuchAccount as error:
        print("no account:", error, error.args, "from", repr(error.__cause__))
    except Frozen as error:
        print("frozen:", error, error.code)
    except TransferFailed as error:
        print("failed:", error.args, "because", repr(error.__cause__))
    except BankError as error:
        print("bank:", error)
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
    else:
        print("ok")


attempt(bank.transfer, "ann", "bob", 30)
attempt(bank.transfer, "bob", "ann", 500)
attempt(bank.transfer, "ann", "zed", 1)
attempt(bank.transfer, "ann", "cat", 10)
attempt(bank["cat"].withdraw, 1)
attempt(bank["ann"].deposit, -5)
attempt(bank["ann"].deposit)
attempt(bank["ann"].deposit, "ten")
print(list(bank.accounts.values()))
print(bank.log, Account.count)
print(bank["ann"].history)
print([c.__name__ for c in NoSuchAccount.__mro__])
print(issubclass(NoSuchAccount, KeyError), isinstance(Frozen("x"), BankError))
error = InsufficientFunds(bank["bob"], 1000)
print(str(error), "|", repr(error), "|", error.args)
try:
    try:
        bank["nobody"]
    except NoSuchAccount:
        raise BankError("while closing the day")
except BankError as error:
    chain = error
    while chain is not None:
        print(type(chain).__name__, chain.args, chain.__suppress_context__)
        chain = chain.__cause__ or chain.__context__
