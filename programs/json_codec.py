"""JSON written and read in plain Python: escapes, indentation, errors with places."""


class JSONError(ValueError):
    def __init__(self, message, text, position):
        line = text.count("\n", 0, position) + 1
        column = position - text.rfind("\n", 0, position)
        super().__init__(f"{message}: line {line} column {column} (char {position})")
        self.position = position


ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
UNESCAPES = {v[1]: k for k, v in ESCAPES.items()} | {"/": "/"}


def encode_string(s):
    parts = ['"']
    for char in s:
        if char in ESCAPES:
            parts.append(ESCAPES[char])
        elif " " <= char < "\x7f":
            parts.append(char)
        else:
            n = ord(char)
            if n > 0xFFFF:
                n -= 0x10000
                parts.append(f"\\u{0xD800 | n >> 10:04x}\\u{0xDC00 | n & 0x3FF:04x}")
            else:
                parts.append("\\u%04x" % n)
    parts.append('"')
    return "".join(parts)


def encode(value, indent=None, level=0):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return encode_string(value)
    if isinstance(value, (list, tuple)):
        brackets = "[]"
        parts = [encode(item, indent, level + 1) for item in value]
    elif isinstance(value, dict):
        brackets = "{}"
        parts = [
            f"{encode_string(str(k))}: {encode(v, indent, level + 1)}" for k, v in value.items()
        ]
    else:
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
    if indent is None or not parts:
        return brackets[0] + ", ".join(parts) + brackets[1]
    pad = "\n" + " " * indent * (level + 1)
    return brackets[0] + pad + ("," + pad).join(parts) + "\n" + " " * indent * level + brackets[1]


class Decoder:
    def __init__(self, text):
        self.text = text
        self.i = 0

    def fail(self, message):
        raise JSONError(message, self.text, self.i)

    def space(self):
        while self.i < len(self.text) and self.text[self.i] in " \t\r\n":
            self.i += 1

    def decode(self):
        value = self.value()
        self.space()
        if self.i != len(self.text):
            self.fail("Extra data")
        return value

    def value(self):
        self.space()
        rest = self.text[self.i : self.i + 1]
        if rest == "{":
            return self.object()
        if rest == "[":
            return self.array()
        if rest == '"':
            return self.string()
        for word, constant in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.i):
                self.i += len(word)
                return constant
        if rest == "-" or rest.isdigit():
            return self.number()
        self.fail("Expecting value")

    def number(self):
        start = self.i
        is_float = False
        while self.i < len(self.text) and self.text[self.i] in "+-.eE0123456789":
            is_float |= self.text[self.i] in ".eE"
            self.i += 1
        word = self.text[start : self.i]
        try:
            return float(word) if is_float else int(word)
        except ValueError:
            self.i = start
            self.fail(f"Bad number {word!r}")

    def string(self):
        self.i += 1
        parts = []
        while True:
            if self.i >= len(self.text):
                self.fail("Unterminated string")
            char = self.text[self.i]
            self.i += 1
            if char == '"':
                break
            if char == "\\":
                code = self.text[self.i]
                self.i += 1
                if code == "u":
                    char = chr(int(self.text[self.i : self.i + 4], 16))
                    self.i += 4
                else:
                    char = UNESCAPES[code]
            parts.append(char)
        return "".join(parts)

    def items(self, end, one):
        self.i += 1
        self.space()
        if self.text[self.i : self.i + 1] == end:
            self.i += 1
            return
        while True:
            yield one()
            self.space()
            char = self.text[self.i : self.i + 1]
            if char == end:
                self.i += 1
                return
            if char != ",":
                self.fail(f"Expecting ',' or {end!r}")
            self.i += 1

    def array(self):
        return list(self.items("]", self.value))

    def pair(self):
        self.space()
        if self.text[self.i : self.i + 1] != '"':
            self.fail("Expecting property name")
        key = self.string()
        self.space()
        if self.text[self.i : self.i + 1] != ":":
            self.fail("Expecting ':'")
        self.i += 1
        return key, self.value()

    def object(self):
        return dict(self.items("}", self.pair))


data = {
    "name": 'A "quoted" \\ name\n',
    "unicode": "é€𝄞\x00",
    "numbers": [0, -1, 3.5, 1e100, 10**20],
    "nested": {"empty": [], "also": {}, "list": [[1], [2, [3]]]},
    "flags": (True, False, None),
}
text = encode(data)
print(text)
print(encode(data, indent=2))
back = Decoder(text).decode()
print(back["numbers"] == data["numbers"], back["name"] == data["name"], back["flags"])
print(Decoder(' [1, 2.5e3, "\\u00e9\\t\\/", {"a": {"b": null}}] ').decode())
for bad in ("", "[1, 2", '{"a" 1}', '{1: 2}', "[1] x", "tru", '"abc', "[1 2]", "-", "\n\n  ?"):
    try:
        print(Decoder(bad).decode())
    except JSONError as error:
        print(repr(bad), "->", error)
try:
    encode({"s": {1, 2}})
except TypeError as error:
    print(error)
