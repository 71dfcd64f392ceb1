"""Exception groups and except*: splitting, nesting, reraising, what is left over."""
# versions: 311


def group(*errors, message="several"):
    raise ExceptionGroup(message, list(errors))


def handle(*errors):
    try:
        group(*errors)
    except* ValueError as caught:
        print("values:", caught.message, [str(e) for e in caught.exceptions])
    except* (TypeError, KeyError) as caught:
        print("types and keys:", [repr(e) for e in caught.exceptions])
    else:
        print("never")
    finally:
        print("finally")
    return "handled"


print(handle(ValueError("a"), TypeError("b"), ValueError("c")))
print(handle(KeyError("k")))
try:
    handle(ValueError(1), OSError("left over"), ZeroDivisionError("too"))
except ExceptionGroup as rest:
    print("left:", repr(rest), rest.__context__ is None)
try:
    raise ValueError("naked")
except* ValueError as caught:
    print(type(caught).__name__, caught.exceptions, repr(caught.message))
nested = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), OSError(4)])
match, rest = nested.split(ValueError)
print(repr(match), repr(rest))
print(repr(nested.subgroup(lambda e: e.args == (2,))), nested.subgroup(KeyError), nested.split(ExceptionGroup)[1])
print(str(nested), nested.args, len(nested.exceptions), isinstance(nested, Exception), type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
try:
    try:
        raise nested
    except* TypeError as caught:
        print("inner group kept its shape:", repr(caught))
        raise KeyError("raised in the handler")
except ExceptionGroup as outer:
    print(repr(outer))
    print([type(e).__name__ for e in outer.exceptions], repr(outer.exceptions[0].__context__))
try:
    try:
        group(ValueError(1), ValueError(2))
    except* ValueError:
        raise
except ExceptionGroup as again:
    print("reraised", again.message, len(again.exceptions))
for bad in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("m", ValueError()), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: nested.split(5), lambda: nested.subgroup("x")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    try:
        raise ValueError
    except* 5:
        pass
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)


class Tagged(ExceptionGroup):
    def __new__(cls, message, errors, tag):
        made = super().__new__(cls, message, errors)
        made.tag = tag
        return made

    def derive(self, errors):
        return Tagged(self.message, errors, self.tag)


first, second = Tagged("t", [ValueError(1), KeyError(2)], "red").split(KeyError)
print(first.tag, second.tag, type(first).__name__, first.exceptions, second.exceptions)


def loop():
    seen = []
    for i in range(4):
        try:
            if i % 2:
                group(ValueError(i), KeyError(i))
        except* ValueError as caught:
            seen.append(caught.exceptions[0].args[0])
        except* KeyError:
            seen.append("k")
    return seen


print(loop())
error = ValueError("noted")
error.add_note("first note")
error.add_note("second\nnote")
print(error.__notes__)
try:
    error.add_note(5)
except TypeError as problem:
    print(problem)
raise ExceptionGroup("uncaught", [error, ExceptionGroup("deep", [TypeError("t"), KeyError("k")])])

# A single exception that except* takes is wrapped, in a tuple; derive() keeps what it is given.
try:
    raise ValueError("alone")
except* ValueError as group:
    print(repr(group))
try:
    try:
        raise ValueError("alone")
    except* ValueError as group:
        raise group
except ExceptionGroup as group:
    print(repr(group), repr(group.derive((KeyError(1),))), repr(group.derive([KeyError(1)])))
some = ExceptionGroup("some", [KeyError()])
for method in (some.derive, some.split, some.subgroup):
    for arguments in ((), (1, 2)):
        try:
            method(*arguments)
        except TypeError as error:
            print(error)
