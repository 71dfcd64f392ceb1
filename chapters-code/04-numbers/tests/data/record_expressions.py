"""Records what CPython makes of the expressions that tests/expressions.rs evaluates.

Run with either version from the repository's root; it runs the other one itself:

    python3.10 chapters-code/04-numbers/tests/data/record_expressions.py PYTHON310 PYTHON311

A row is an operation and its arguments (Python literals), a tab after each; then `=`, the
result, and a second result where 3.11 has another. Results are texts: `repr()` of what is
no string, or the exception's type and message.
"""

import itertools
import pathlib
import random
import subprocess
import sys

INTS = [0, 1, -1, 2, 3, -3, 7, -7, 10, 255, 256, -5, 1000, 2**31, -(2**31), 2**53 - 1, 2**53,
        2**53 + 1, 2**61 - 1, 2**61, 2**62 - 1, 2**62, -(2**62), -(2**62) - 1, 2**63 - 1, 2**63,
        -(2**63), 2**64 - 1, 2**64, 2**64 + 1, 10**20, -(10**30), 2**100 + 1, 3**70, -(7**50)]
FLOATS = ["0.0", "-0.0", "0.5", "-0.5", "1.0", "1.5", "2.5", "-2.5", "3.0", "-7.0", "0.1",
          "100.0", "1e16", "9007199254740993.0", "1e22", "1e23", "123456789.125", "1e100",
          "1e300", "-1e300", "1.7976931348623157e308", "5e-324", "2.2250738585072014e-308",
          "1e-100", "1e-5", "0.0001", "1.8446744073709552e19", "4.611686018427388e18",
          "inf", "-inf", "nan"]
COMPLEXES = ["1j", "(1+2j)", "(-1-0.5j)", "0j", "(3-0j)", "(-0-1j)", "(1e200+1e200j)", "(inf+0j)",
             "(1+nanj)", "(2+0j)"]
BOOLS = ["True", "False"]
NUMBERS = [str(n) for n in INTS] + FLOATS + COMPLEXES + BOOLS
REALS = [str(n) for n in INTS] + FLOATS + BOOLS
INTEGERS = [str(n) for n in INTS] + BOOLS

BINARY = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod",
          "**": "pow", "<<": "lshift", ">>": "rshift", "&": "and", "|": "or", "^": "xor"}
COMPARE = ["<", "<=", "==", "!=", ">", ">="]


