"""JSON in Python: documents generated, written out, read back character by character."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 800

QUOTED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
UNQUOTED = {'"': '"', "\\": "\\", "n": "\n", "t": "\t", "/": "/"}


def write_string(text):
    for char in text:
        if char in QUOTED:
            return '"' + "".join([QUOTED.get(c, c) for c in text]) + '"'
    return '"' + text + '"'


def write(value, out):
    if value is None:
        out.append("null")
    elif value is True:
        out.append("true")
    elif value is False:
        out.append("false")
    elif isinstance(value, str):
        out.append(write_string(value))
    elif isinstance(value, int):
        out.append(str(value))
    elif isinstance(value, float):
        out.append(repr(value))
    elif isinstance(value, list):
        out.append("[")
        for i, item in enumerate(value):
            if i:
                out.append(",")
            write(item, out)
        out.append("]")
    elif isinstance(value, dict):
        out.append("{")
        first = True
        for key, item in value.items():
            if first:
                first = False
            else:
                out.append(",")
            out.append(write_string(key))
            out.append(":")
            write(item, out)
        out.append("}")
    else:
        raise TypeError(type(value).__name__)


class Reader:
    def __init__(self, text):
        self.text = text
        self.place = 0

    def skip(self):
        text = self.text
        while text[self.place] in " \n\t\r":
            self.place += 1
        return text[self.place]

    def value(self):
        char = self.skip()
        if char == '"':
            return self.string()
        if char == "{":
            return self.object()
        if char == "[":
            return self.array()
        if char in "-0123456789":
            return self.number()
        return self.word()

    def word(self):
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.place):
                self.place += len(word)
                return value
        raise ValueError(self.place)

    def number(self):
        text = self.text
        start = self.place
        while text[self.place] in "+-.eE0123456789":
            self.place += 1
        word = text[start : self.place]
        return float(word) if "." in word or "e" in word else int(word)

    def string(self):
        text = self.text
        place = self.place + 1
        chars = []
        while (char := text[place]) != '"':
            if char == "\\":
                place += 1
                char = UNQUOTED[text[place]]
            chars.append(char)
            place += 1
        self.place = place + 1
        return "".join(chars)

    def array(self):
        items = []
        self.place += 1
        if self.skip() == "]":
            self.place += 1
            return items
        while True:
            items.append(self.value())
            if self.skip() == "]":
                self.place += 1
                return items
            self.place += 1

    def object(self):
        result = {}
        self.place += 1
        if self.skip() == "}":
            self.place += 1
            return result
        while True:
            self.skip()
            key = self.string()
            self.skip()
            self.place += 1
            result[key] = self.value()
            if self.skip() == "}":
                self.place += 1
                return result
            self.place += 1


def document(seed):
    people = []
    for i in range(60):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        people.append({
            "id": i,
            "name": "person \"%d\"\n" % (seed >> 20),
            "score": (seed >> 8) / 256.0,
            "tags": ["red", "green\\blue", str(seed & 255)],
            "address": {"street": "street\t%d" % (seed & 63), "zip": seed >> 12, "void": None},
            "flags": [True, False, None, []],
            "empty": {},
        })
    return {"version": 1, "people": people}


check = 0
for turn in range(N):
    data = document(turn)
    out = []
    write(data, out)
    text = "".join(out)
    again = Reader(text + " ").value()
    assert again == data
    check = (check * 31 + len(text) + len(out)) % 1_000_003
print("check", check)
