"""f-strings: conversions, format specs, nesting, '=', alignment, signs, grouping."""

name = "Adder"
n = 1234567
x = 3.14159265
print(f"{name} {n} {x}")
print(f"{name!r} {name!s} {'é'!a} {name!r:>10}|")
print(f"[{name:10}] [{name:>10}] [{name:^11}] [{name:*^11}] [{name:.2}] [{name:-<8.3}]")
print(f"[{n:d}] [{n:,}] [{n:_}] [{n:+}] [{n: }] [{n:012}] [{n:>12}] [{n:<12}] [{n:^12}]")
print(f"[{-n:+,}] [{-n:015,}] [{-5:=+8}] [{-5:x=8}] [{5:x^+8}]")
print(f"{255:b} {255:o} {255:x} {255:X} {255:#b} {255:#o} {255:#x} {255:#X} {255:#010x} {-255:#x}")
print(f"{n:_b} {2**40:_x} {65:c} {n:e} {n:.3e} {n:g} {n:.0f} {n:%}")
print(f"[{x:.2f}] [{x:10.3f}] [{x:<10.3f}] [{x:+.1f}] [{x:010.2f}] [{x:e}] [{x:.3E}] [{x:g}] [{x:.3g}] [{x:n}]")
print(f"{0.1 + 0.2} {0.1 + 0.2:.3} {1e20} {1e16} {1e15} {1e-5} {0.0001} {1e300 * 10} {123456789.0}")
print(f"{0.5:%} {0.12345:.1%} {1:.0%} {float('nan'):f} {float('inf'):08.2f} {-float('inf'):>8}")
print(f"{1234.5:,.2f} {1e10:,} {1234567.891:_.1f} {1e-10:g} {1e6:g} {1e5:g} {100.0:g} {100.0:#g}")
print(f"{2.5:.0f} {3.5:.0f} {0.5:.0f} {1.005:.2f} {2.675:.2f} {-0.0} {-0.0:.1f} {-0.4:.0f}")
print(f"{True} {True:d} {True:5} {None} {[1, 'a']} {(1,)} { {'a': 1} } {'a': >3}")
print(f"{{}} {{{n}}} {'{'} {'}'}")
print(f"{n=} {x=:.2f} {name = } {n + 1 = :,} {name=!s}")
width, precision = 12, 4
print(f"[{x:{width}.{precision}}] [{x:{'>'}{width}}] [{name:{'*'}^{width}}]")
print(f"{f'{name}' + f'{n:{width}}'}")
print(f"{'nested ' + ('yes' if n else 'no')} {[i * i for i in range(3)]} {(lambda v: v + 1)(2)}")
print(f"a" "b" f"{n}" "c" f"{{d}}")
print(f"""multi
{name}
line""")
print(f"{'a' if n > 5 else 'b':>3}|{n!r:>8}|{x!r:.4}|{name[1]}|{name[::-1]}")
print(f"{1 + 2j} {1 + 2j:.1f} {(3 - 0.5j):+.2f} {10 ** 25} {10**25:,} {10**25:e}")
print(f"{'日本':>5}|{'é':*^5}|{'😀':<3}|")
print(rf"\n{n}\t", f"\x41{n}\u00e9")


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        return f"<{spec}>" if spec else f"${self.cents / 100:.2f}"

    def __str__(self):
        return "str money"

    def __repr__(self):
        return "repr money"


m = Money(12345)
print(f"{m} {m:abc} {m!s} {m!r} {m!s:>12} {m:{'x' * 3}}")
print(format(m), format(m, "z"), format(255, "x"), format("s", ">3"), format(2.5), format(None))
for value, spec in [(1, "s"), ("a", "d"), (1.5, "d"), ("a", "+"), ("a", "=5"), (1, ".2"), ([], "5"), (None, ">5"),
                    (1, "q"), (1.0, "x"), ("a", ","), (1, ",c"), (5, "0>"), (object, "d"), (1, "5z"), (2**32, "c"),
                    (1j, "d"), (1j, "010"), ("s", "_"), (1, "_,"), (1, ",_"), ({}, "x")]:
    try:
        print(repr(spec), format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(repr(spec), type(error).__name__ + ":", error)
print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0} {0!r:>5}".format("z"))
print("{0[1]} {0[0]} {d[key]} {c.real}".format([10, 20], d={"key": "v"}, c=3 + 4j))
print("{:{}} {:>{w}.{p}f}|".format("a", 3, 2.0, w=8, p=3), "{{{}}}".format(1), "{!s:^5}|".format("q"))
for pattern, args in [("{} {0}", (1,)), ("{0} {}", (1,)), ("{}", ()), ("{a}", ()), ("{", ()), ("}", ()), ("{!x}", (1,)), ("{0.nope}", (1,)), ("{0[5]}", ([],)), ("{:d}", ("a",))]:
    try:
        print(pattern.format(*args))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        print(repr(pattern), type(error).__name__ + ":", error)
print("{a} {b}".format_map({"a": 1, "b": 2}), "{:>5}{:<5}|".format("r", "l"), "{:,}".format(10**9))
