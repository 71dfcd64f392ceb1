"""The same call before its instructions are rewritten, and after: to be played side by side."""
# versions: 311


class Log:
    def __init__(self):
        self.lines = []
        self.room = 20


def note(log, number):
    if len(log.lines) < log.room:
        log.lines.append(number + 1)
    return len(log.lines)


log = Log()
for number in range(12):
    note(log, number)
print(log.lines)
