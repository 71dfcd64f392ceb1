"""Calendar arithmetic from first principles: weekdays, leap years, Easter, pages."""

MONTHS = ["January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def day_number(year, month, day):
    """Days since 1 January of year 1, which is day 1, a Monday."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + sum(month_length(year, m) for m in range(1, month)) + day


def weekday(year, month, day):
    return (day_number(year, month, day) - 1) % 7


def from_day_number(number):
    year = number // 366 + 1
    while day_number(year + 1, 1, 1) <= number:
        year += 1
    month = 1
    while month < 12 and day_number(year, month + 1, 1) <= number:
        month += 1
    return year, month, number - day_number(year, month, 1) + 1


def weeks(year, month):
    first = weekday(year, month, 1)
    days = [0] * first + list(range(1, month_length(year, month) + 1))
    days += [0] * (-len(days) % 7)
    return [days[i : i + 7] for i in range(0, len(days), 7)]


def page(year, month):
    lines = [f"{MONTHS[month - 1]} {year}".center(20).rstrip()]
    lines.append(" ".join(name[:2] for name in DAYS))
    for week in weeks(year, month):
        lines.append(" ".join(f"{day:2d}" if day else "  " for day in week).rstrip())
    return lines


def side_by_side(pages, gap="   "):
    height = max(map(len, pages))
    for i in range(height):
        row = [p[i] if i < len(p) else "" for p in pages]
        print(gap.join(f"{cell:<20}" for cell in row).rstrip())


def easter(year):
    a = year % 19
    b, c = divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return month, day + 1


side_by_side([page(2024, m) for m in (1, 2, 3)])
print()
side_by_side([page(2021, 2), page(2023, 10)])
print([y for y in (1600, 1700, 1900, 2000, 2023, 2024, 2100) if is_leap(y)])
for date in ((1, 1, 1), (1582, 10, 15), (1970, 1, 1), (2000, 2, 29), (2024, 12, 25), (9999, 12, 31)):
    number = day_number(*date)
    assert from_day_number(number) == date, date
    print("%04d-%02d-%02d" % date, number, DAYS[weekday(*date)])
print(day_number(2024, 12, 25) - day_number(2024, 2, 1), "days")
print({year: "%d/%d" % easter(year)[::-1] for year in (1999, 2000, 2011, 2024, 2038)})
fridays = [(y, m) for y in range(2020, 2025) for m in range(1, 13) if weekday(y, m, 13) == 4]
print("Friday the 13th:", fridays)
counts = [0] * 7
for y in range(2000, 2400):
    for m in range(1, 13):
        counts[weekday(y, m, 13)] += 1
print(dict(zip(DAYS, counts)))


def julian_minutes(text):
    date, _, clock = text.partition("T")
    y, m, d = map(int, date.split("-"))
    hh, mm = (int(x) for x in clock.split(":"))
    return (day_number(y, m, d) * 24 + hh) * 60 + mm


print(julian_minutes("2024-03-01T06:30") - julian_minutes("2024-02-28T23:45"))
