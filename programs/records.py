"""Records: CSV and INI parsed by hand, grouped, joined, reported, diffed, templated."""

CSV = '''name,team,score,comment
Ann,red,12,"fast, and steady"
Bob,blue,7,"says ""hi"""
Cat,red,19,
Dan,green,x,"two
lines"
Eve,blue,15,plain
'''


def parse_csv(text):
    rows, row, cell, quoted = [], [], "", False
    chars = iter(text)
    for char in chars:
        if quoted:
            if char != '"':
                cell += char
                continue
            following = next(chars, "\n")
            if following == '"':
                cell += '"'
                continue
            quoted, char = False, following
        elif char == '"' and not cell:
            quoted = True
            continue
        if char == ",":
            row.append(cell)
            cell = ""
        elif char == "\n":
            rows.append(row + [cell])
            row, cell = [], ""
        else:
            cell += char
    header, *body = rows
    return [dict(zip(header, row)) for row in body]


records = parse_csv(CSV)
for record in records:
    print(record)


def number(text, default=0):
    try:
        return int(text)
    except ValueError:
        return default


teams = {}
for record in records:
    team = teams.setdefault(record["team"], {"members": [], "total": 0})
    team["members"].append(record["name"])
    team["total"] += number(record["score"])
for name, team in sorted(teams.items(), key=lambda item: (-item[1]["total"], item[0])):
    print(f"{name:>6}: {team['total']:3d}  {', '.join(team['members'])}")

INI = """
; settings
[server]
host = localhost
port: 8080
paths = /a
    /b
[empty]
[client]
retries=3 ; not a comment here
debug = yes
"""


class ConfigError(Exception):
    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")
        self.line = line


def parse_ini(text):
    config, section, key = {}, None, None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip()[0] in ";#":
            continue
        if line[0].isspace() and key:
            section[key] += "," + line.strip()
        elif line[0] == "[":
            if line[-1] != "]":
                raise ConfigError(number, "missing ]")
            section, key = config.setdefault(line[1:-1], {}), None
        elif section is None:
            raise ConfigError(number, "no section")
        else:
            for separator in "=:":
                key, found, value = line.partition(separator)
                if found:
                    break
            else:
                raise ConfigError(number, f"no value in {line!r}")
            key = key.strip()
            section[key] = value.strip()
    return config


print(parse_ini(INI))
for bad in ("a = 1", "[x\n", "[x]\nnothing"):
    try:
        parse_ini(bad)
    except ConfigError as error:
        print(error, error.line)


def lcs_diff(old, new):
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            table[i][j] = 1 + table[i + 1][j + 1] if old[i] == new[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            yield " ", old[i]
            i, j = i + 1, j + 1
        elif j < len(new) and (i == len(old) or table[i][j + 1] > table[i + 1][j]):
            yield "+", new[j]
            j += 1
        else:
            yield "-", old[i]
            i += 1


for mark, line in lcs_diff("one two three four five".split(), "zero one three 4 five six".split()):
    print(mark, line)


def render(template, **values):
    out, place = [], 0
    while (start := template.find("{{", place)) >= 0:
        end = template.index("}}", start)
        out.append(template[place:start])
        name, *filters = template[start + 2 : end].split("|")
        value = values
        for part in name.strip().split("."):
            value = value[part] if isinstance(value, dict) else getattr(value, part) if not part.isdigit() else value[int(part)]
        for filter_name in filters:
            value = FILTERS[filter_name.strip()](value)
        out.append(str(value))
        place = end + 2
    return "".join(out) + template[place:]


FILTERS = {"upper": str.upper, "len": len, "title": lambda s: s.title(), "money": lambda v: f"${v:,.2f}", "join": ", ".join}


class Account:
    owner = "ann lee"
    balance = 12345.5


print(render("Dear {{ a.owner | title }}, you have {{a.balance|money}}; {{ items | join | upper }} ({{items|len}}); {{ d.k.1 }}.", a=Account, items=["x", "y"], d={"k": [1, 2]}))
for bad in ("{{ missing }}", "{{ a.nope }}", "{{ a.owner | shout }}", "{{ open"):
    try:
        print(render(bad, a=Account))
    except (KeyError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)


def join(left, right, key):
    index = {}
    for row in right:
        index.setdefault(row[key], []).append(row)
    return [{**a, **b} for a in left for b in index.get(a[key], [{}])]


colours = [{"team": "red", "captain": "Cat"}, {"team": "blue", "captain": "Eve"}]
print([(r["name"], r.get("captain")) for r in join(records, colours, "team")])
markdown = """# Title
Some *bold* text.

- one
- two

> quote"""
html, in_list = [], False
for line in markdown.splitlines() + [""]:
    item = line.startswith("- ")
    if item != in_list:
        html.append("<ul>" if item else "</ul>")
        in_list = item
    while line.count("*") >= 2:
        line = line.replace("*", "<b>", 1).replace("*", "</b>", 1)
    match line.split(" ", 1):
        case ["-", rest]:
            html.append(f"<li>{rest}</li>")
        case [marks, rest] if marks and set(marks) == {"#"}:
            html.append(f"<h{len(marks)}>{rest}</h{len(marks)}>")
        case [">", rest]:
            html.append(f"<q>{rest}</q>")
        case [""]:
            pass
        case _:
            html.append(f"<p>{line}</p>")
print("".join(html))
