"""The module time: clocks that go forward, and waiting."""
import time


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    clock, nanoseconds = getattr(time, name), getattr(time, name + "_ns")
    first, second, third = clock(), nanoseconds(), clock()
    print(name, type(first).__name__, type(second).__name__, first <= second / 1e9 + 1e-3, second / 1e9 <= third + 1e-3, first <= third)
print(time.time() > 1.7e9)
start, used = time.perf_counter(), time.process_time()
print(time.sleep(0.02), time.sleep(0), time.perf_counter() - start >= 0.02, time.process_time() - used < 0.02)
total = 0
for i in range(200_000):
    total += i
print(time.process_time() > used)
for wrong in (-1, -0.5, "a", None, float("nan"), 1e300, 10 ** 30):
    print(repr(wrong), attempt(time.sleep, wrong))
print(attempt(time.time, 1), attempt(time.sleep), time.sleep.__name__, time.time.__module__)
