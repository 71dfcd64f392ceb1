"""Prints fingerprints of what CPython says of every code point.

    python3.10 record_unicode.py; python3.11 record_unicode.py

Each fact is a number or a few characters per code point, hashed over all of them with
FNV-1a; `tests/unicode.rs` computes the same.
"""

import sys
import unicodedata


def fingerprint(fact):
    value = 0xCBF29CE484222325
    for code in range(0x110000):
        for number in fact(chr(code)):
            value = ((value ^ number) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def codes(text):
    return [len(text), *map(ord, text)]


FACTS = {
    "upper": lambda c: codes(c.upper()),
    # Not "ΑΣ": the rule of the final sigma is another matter.
    "lower": lambda c: codes(c.lower()) if c != "Σ" else [],
    "title": lambda c: codes(c.title()),
    "fold": lambda c: codes(c.casefold()),
    "alpha": lambda c: [c.isalpha()],
    "printable": lambda c: [c.isprintable()],
    "is_lower": lambda c: [c.islower()],
    "is_upper": lambda c: [c.isupper()],
    "is_title": lambda c: [unicodedata.category(c) == "Lt"],
    "cased": lambda c: [(c + "a").title()[-1] == "a"],
    "ignorable": lambda c: [("AΣ" + c + "A").lower()[1] == "σ" and ("AΣ" + c).lower()[1] == "ς"],
    "decimal": lambda c: [unicodedata.decimal(c, 10)],
    "digit": lambda c: [c.isdigit()],
    "numeric": lambda c: [c.isnumeric()],
    "space": lambda c: [c.isspace()],
    "line_break": lambda c: [len(("a" + c + "b").splitlines()) == 2],
    "name_start": lambda c: [c.isidentifier()],
    "name_part": lambda c: [("a" + c).isidentifier()],
}

print(sys.version_info[:2])
for name, fact in FACTS.items():
    print(f'    ("{name}", 0x{fingerprint(fact):016x}),')
