"""Cents and discounts."""

print("money is being imported as", __name__)
DISCOUNTS = {"none": lambda cents: cents, "ten": lambda cents: cents * 9 // 10}


def format_cents(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


if __name__ == "__main__":
    print("never: money is imported, not run")
