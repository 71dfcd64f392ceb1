"""Roman numerals both ways; numbers in words; bases; Caesar, run-length, Morse."""

ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
         (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    if not 0 < n < 4000:
        raise ValueError(f"{n} has no Roman numeral")
    result = ""
    for value, letters in ROMAN:
        count, n = divmod(n, value)
        result += letters * count
    return result


def from_roman(text):
    values = dict((letters, value) for value, letters in ROMAN if len(letters) == 1)
    total = 0
    previous = 0
    for letter in reversed(text.upper()):
        value = values[letter]
        total += value if value >= previous else -value
        previous = max(previous, value)
    if to_roman(total) != text.upper():
        raise ValueError(f"not a Roman numeral: {text!r}")
    return total


for n in (1, 4, 9, 14, 40, 90, 400, 1066, 1994, 2024, 3999):
    print(f"{n:>5} {to_roman(n):<12} {from_roman(to_roman(n))}")
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000)))
for bad in (0, 4000, "IIII", "VX", "ABC", "mcm"):
    try:
        print(bad, "->", to_roman(bad) if isinstance(bad, int) else from_roman(bad))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)

SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen "
         "fourteen fifteen sixteen seventeen eighteen nineteen").split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10] + ("-" + SMALL[n % 10] if n % 10 else "")
    if n < 1000:
        return SMALL[n // 100] + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= size:
            rest = n % size
            return words(n // size) + " " + name + (" " + words(rest) if rest else "")


for n in (0, 13, 21, 100, 342, 1000, 1_234_567, -40, 10**9 + 7):
    print(n, words(n))
print(sum(len(words(n).replace(" ", "").replace("-", "")) for n in range(1, 1001)))


def in_base(n, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n < 0:
        return "-" + in_base(-n, base)
    return (in_base(n // base, base).lstrip("0") if n >= base else "") + digits[n % base]


for base in (2, 3, 8, 16, 36):
    text = in_base(123456, base)
    print(base, text, int(text, base))


def caesar(text, shift):
    result = []
    for c in text:
        if "a" <= c <= "z":
            c = chr((ord(c) - 97 + shift) % 26 + 97)
        elif "A" <= c <= "Z":
            c = chr((ord(c) - 65 + shift) % 26 + 65)
        result.append(c)
    return "".join(result)


secret = caesar("Hello, World; xyz!", 3)
print(secret, caesar(secret, -3))


def run_length(text):
    result = []
    for c in text:
        if result and result[-1][0] == c:
            result[-1][1] += 1
        else:
            result.append([c, 1])
    return "".join(f"{n if n > 1 else ''}{c}" for c, n in result)


print(run_length("WWWWBBBWWCDDDD"), run_length(""), run_length("abc"))
MORSE = dict(zip("SOEHLWRDT", "... --- . .... .-.. .-- .-. -.. -".split()))
print(" ".join(MORSE.get(c, "/") for c in "HELLO WORLD SOS"))
BACK = {code: letter for letter, code in MORSE.items()}
print("".join(BACK[code] for code in "... --- ...".split()))
