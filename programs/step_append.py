"""A string that grows in place, as long as nobody else can see it: to be played step by step."""


def grow(part):
    text = part
    text += ", cheese"
    text += ", eggs"
    kept = text
    text += ", ham"
    return kept


print(grow("milk"))