def rows():
    choose = random.Random(4)
    for sign in ["+", "-", "*", "/", "//", "%", "divmod"]:
        pairs = list(itertools.product(NUMBERS, NUMBERS))
        yield from ((sign, a, b) for a, b in choose.sample(pairs, 130))
    for sign in ["&", "|", "^"]:
        yield from ((sign, a, b) for a, b in choose.sample(list(itertools.product(INTEGERS, INTEGERS)), 50))
        yield (sign, "1", "1.5")
        yield (sign, "True", "False")
        yield (sign, "True", "True")
    for sign in ["<<", ">>"]:
        for a in choose.sample(INTEGERS, 20):
            for b in ["0", "1", "62", "63", "64", "100", "-1", "True", "18446744073709551616"]:
                if not (sign == "<<" and len(b) > 4):
                    yield (sign, a, b)
        yield (sign, "0", "1180591620717411303424")
    yield ("<<", "1", str(30 * 2**61))
    yield ("<<", "3", str(10**30))
    yield ("<<", "1", "1000000000000")
    for base in ["0", "1", "-1", "2", "-2", "10", "True", "4611686018427387904", "-9223372036854775809", "0.0",
                 "-0.0", "0.5", "-8.0", "2.5", "1e200", "inf", "-inf", "nan", "1j", "(1+2j)", "0j", "(inf+0j)"]:
        for exponent in ["0", "1", "2", "3", "-1", "-2", "62", "63", "64", "100", "False", "0.5", "-0.5", "2.0",
                         "1e300", "inf", "-inf", "nan", "1j", "(0.5-1j)", "101", "-1e300"]:
            yield ("**", base, exponent)
    yield ("**", "1", str(10**30))
    yield ("**", "0", str(10**30))
    yield ("**", "-1", str(10**30 + 1))
    for sign in COMPARE:
        pairs = list(itertools.product(REALS, REALS))
        yield from ((sign, a, b) for a, b in choose.sample(pairs, 120))
        yield from ((sign, a, b) for a, b in choose.sample(list(itertools.product(COMPLEXES, NUMBERS)), 15))
        yield from ((sign, a, b) for a, b in [("1", "None"), ("1.5", "'a'"), ("None", "None"), ("...", "1")])
        yield from ((sign, str(n), repr(float(n))) for n in INTS)
        yield from ((sign, repr(float(n)), str(n)) for n in INTS if n % 2)
    for a in ["2", "-3", "0", "12345678901234567890", "True"]:
        for b in ["0", "5", "-1", "-5", "100000000000000000000"]:
            for m in ["7", "-7", "1", "-1", "0", "4", "1000000007", "340282366920938463463374607431768211507"]:
                yield ("pow", a, b, m)
    yield from [("pow", "2", "3", "1.0"), ("pow", "2.0", "3", "1"), ("pow", "1j", "2", "3"),
                ("pow", "2", "'a'", "3"), ("pow", "2", "3", "None"), ("pow", "'a'", "2", "3"),
                ("pow", "2", "3", "'a'"), ("pow", "None", "1", "2")]
    for name in ["neg", "pos", "abs", "invert", "bool", "hash", "repr", "int", "float", "complex"]:
        for n in NUMBERS:
            if not (name == "hash" and "nan" in n):
                yield (name, n)
    for value in ["1", "None", "...", "NotImplemented", "True"]:
        yield ("repr", value)
    for name in ["neg", "abs", "invert", "int", "float", "complex"]:
        yield (name, "None")
    yield from [("+", "1", "None"), ("-", "None", "1"), ("@", "1", "2"), ("<<", "1", "1.5"), ("%", "1j", "1")]
    yield from texts()
    yield from methods(choose)
    for _ in range(150):
        bits = choose.getrandbits(64)
        import struct
        value = struct.unpack("<d", struct.pack("<Q", bits))[0]
        if value == value:
            yield ("repr", repr(value))
            yield ("hash", repr(value))
            yield (".hex", repr(value))
            yield (".__round__", repr(value), str(choose.randint(-20, 25)))
    for _ in range(150):
        value = choose.uniform(-1000, 1000)
        yield ("repr", repr(value))
        yield (".__round__", repr(value), str(choose.randint(-4, 15)))
        a, b = choose.getrandbits(choose.randint(1, 300)), choose.getrandbits(choose.randint(1, 300))
        yield ("/", str(-a), str(b or 1))
        yield ("//", str(-a), str(b or 1))
        yield ("%", str(a), str(-b or 1))
        yield ("float", str(a))
        yield ("hash", str(-a))
        yield ("^", str(-a), str(b))


def texts():
    for text in ["0", "12", "-12", "+7", " 12\n", "1_000", "1__0", "_1", "1_", "", "-", "- 1", "0x1f", "010", "00",
                 "1.5", "abc", "12a", "1 2", "\u0661\u0662", "\uff11_0", "12\x00", "\x1c1", "\u06611\x1c", "9" * 4300,
                 "9" * 4301, "9" * 5000 + "x", "0" * 4301, "a" * 300, "\u00b2", "\u2003 5", "\U0001e951"]:
        yield ("int", repr(text))
    for text, base in [("ff", 16), ("0xff", 16), ("0XFF", 0), ("0b101", 0), ("0b101", 2), ("0o17", 0), ("0o17", 8),
                       ("0x_f", 16), ("0_7", 8), ("0b", 0), ("0", 0), ("00", 0), ("010", 0), ("0_0", 0), ("z", 36),
                       ("z", 35), ("12", 1), ("12", 37), ("12", -1), ("2", 2), ("-0x10", 0), ("0b1", 16), ("1" * 5000, 2),
                       ("1" * 5000, 10), ("1" * 4301, 7), ("10", 0), ("0x", 16), ("0b2", 0), ("_5", 0), ("0__1", 0)]:
        yield ("int", repr(text), str(base))
    yield from [("int", "'1'", "'2'"), ("int", "1", "10"), ("int", "'11'", "base=2"), ("int", "base=2"), ("int", "x=1"),
                ("int", "1", "2", "3"), ("int",), ("int", "'1'", "base=2", "x=3"), ("int", "'12'", str(10**30)),
                ("int", "'1'", "True"), ("int", "'1'", "False")]
    for text in ["1.5", " 1.5 ", "1e5", "1E-5", ".5", "5.", ".", "e5", "1e", "1e+", "inf", "-Infinity", "+NaN", "nan()",
                 "1_0.5_5", "1__0", "_1.0", "1_.0", "1.0_", "1e1_0", "0x1p3", "1e400", "-1e400", "1e-400", "abc", "",
                 "1.5 x", "\u0967.\u096b", "\x1c1", "1\x002", "infinit", "9007199254740993", "0.1e-1", "179769313486231580793e289",
                 "2.4703282292062328e-324", "2.4703282292062327e-324", "1" * 400, "0." + "0" * 400 + "1"]:
        yield ("float", repr(text))
    yield from [("float", "1", "2"), ("float", "x=1"), ("float",), ("float", "..."), ("bool",), ("bool", "1", "2"),
                ("bool", "x=1"), ("bool", "'a'"), ("bool", "5e-324")]
    for text in ["1", "1+2j", " ( 1+2j ) ", "(1+2j", "1+2j)", "j", "+j", "-J", "1-j", "1 +2j", "1+2", "", "nan+infj",
                 "1_0+1_1j", "1__0j", "1e5", "1e5j", "1.5e-3-.5j", "infinity", "-nanj", "\u0661+\u0662j", "1j1", "(", "()"]:
        yield ("complex", repr(text))
    yield from [("complex", "1", "2"), ("complex", "1j", "1j"), ("complex", "(1+2j)", "-0.0"), ("complex", "-0.0", "-0.0"),
                ("complex", "'1'", "2"), ("complex", "1", "'2'"), ("complex", "None"), ("complex", "1", "None"),
                ("complex", "real=1"), ("complex", "imag=1"), ("complex", "1", "real=2"), ("complex", "1", "2", "3"),
                ("complex", "x=3"), ("complex", "real=1", "imag=2", "x=3"), ("complex",), ("complex", "imag=(1+2j)"),
                ("complex", str(10**400))]


