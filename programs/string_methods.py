"""The methods of str, one after the other, with their edges."""

s = "The quick brown fox"
print(s.upper(), s.lower(), s.swapcase(), s.title(), "ß straße".upper(), "ß".casefold(), "hELLO wORLD".capitalize())
print(s.find("q"), s.find("z"), s.rfind("o"), s.index("fox"), s.count("o"), s.count(""), s.find("o", 13), s.find("", 50))
print(s.startswith("The"), s.startswith(("A", "The")), s.endswith("x"), s.startswith("quick", 4), s.endswith("", 5, 2))
print(s.replace("quick", "slow"), s.replace("o", "0", 1), "aaa".replace("", "-"), "aaaa".replace("aa", "b"))
print(s.split(), s.split("o"), s.split(None, 1), s.rsplit(" ", 1), "a,,b,".split(","), "".split(), "".split(","), "  a  b ".split())
print("a\nb\r\nc\rd".splitlines(), "a\nb\n".splitlines(True), "a\x0bb\x0cc\x85d\u2028e".splitlines())
print(s.partition(" "), s.rpartition(" "), s.partition("?"), s.rpartition("?"))
print("-".join("abc"), "".join([]), ", ".join(["x"]), "ab".join(("1", "2", "3")), " ".join({"k": 1}))
print("  pad ".strip() + "|", "xxhixx".strip("x"), "xxhixx".lstrip("x"), "abcba".rstrip("ab"), "\t\n x \u3000".strip())
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "body".removesuffix(""))
print("7".zfill(3), "-7".zfill(4), "+5".zfill(5), "abc".zfill(2), "x".ljust(3, ".") + "|", "x".rjust(3), "x".center(4, "*"), "xy".center(5, "*"))
print("12".isdigit(), "½".isdigit(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "".isdigit(), "٣".isdecimal(), int("٣"))
print("abc".isalpha(), "ab1".isalnum(), "a b".isalpha(), "é日".isalpha(), " \t".isspace(), "".isspace())
print("abc".islower(), "ABC".isupper(), "A1".isupper(), "1".isupper(), "Title Case".istitle(), "Not title".istitle(), "A".istitle())
print("name_1".isidentifier(), "1name".isidentifier(), "class".isidentifier(), "".isidentifier(), "a\n".isprintable(), "abc".isprintable(), "abc".isascii(), "é".isascii())
print("a\tb".expandtabs(), "a\tb".expandtabs(4), "ab\tc\td".expandtabs(3), "\t".expandtabs(0) + "|")
print("hello".translate({ord("l"): "L", ord("o"): None, 104: 72}), "abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate(str.maketrans({"a": "1", "b": None})))
print(ord("a"), chr(8364), ord("😀"), chr(0x1F600), len("😀é"), ascii("é😀\n'"), repr("it's"), repr('say "hi"'), repr("both ' \""))
print(repr("\x00\x1f\x7f\x80\xa0\xad\u200b\u2028\ud800\U0010ffff\t\\"), "\N{BULLET}")
print("abc" < "abd", "Z" < "a", "" < "a", "abc" < "abcd", "a" == "a\0", "é" > "z", max("hello"), min("hello"), sorted("hello"))
print("ab" in "cabd", "" in "", "x" not in "abc", "a" * 3, 3 * "ab", "x" * 0, "x" * -1, "a" "b", "a" + "b")
print(str(1.0), str(None), str(b"x"), str(b"caf\xc3\xa9", "utf-8"), str([1, "a"]), str(), "é".encode(), "é".encode("latin-1"), "é".encode("utf-16-le"))
print("é€".encode("ascii", "replace"), "é€".encode("ascii", "ignore"), "é€".encode("ascii", "xmlcharrefreplace"), "é€".encode("ascii", "backslashreplace"))
print(hash("") == 0, "a" "b" is not None, "abc"[1], "abc"[-1], "abcdef"[::2], list("abc"), tuple("ab"), set("aa"), dict.fromkeys("ab"))
attempts = [
    lambda: s.index("zebra"), lambda: s.rindex("zebra"), lambda: "a".split(""), lambda: "a".partition(""),
    lambda: "".join([1]), lambda: "".join("a", "b"), lambda: ",".join(5), lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.5,
    lambda: "a" < 1, lambda: "a" - "b", lambda: 1 in "a", lambda: ord("ab"), lambda: ord(""), lambda: chr(-1), lambda: chr(0x110000), lambda: "a".center("b"),
    lambda: "a".center(5, "xy"), lambda: "é".encode("ascii"), lambda: "a".encode("nope"), lambda: "a".replace("a"), lambda: "a".startswith(1), lambda: "a".startswith(["a"]),
    lambda: "abc".nope, lambda: "abc".find(1), lambda: str.upper(1), lambda: str.upper(), lambda: "a".strip(1), lambda: "\ud800".encode(), lambda: ord(5), lambda: "a".zfill("3"),
    lambda: str.maketrans("ab", "c"), lambda: str(b"x", "utf-8", "strict", 1), lambda: str(1, "utf-8"), lambda: int("12x"), lambda: float("1.2.3"), lambda: "".join(["a", None]),
    lambda: b"\xff".decode(), lambda: str(b"\xe2\x82", "utf-8"), lambda: "a" % 1, lambda: iter(5), lambda: len(5),
]
for number, attempt in enumerate(attempts):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)
for c in "añ日😀":
    print(c, ord(c), c.encode(), [hex(b) for b in c.encode()])
