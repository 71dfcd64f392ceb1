"""String work: splitting, joining, scanning, replacing, reversing, formatting, ciphers."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 240

WORDS = (
    "machine stack frame code object value cell bytes name loop handler exception "
    "function argument constant jump target iterator generator slot"
).split()


def sentence(seed, count):
    words = []
    for _ in range(count):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        words.append(WORDS[(seed >> 16) % len(WORDS)])
    return " ".join(words)


def caesar(text, shift):
    result = []
    for c in text:
        if "a" <= c <= "z":
            result.append(chr((ord(c) - 97 + shift) % 26 + 97))
        else:
            result.append(c)
    return "".join(result)


def palindromes(text):
    found = 0
    for i in range(len(text) - 4):
        part = text[i : i + 5]
        if part == part[::-1]:
            found += 1
    return found


def tokenize(text):
    tokens = []
    word = ""
    for c in text:
        if c.isalpha():
            word += c
        else:
            if word:
                tokens.append(word)
                word = ""
            tokens.append(c)
    if word:
        tokens.append(word)
    return tokens


def report(words):
    lines = []
    for i, word in enumerate(words):
        lines.append(f"{i:05d} {word:<12}|{len(word):>3}|{word.upper()!r}")
        lines.append("%-10s=%5d;" % (word, i * 7))
    return "\n".join(lines)


def vowels(text):
    count = 0
    for c in text:
        if c in "aeiou":
            count += 1
    return count


check = 0
for turn in range(N):
    text = sentence(turn, 1_500)
    secret = caesar(text, turn % 26)
    back = caesar(secret, -turn % 26)
    tokens = tokenize(text)
    page = report(text.split()[:700])
    changed = text.replace("a", "4").replace("stack", "heap").title().swapcase()
    where = 0
    hits = 0
    while (where := text.find("ob", where) + 1) > 0:
        hits += 1
    parts = [word.strip("aeiou").capitalize() for word in text.split(" ") if not word.startswith("c")]
    check = (
        check * 31 + len(tokens) + palindromes(text) + len(page) + changed.count("H") + hits
        + len("-".join(parts)) + (back == text) + vowels(secret) + ord(page[turn * 17])
    ) % 1_000_003
print("check", check)
