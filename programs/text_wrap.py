"""Text work: wrapping, justifying, columns, word counts, anagrams, palindromes."""

TEXT = """\
Adder is a book that runs. Every chapter is prose and a program, and
the programs, stacked, make a machine. The machine reads the bytes that
another machine wrote, and does what they say.

It begins with twelve bytes. Twelve bytes are enough for a greeting, and a
greeting is enough to begin."""


def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line
    gaps = len(words) - 1
    spaces = width - sum(map(len, words))
    each, extra = divmod(spaces, gaps)
    result = words[0]
    for i, word in enumerate(words[1:]):
        result += " " * (each + (i < extra)) + word
    return result


for paragraph in TEXT.split("\n\n"):
    lines = list(wrap(paragraph, 30))
    for line in lines[:-1]:
        print("|" + justify(line, 30) + "|")
    print("|" + lines[-1].ljust(30) + "|")
print()
for align in "<^>":
    for line in wrap(TEXT[:60], 20):
        print(f"[{line:{align}20}]")

counts = {}
for word in TEXT.lower().split():
    word = word.strip(".,;:!?")
    counts[word] = counts.get(word, 0) + 1
ranking = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
for word, count in ranking[:8]:
    print(f"{word:.<12}{count:.>3} {'#' * count}")

letters = {}
for char in TEXT.lower():
    if char.isalpha():
        letters[char] = letters.get(char, 0) + 1
print("".join(sorted(letters, key=letters.get, reverse=True)))

groups = {}
for word in "listen silent enlist tinsel stale least steal tales slate cat act".split():
    groups.setdefault("".join(sorted(word)), []).append(word)
for key in sorted(groups):
    print(key, groups[key])


def palindrome(text):
    clean = [c for c in text.lower() if c.isalnum()]
    return clean == clean[::-1]


for text in ("A man, a plan, a canal: Panama!", "Not one", "", "No lemon, no melon"):
    print(repr(text), palindrome(text))


def table(rows, headers):
    widths = [max(len(str(cell)) for cell in column) for column in zip(headers, *rows)]
    rule = "+".join("-" * (w + 2) for w in widths)
    print("|".join(f" {h:^{w}} " for h, w in zip(headers, widths)))
    print(rule)
    for row in rows:
        print("|".join(f" {c:>{w}} " if isinstance(c, (int, float)) else f" {c:<{w}} " for c, w in zip(row, widths)))


table([("apple", 3, 0.5), ("fig", 12, 0.25), ("watermelon", 1, 4.0)], ("fruit", "n", "price"))
print("\n".join(line.expandtabs(8) for line in ["a\tb\tc", "long word\tx", "\ty"]))


def title_case(text):
    small = {"a", "an", "and", "of", "the", "in"}
    return " ".join(
        w if i and w in small else w.capitalize() for i, w in enumerate(text.lower().split())
    )


print(title_case("THE LORD OF THE RINGS AND A HOBBIT"))
vowels = str.maketrans("aeiou", "AEIOU", " ")
print("the quick brown fox".translate(vowels))
