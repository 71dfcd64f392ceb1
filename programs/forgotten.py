"""What is forgotten: a coroutine that nobody awaits, a generator that is dropped half-way."""


async def greet(name):
    print("Hello", name)


def lines():
    try:
        yield "first"
        yield "second"
    finally:
        print("the file is closed")


def main():
    greet("nobody")
    for line in lines():
        print(line)
        break
    print("the loop is left")


try:
    main()
finally:
    print("the end")
