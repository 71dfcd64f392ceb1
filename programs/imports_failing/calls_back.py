"""Calls what it is given; its frames are in the traceback."""


def run(action):
    print("calling back")
    return action()
