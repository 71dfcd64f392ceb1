"""What only CPython 3.11 can compile, and long jumps, arguments and lines."""


def groups(action):
    try:
        action()
    except* OSError as group:
        print(group)
    except* (ValueError, TypeError):
        raise


def loops(items):
    while items is not None:
        items = items.next
    while items is None:
        items = items.next
    while not items:
        items = items.next
    while items:
        items = items.next
