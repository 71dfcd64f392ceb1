"""Formatting with %: every conversion, flags, widths from arguments, mappings, errors, bytes."""

print("%s %d %i %f" % ("a", 1, 2, 3.5))
print("[%5d] [%-5d] [%05d] [%+d] [% d] [%x] [%X] [%o] [%#x] [%#o]" % (42, 42, 42, 42, 42, 255, 255, 8, 255, 8))
print("[%8.3f] [%-8.2f] [%08.2f] [%+.1f] [%.0f] [%#.0f] [%e] [%.2E] [%g] [%G]" % (3.14159, 2.5, 2.5, 1.25, 2.5, 2.0, 12345.678, 0.00012, 1e-7, 1e20))
print("[%10s] [%-10s] [%.2s] [%10.3s] [%r] [%a] [%c] [%c]" % ("abc", "abc", "abcdef", "abcdef", "q'", "é", "x", 65))
print("[%*d] [%-*d] [%.*f] [%*.*f]" % (6, 42, 6, 42, 2, 3.14159, 8, 1, 2.55))
print("100%% of %s" % "it", "%s" % (1,), "%s" % [1, 2], "%s" % {"a": 1}, "%s %s" % ("t", (1, 2)))
print("%(name)s is %(age)d, %(name)r %(ratio).1f%%" % {"name": "Ann", "age": 30, "ratio": 99.5, "extra": 0})
print("%d %d %d" % (3.99, True, -7), "%s %s %s" % (None, True, 1.0), "%x" % -255, "%#X" % 3735928559)
print("%5s|%-5s|%5s" % (None, True, 1.5), "%s" % "", "%%", "%c" % "é")
print("%.3d %+.5d %5.3d|" % (7, 42, 9), "%.10g %.3g" % (0.1, 1234567), "%s" % (10**30), "%d" % 10**2)
print("%f %e %g" % (float("inf"), float("-inf"), float("nan")), "%5.1f|%-8g|" % (0.05, 100000.0))
print("%i%%" % 50, "%u" % 3, "%ld" % 5, "%hd" % 6, "%s" % b"bytes", "%r" % (("x",),))


class Both:
    def __str__(self):
        return "str!"

    def __repr__(self):
        return "repr!"

    def __int__(self):
        return 7

    def __index__(self):
        return 7

    def __float__(self):
        return 7.5


print("%s %r %d %x %f %5s|" % (Both(), Both(), Both(), Both(), Both(), Both()))
bad = [
    ("%d", "text"), ("%d", (1, 2)), ("%d %d", 1), ("%s %s", ("one",)), ("%x", 1.5), ("%c", "ab"), ("%c", -1),
    ("%q", 1), ("%", 1), ("%(a)s", 1), ("%(a)s", {}), ("%(a", {"a": 1}), ("%*d", ("w", 1)), ("no", 1), ("%s", ()),
    ("%f", "1.0"), ("%c", 1.0), ("%o", None), ("%.*f", (1,)), ("%5", 1), ("abc%zd", 5), ("%d", None), ("%i", [1]),
    ("%c", 0x110000), ("%e", None), ("plain", {}), ("plain", ()), ("%5%|", ()),
]
for pattern, argument in bad:
    try:
        print(repr(pattern), pattern % argument)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(repr(pattern), type(error).__name__ + ":", error)
print(b"%s %d %x %c|%5s|%-4d|" % (b"raw", 5, 255, 66, b"ab", 3), b"%b %a %r" % (b"b", "é", 1), b"%(k)s" % {b"k": b"v"})
for pattern, argument in [(b"%s", "text"), (b"%b", 1), (b"%d", "x"), (b"%c", 300)]:
    try:
        print(pattern % argument)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__ + ":", error)
template = "%-10s|%8.2f|%04d"
for row in [("apple", 1.5, 3), ("watermelon pie", 12.345, 12345), ("", -0.001, -5)]:
    print(template % row)
number = 7
number %= 4
text = "%s-%s"
text %= (number, "tail")
print(number, text, 7 % 3, -7 % 3, 7.5 % 2)