def methods(choose):
    for n in choose.sample(INTEGERS, 14):
        for name in ["bit_length", "bit_count", "conjugate", "as_integer_ratio", "__trunc__", "__floor__", "__ceil__",
                     "__round__", "real", "imag", "numerator", "denominator", "__sizeof__", "__index__", "__int__",
                     "__float__", "__getnewargs__"]:
            yield ("." + name, n)
    for n in ["0", "5", "15", "25", "-15", "-25", "-26", "12345", "149", "150", "151", "1180591620717411303424", "-99", "True"]:
        for places in ["0", "-1", "-2", "-3", "-20", "-30", "3", str(-(10**6)), str(10**30)]:
            yield (".__round__", n, places)
    yield from [(".__round__", "1", "None"), (".__round__", "1", "1.0"), (".__round__", "1", "1", "2")]
    for n in ["0", "1", "255", "256", "-1", "-128", "-129", "65535", "18446744073709551615", "-18446744073709551616"]:
        for args in [("1", "'big'"), ("2", "'little'"), ("2", "'big'", "signed=True"), ("8", "'little'", "signed=True"),
                     ("9", "'big'", "signed=True"), ("0", "'big'"), ("1", "'big'", "signed=True")]:
            yield (".to_bytes", n, *args)
    yield from [(".to_bytes", "5", "-1", "'big'"), (".to_bytes", "5", "1", "'x'"), (".to_bytes", "5", "1", "5"),
                (".to_bytes", "5"), (".to_bytes", "5", "1"), (".to_bytes", "5", "'a'", "'big'"),
                (".to_bytes", "5", "byteorder='big'"), (".to_bytes", "5", "1", "'big'", "True"),
                (".to_bytes", "5", "1", "'big'", "x=1"), (".to_bytes", "5", "1", "length=1"),
                (".to_bytes", "5", "1", "'big'", "signed=True", "x=1"), (".to_bytes", "5", str(10**30), "'big'")]
    for data in ["b''", "b'a'", "b'ab'", "b'\\xff'", "b'\\xff\\xfe'", "b'\\x80'", "b'\\x00\\x80\\x01\\x02\\x03\\x04\\x05\\x06\\x07'"]:
        for args in [("'big'",), ("'little'",), ("'big'", "signed=True"), ("'little'", "signed=True")]:
            yield ("int.from_bytes", data, *args)
    yield from [("int.from_bytes", "5", "'big'"), ("int.from_bytes",), ("int.from_bytes", "b'ab'"),
                ("int.from_bytes", "b'a'", "'x'"), ("int.from_bytes", "b'a'", "byteorder=5")]
    for f in FLOATS:
        for name in ["is_integer", "as_integer_ratio", "hex", "conjugate", "real", "imag", "__trunc__", "__floor__",
                     "__ceil__", "__round__", "__int__", "__float__", "__getnewargs__"]:
            yield ("." + name, f)
        for places in ["0", "1", "2", "5", "17", "20", "-1", "-2", "-10", "-308", "-309", "323", "324", str(10**30), str(-(10**30))]:
            yield (".__round__", f, places)
    for f, places in [("0.15", "1"), ("0.25", "1"), ("2.675", "2"), ("1.005", "2"), ("5e15", "-15"), ("15.0", "-1"),
                      ("25.0", "-1"), ("1.7e308", "-308"), ("55.0", "-2"), ("50.0", "-2"), ("150.0", "-2"), ("9.995", "2"),
                      ("0.5", "0"), ("1.5", "0"), ("2.5", "None"), ("1.5", "'a'"), ("99.5", "-2"), ("4.5", "-1"), ("5.0", "-1"), ("5.000001", "-1")]:
        yield (".__round__", f, places)
    for text in ["0x1.8p1", "-0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023",
                 "1.8", "inf", "-Infinity", "nan", "infx", "zz", "0x.p1", "0x", "0x1p", "0x1p2000", "0x0p99999999999999999999",
                 "0x1p99999999999999999999", "0x1p-99999999999999999999", " 0x1.8 ", "0x1_0", "0x" + "f" * 30, "0x0." + "0" * 50 + "1p200",
                 "0x1.00000000000008p0", "0x1.000000000000080001p0", "0x1.00000000000018p0", "ffp2", ".8", "8.", "+0X1P+3"]:
        yield ("float.fromhex", repr(text))
    yield ("float.fromhex", "1")
    yield from [("float.__getformat__", "'double'"), ("float.__getformat__", "'x'")]
    for c in COMPLEXES:
        for name in ["conjugate", "real", "imag", "__getnewargs__"]:
            yield ("." + name, c)
    yield (".__complex__", "1j")
    for sign, name in BINARY.items():
        yield (f".__{name}__", "6", "3")
        yield (f".__r{name}__", "6", "3")
        yield (f".__{name}__", "6", "None")
        yield (f".__{name}__", "6", "1.5")
    yield from [(".__pow__", "2", "5", "None"), (".__pow__", "2", "5", "7"), (".__rpow__", "3", "2", "5"), (".__pow__", "2.0", "5", "7"), (".__add__", "1"), (".__divmod__", "7", "2"), (".__rdivmod__", "7", "2"),
                (".__eq__", "1", "1.0"), (".__lt__", "1", "2"), (".__hash__", "-1"), (".__bool__", "0")]


