"""One await, for looking at its instructions."""


async def double(number):
    return 2 * await number
