"""Strings built piece by piece: +=, join, StringIO, bytearray, format, templates, padding."""
# small: 1

import io
import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 65
SIZE = 20_000


def by_adding(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
        if i % 10 == 9:
            text += ", "
    return text


def by_join(n):
    parts = []
    for i in range(n):
        parts.append("item")
        parts.append(str(i))
    return " ".join(parts)


def by_stream(n):
    out = io.StringIO()
    for i in range(n):
        out.write("<td>")
        out.write(str(i & 255))
        out.write("</td>")
        if i % 8 == 7:
            out.write("\n")
    return out.getvalue()


def by_bytes(n):
    out = bytearray()
    for i in range(n):
        out.append(i & 0x7F)
        if i % 3 == 0:
            out += b"--"
    return bytes(out)


def by_format(n):
    lines = []
    for i in range(n):
        lines.append(f"{i:06d}|{i * 0.5:8.2f}|{'x' * (i % 5):<5}|{i:x}")
    return "\n".join(lines)


def by_template(n):
    template = "Dear {name}, you owe {amount} for {count} things. {name}!"
    total = 0
    for i in range(n):
        text = template.replace("{name}", "N" + str(i % 100)).replace("{amount}", str(i)).replace("{count}", "7")
        total += len(text)
    return total


def table(rows, columns):
    lines = []
    for r in range(rows):
        cells = [str(r * c).rjust(6) for c in range(columns)]
        lines.append("|" + "|".join(cells) + "|")
        lines.append("+" + "+".join(["-" * 6] * columns) + "+")
    return "\n".join(lines)


def escape(text):
    out = []
    for c in text:
        if c == "&":
            out.append("&amp;")
        elif c == "<":
            out.append("&lt;")
        else:
            out.append(c)
    return "".join(out)


def checksum(text):
    return len(text), text.count("1"), text[-20:].strip()


checks = []
for turn in range(N):
    size = SIZE + turn
    checks = [
        ("adding", checksum(by_adding(size * 2))),
        ("join", checksum(by_join(size))),
        ("stream", checksum(by_stream(size))),
        ("bytes", len(by_bytes(size * 2))),
        ("format", checksum(by_format(size // 2))),
        ("template", by_template(size // 2)),
        ("table", checksum(table(size // 100, 20))),
        ("escape", checksum(escape("a < b & c < d; " * (size // 8)))),
    ]
for check in checks:
    print(*check)