ORDINARY = {"neg": "-", "pos": "+", "invert": "~"}


def literal(text):
    name, equals, rest = text.partition("=")
    if equals and name.isidentifier():
        return f"{name}={literal(rest)}"
    if text in ("inf", "-inf", "nan"):
        return f"float('{text}')"
    if "inf" in text or "nan" in text and text.startswith("("):
        if text.startswith("("):
            return f"complex('{text}')"
    if text == "(-0-1j)":
        return "complex(-0.0, -1.0)"
    if text == "(3-0j)":
        return "complex(3.0, -0.0)"
    if text.startswith("(") and text.endswith("j)"):
        return f"complex('{text}')"
    return text


def expression(operation, *arguments):
    values = [literal(argument) for argument in arguments]
    if operation in ORDINARY:
        return f"{ORDINARY[operation]}({values[0]})"
    if operation.startswith("."):
        return f"getter({values[0]}, '{operation[1:]}', {', '.join(values[1:])})"
    if operation[0].isalpha():
        return f"{operation}({', '.join(values)})"
    return f"({values[0]}) {operation} ({values[1]})"


def getter(value, name, *arguments, **keywords):
    attribute = getattr(value, name)
    return attribute(*arguments, **keywords) if callable(attribute) else attribute


def evaluate(row):
    try:
        result = eval(expression(*row))
        return result if type(result) is str else repr(result)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    if sys.argv[1:] == ["--evaluate"]:
        for row in rows():
            print(ascii(evaluate(row)))
        return
    recorded = [
        subprocess.run([python, "-W", "ignore", __file__, "--evaluate"], check=True, capture_output=True, text=True).stdout.splitlines()
        for python in sys.argv[1:3]
    ]
    lines = []
    for row, old, new in zip(rows(), *recorded, strict=True):
        results = [eval(old)] if old == new else [eval(old), eval(new)]
        line = "\t".join([*row, "=", *results])
        assert "\n" not in line and line.count("\t") == len(row) + len(results), line
        lines.append(line)
    lines = list(dict.fromkeys(lines))
    target = pathlib.Path(__file__).with_name("expressions.tsv")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "expressions")


main()
