"""An interpreter for brainf***, with jumps resolved beforehand."""


def compile_program(source):
    code = []
    stack = []
    for position, char in enumerate(source):
        if char not in "+-<>.,[]":
            continue
        if code and char in "+-<>" and code[-1][0] == char:
            code[-1][1] += 1
        elif char == "[":
            stack.append(len(code))
            code.append(["[", None])
        elif char == "]":
            if not stack:
                raise SyntaxError(f"unmatched ] at {position}")
            start = stack.pop()
            code[start][1] = len(code)
            code.append(["]", start])
        else:
            code.append([char, 1])
    if stack:
        raise SyntaxError(f"unmatched [, {len(stack)} open")
    return code


def run(source, text="", limit=1_000_000):
    code = compile_program(source)
    tape = bytearray(100)
    pointer = pc = steps = 0
    given = iter(text)
    output = []
    while pc < len(code):
        steps += 1
        if steps > limit:
            raise TimeoutError(f"more than {limit} steps")
        op, argument = code[pc]
        if op == "+":
            tape[pointer] = (tape[pointer] + argument) & 255
        elif op == "-":
            tape[pointer] = (tape[pointer] - argument) % 256
        elif op == ">":
            pointer += argument
            while pointer >= len(tape):
                tape.extend(bytes(100))
        elif op == "<":
            pointer -= argument
            if pointer < 0:
                raise IndexError("left of the tape")
        elif op == ".":
            output.append(chr(tape[pointer]))
        elif op == ",":
            tape[pointer] = ord(next(given, "\0"))
        elif op == "[":
            if not tape[pointer]:
                pc = argument
        elif tape[pointer]:
            pc = argument
        pc += 1
    return "".join(output), steps


HELLO = """
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]
>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.
"""
print(run(HELLO))
print(run(",[.,]", "echo"))
print(run(",>,<[->+<]>.", "!A"))
print(run(">,[>,]<[.<]", "reverse"))
triangle = "+++++>>>" + "+" * 10 + ">" + "+" * 42 + "<<<<" + "[>+[->+>>.<<<]>[-<+>]>.<<<-]"
text, steps = run(triangle)
print(text, steps)
for bad, given in (("[[]", ""), ("+]", ""), ("<", ""), ("+[]", ""), (",.", "é")):
    try:
        print(run(bad, given, 1000))
    except (SyntaxError, IndexError, TimeoutError, ValueError) as error:
        print(type(error).__name__, error)
print(compile_program("+++[->++<]>.")[:5])
