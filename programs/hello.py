"""The smallest program: one call of one builtin."""

print("Hello")
