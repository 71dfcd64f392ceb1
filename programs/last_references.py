"""In which order objects end when a function returns or raises."""

class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone", self.name)

def g(p, q):
    z = D("z"); a = D("a")

def left_behind(p):
    x = D("x")
    [D("stack1"), D("stack2"), 1/0]

def gen(p, q):
    a = D("a")
    yield 1
    b = D("b")

g(D("p"), D("q"))
try: left_behind(D("p"))
except ZeroDivisionError: print("caught")
for _ in gen(D("p"), D("q")): pass
class C:
    def m(self, x, y): t = D("t")
C().m(D("x"), D("y"))
