"""A parrot."""


def talk(word):
    return " ".join([word.upper()] * 3)
