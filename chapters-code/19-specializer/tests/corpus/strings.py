"""Strings: concatenation, comparison, subscripts, methods."""


def join_two(a, b):
    return a + b


def grow(parts):
    text = ""
    for part in parts:
        text += part
    return text


def grow_with_plus(parts):
    text = ""
    for part in parts:
        text = text + part
    return text


def grow_and_look(parts):
    text = ""
    for part in parts:
        text += part
        length = len(text)
    return length


def grow_two(parts):
    a = b = ""
    for part in parts:
        a += part
        b = b + part
    return a + b


def not_in_place(parts):
    a = b = "x"
    for part in parts:
        b = a + part
    return b


def strings_then_numbers(a, b):
    return a + b


def bytes_too(a, b):
    return a + b


def equal(a, b):
    if a == b:
        return 1
    return 0


def different(a, b):
    if a != b:
        return 1
    return 0


def less(a, b):
    if a < b:
        return 1
    return 0


def compare_result(a, b):
    return a == b


def count_equal(words, wanted):
    count = 0
    for word in words:
        if word == wanted:
            count += 1
    return count


def until_end(words):
    i = 0
    while words[i] != "end":
        i += 1
    return i


def strings_and_none(a, b):
    if a == b:
        return 1
    return 0


def character(text, i):
    return text[i]


def piece(text, i):
    return text[i:]


def byte(data, i):
    return data[i]


def upper(text):
    return text.upper()


def split(text):
    return text.split(",")


def split_by(text, by):
    return text.split(by, 1)


def split_kw(text):
    return text.split(sep=",", maxsplit=1)


def starts(text):
    return text.startswith("a")


def joined(words):
    return "-".join(words)


def replaced(text):
    return text.replace("a", "b")


def find(text):
    return text.find("c")


def formatted(a, b):
    return f"{a}:{b!r:>4}"


def percent(a):
    return "%d items" % a


def format_method(a):
    return "{} items".format(a)


def encode(text):
    return text.encode()


def isdigit(text):
    return text.isdigit()


def class_method_maketrans():
    return str.maketrans("a", "b")


def unbound(text):
    return str.upper(text)


class Text(str):
    pass


def subclass(a, b):
    return a + b


def subclass_method(text):
    return text.lower()


def reverse(text):
    out = ""
    for char in text:
        out = char + out
    return out


def count_vowels(text):
    count = 0
    for char in text:
        if char == "a" or char == "e":
            count = count + 1
    return count


def main():
    words = ["alpha", "beta", "gamma", "end"] * 6
    for i in range(20):
        join_two("a", str(i))
        bytes_too(b"a", b"b")
        equal("a", "b")
        different("a", "a")
        less("a", "b")
        compare_result("a", "a")
        count_equal(words, "beta")
        until_end(words)
        strings_and_none("a", None)
        character("hello", i % 5)
        piece("hello", i % 5)
        byte(b"hello", i % 5)
        upper("abc")
        split("a,b")
        split_by("a,b", ",")
        split_kw("a,b,c")
        starts("abc")
        joined(words)
        replaced("banana")
        find("abc")
        formatted(i, "x")
        percent(i)
        format_method(i)
        encode("abc")
        isdigit("123")
        class_method_maketrans()
        unbound("abc")
        subclass(Text("a"), Text("b"))
        subclass_method(Text("ABC"))
        strings_then_numbers("a", "b")
    for i in range(30):
        strings_then_numbers(1, 2)
    print(len(grow(words)), len(grow_with_plus(words)), grow_and_look(words), len(grow_two(words)))
    print(not_in_place(words), reverse("abcdefghijklmnop"), count_vowels("a tale of an apple" * 2))
    print(grow(words) == grow_with_plus(words))


main()
