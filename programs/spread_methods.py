"""Methods called with spread arguments: receivers, generators, errors, how long the method lives."""


class A:
    def m(self, *a, **k):
        return a, k

    def g(self, *a):
        yield from a

    def e(self):
        return self.zz

    async def co(self, x):
        return x


a = A()
t = (1, 2)
d = {"x": 1}
for _ in range(30):
    r = (a.m(*t), a.m(*t, **d), a.m(**d), list(a.g(*t)), A.m(a, *t))
print(r)
for f in (
    lambda: a.e(*t),
    lambda: a.e(*()),
    lambda: a.m(*5),
    lambda: a.m(**{1: 2}),
    lambda: a.e(**d),
):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e, e.__traceback__.tb_next.tb_lineno)
try:
    a.co(*(1,)).send(None)
except StopIteration as e:
    print(e.value)


class D:
    def __del__(self):
        print("del")

    def m(self, *a):
        return len(a)


print(D().m(*t))
print(D().m(*t, **{}))


class R:
    def r(self, n):
        return 0 if n == 0 else 1 + self.r(*(n - 1,))


print(R().r(*(200,)))
try:
    R().r(*(100000,))
except RecursionError as e:
    print(e)
