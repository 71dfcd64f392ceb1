"""Every shape of try/except/else/finally, and the order in which things happen."""

log = []


def note(word):
    log.append(word)
    return word


def flush(title):
    print(f"{title}: {' '.join(log)}")
    log.clear()


def plain(fail):
    try:
        note("try")
        if fail:
            raise ValueError("x")
    except ValueError:
        note("except")
    else:
        note("else")
    finally:
        note("finally")


plain(False)
flush("no error")
plain(True)
flush("error")


def return_overrides():
    try:
        return note("try")
    finally:
        return note("finally")


print(return_overrides())
flush("return in both")


def return_saved():
    value = [1]
    try:
        return value
    finally:
        value.append(2)
        value = None


print(return_saved())


def swallowed():
    try:
        1 / 0
    finally:
        return "swallowed"


print(swallowed())


def loop_break():
    for i in range(5):
        try:
            if i == 2:
                break
            note(f"body{i}")
        finally:
            note(f"fin{i}")
    else:
        note("else")
    return i


print(loop_break())
flush("break")


def loop_continue():
    result = []
    for i in range(4):
        try:
            if i % 2:
                continue
            result.append(i)
        finally:
            result.append(-i)
    return result


print(loop_continue())


def break_in_finally():
    while True:
        try:
            raise KeyError("lost")
        finally:
            break
    return "survived"


print(break_in_finally())


def nested():
    try:
        try:
            try:
                note("a")
                raise IndexError("inner")
            finally:
                note("b")
        except KeyError:
            note("never")
        finally:
            note("c")
    except LookupError as error:
        note(f"d:{error}")
    finally:
        note("e")


nested()
flush("nested")


def finally_raises():
    try:
        try:
            raise ValueError("first")
        finally:
            raise TypeError("second")
    except TypeError as error:
        print(error, "context:", repr(error.__context__), error.__cause__)


finally_raises()


def except_raises():
    try:
        raise ValueError("first")
    except ValueError:
        note("handler")
        raise
    finally:
        note("finally")


try:
    except_raises()
except ValueError as error:
    flush(f"reraised {error}")


def name_is_deleted():
    error = "before"
    try:
        raise ValueError
    except ValueError as error:
        pass
    try:
        return error
    except UnboundLocalError as unbound:
        return str(unbound)


print(name_is_deleted())


def generator():
    try:
        yield note("one")
        yield note("two")
    finally:
        note("closed")


for item in generator():
    break
flush("generator abandoned")
print(list(generator()))
flush("generator exhausted")


def tuple_of_types(error):
    try:
        raise error
    except (KeyError, IndexError) as caught:
        return f"lookup {caught!r}"
    except ArithmeticError as caught:
        return f"arithmetic {caught!r}"
    except Exception as caught:
        return f"other {caught!r}"
    except:
        return "bare"


for error in (KeyError("k"), IndexError(3), ZeroDivisionError(), OSError("disk"), SystemExit(3)):
    print(tuple_of_types(error))


def return_in_loop_in_try():
    try:
        for i in range(3):
            for j in range(3):
                try:
                    if i == j == 1:
                        return i, j
                finally:
                    note(f"{i}{j}")
    finally:
        note("out")


print(return_in_loop_in_try())
flush("double return")


def else_raises():
    try:
        pass
    except ZeroDivisionError:
        note("wrong")
    else:
        try:
            1 // 0
        except ZeroDivisionError as error:
            note(str(error).replace(" ", "_"))
    finally:
        note("end")


else_raises()
flush("else")


def chain(depth):
    try:
        if depth:
            return chain(depth - 1)
        return note("bottom")
    finally:
        note(str(depth))


chain(4)
flush("unwinding")
