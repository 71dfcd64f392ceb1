"""Trees and graphs of objects: expression trees with visitors, symbolic derivatives, balanced trees, drawings."""


class Expression:
    def __add__(self, other):
        return Add(self, lift(other)).simplify()

    def __radd__(self, other):
        return Add(lift(other), self).simplify()

    def __mul__(self, other):
        return Multiply(self, lift(other)).simplify()

    def __rmul__(self, other):
        return Multiply(lift(other), self).simplify()

    def __pow__(self, n):
        return Power(self, n).simplify()

    def __neg__(self):
        return -1 * self

    def simplify(self):
        return self

    def accept(self, visitor):
        for kind in type(self).__mro__:
            method = getattr(visitor, "visit_" + kind.__name__.lower(), None)
            if method:
                return method(self)
        raise TypeError(f"{type(visitor).__name__} cannot visit {type(self).__name__}")


class Number(Expression):
    def __init__(self, value):
        self.value = value


class Variable(Expression):
    def __init__(self, name):
        self.name = name


class Pair(Expression):
    def __init__(self, left, right):
        self.left, self.right = left, right

    def values(self):
        return tuple(p.value if isinstance(p, Number) else None for p in (self.left, self.right))


class Add(Pair):
    def simplify(self):
        match self.values():
            case (0, _):
                return self.right
            case (_, 0):
                return self.left
            case (int(a), int(b)):
                return Number(a + b)
        return self


class Multiply(Pair):
    def simplify(self):
        match self.values():
            case (0, _) | (_, 0):
                return Number(0)
            case (1, _):
                return self.right
            case (_, 1):
                return self.left
            case (int(a), int(b)):
                return Number(a * b)
            case (None, int()):
                return Multiply(self.right, self.left)
        return self


class Power(Pair):
    def __init__(self, base, n):
        super().__init__(base, Number(n))

    def simplify(self):
        n = self.right.value
        return Number(1) if n == 0 else self.left if n == 1 else self


def lift(value):
    return value if isinstance(value, Expression) else Number(value)


class Show:
    def visit_number(self, e):
        return str(e.value)

    def visit_variable(self, e):
        return e.name

    def visit_add(self, e):
        return f"({e.left.accept(self)} + {e.right.accept(self)})"

    def visit_multiply(self, e):
        return f"{e.left.accept(self)}*{e.right.accept(self)}"

    def visit_power(self, e):
        return f"{e.left.accept(self)}^{e.right.accept(self)}"


class Evaluate:
    def __init__(self, **names):
        self.names = names

    def visit_number(self, e):
        return e.value

    def visit_variable(self, e):
        return self.names[e.name]

    def visit_pair(self, e):
        a, b = e.left.accept(self), e.right.accept(self)
        return {Add: lambda: a + b, Multiply: lambda: a * b, Power: lambda: a**b}[type(e)]()


class Derive:
    def __init__(self, name):
        self.name = name

    def visit_number(self, e):
        return Number(0)

    def visit_variable(self, e):
        return Number(int(e.name == self.name))

    def visit_add(self, e):
        return e.left.accept(self) + e.right.accept(self)

    def visit_multiply(self, e):
        return e.left.accept(self) * e.right + e.left * e.right.accept(self)

    def visit_power(self, e):
        n = e.right.value
        return n * e.left ** (n - 1) * e.left.accept(self)


x, y = Variable("x"), Variable("y")
for e in (x**3 + 2 * x + 7, (x + y) ** 2, 3 * x * y**2 + -x, x * 0 + 5, 1 * x, x**0 + x**1):
    d = e.accept(Derive("x"))
    print(e.accept(Show()), "| d/dx:", d.accept(Show()), "|", e.accept(Evaluate(x=2, y=3)), d.accept(Evaluate(x=2, y=3)))
try:
    x.accept(object())
except TypeError as error:
    print(error)
try:
    y.accept(Evaluate(x=1))
except KeyError as error:
    print("unbound", error)


class AVL:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right
        self.height = 1 + max(height(left), height(right))

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __repr__(self):
        return f"({self.left or '-'} {self.key} {self.right or '-'})" if self.left or self.right else str(self.key)


def height(node):
    return node.height if node else 0


def balance(key, left, right):
    if height(left) > height(right) + 1:
        if height(left.left) >= height(left.right):
            return AVL(left.key, left.left, AVL(key, left.right, right))
        middle = left.right
        return AVL(middle.key, AVL(left.key, left.left, middle.left), AVL(key, middle.right, right))
    if height(right) > height(left) + 1:
        if height(right.right) >= height(right.left):
            return AVL(right.key, AVL(key, left, right.left), right.right)
        middle = right.left
        return AVL(middle.key, AVL(key, left, middle.left), AVL(right.key, middle.right, right.right))
    return AVL(key, left, right)


def insert(node, key):
    if node is None:
        return AVL(key)
    if key < node.key:
        return balance(node.key, insert(node.left, key), node.right)
    if key > node.key:
        return balance(node.key, node.left, insert(node.right, key))
    return node


def remove(node, key):
    if node is None:
        raise KeyError(key)
    if key < node.key:
        return balance(node.key, remove(node.left, key), node.right)
    if key > node.key:
        return balance(node.key, node.left, remove(node.right, key))
    if node.left is None or node.right is None:
        return node.left or node.right
    successor = min(node.right)
    return balance(successor, node.left, remove(node.right, successor))


tree = None
versions = []
for key in range(1, 8):
    tree = insert(tree, key)
    versions.append(tree)
print(tree, tree.height, versions[2], list(versions[4]))
for key in range(8, 200):
    tree = insert(tree, key * 37 % 211)
print(len(list(tree)), tree.height, list(tree) == sorted(set(tree)))
for key in range(0, 211, 2):
    try:
        tree = remove(tree, key)
    except KeyError as error:
        print("missing", error)
print(len(list(tree)), tree.height, sum(tree), all(k % 2 for k in tree))


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4, []]), 5], [[[6]]]])))


def draw(tree, name=lambda t: t[0], children=lambda t: t[1:], prefix=""):
    yield prefix + name(tree) if not prefix else prefix[:-3] + "+- " + name(tree)
    below = children(tree)
    for i, child in enumerate(below):
        yield from draw(child, name, children, prefix + ("|  " if i < len(below) - 1 and not prefix.endswith("   x") else "   "))


for line in draw(("root", ("usr", ("bin", ("python",)), ("lib",)), ("etc",), ("home", ("ann",), ("bob",)))):
    print(line)
