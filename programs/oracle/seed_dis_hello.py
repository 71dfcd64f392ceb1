"""dis.dis and code_info of the hello function, and with caches where there are any."""

import dis
import re
import sys


def hello():
    print("Hello")


dis.dis(hello)
print(re.sub(r" at 0x[0-9a-f]+", " at *", dis.code_info(hello)))
print(list(hello.__code__.co_code))
print(hello.__code__.co_flags, hello.__code__.co_stacksize, hello.__code__.co_linetable.hex(" "))
if sys.version_info >= (3, 11):
    dis.dis(hello, show_caches=True)
