"""Data structures: an LRU cache on a linked list, a binary tree, a heap, a trie, a union-find."""


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = self.after = self


class LRU:
    def __init__(self, size):
        self.size = size
        self.nodes = {}
        self.root = Node()
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.before.after = node.after
        node.after.before = node.before

    def _front(self, node):
        first = self.root.after
        node.before, node.after = self.root, first
        self.root.after = first.before = node

    def get(self, key, default=None):
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._front(node)
        return node.value

    def put(self, key, value):
        if key in self.nodes:
            node = self.nodes[key]
            node.value = value
            self._unlink(node)
        else:
            if len(self.nodes) >= self.size:
                last = self.root.before
                self._unlink(last)
                del self.nodes[last.key]
            node = self.nodes[key] = Node(key, value)
        self._front(node)

    def __iter__(self):
        node = self.root.after
        while node is not self.root:
            yield node.key
            node = node.after

    def __len__(self):
        return len(self.nodes)

    def __contains__(self, key):
        return key in self.nodes


cache = LRU(3)
for i, key in enumerate("abcadbea"):
    if cache.get(key) is None:
        cache.put(key, i)
    print(key, list(cache), end="; ")
print()
print(cache.hits, cache.misses, len(cache), "a" in cache, "c" in cache)
try:
    Node().colour = "red"
except AttributeError as error:
    print(error)


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def add(self, key):
        if self.root is None:
            self.root = [key, None, None]
            self.size = 1
            return True
        node = self.root
        while True:
            if key == node[0]:
                return False
            side = 1 if key < node[0] else 2
            if node[side] is None:
                node[side] = [key, None, None]
                self.size += 1
                return True
            node = node[side]

    def __iter__(self):
        def walk(node):
            if node:
                key, left, right = node
                yield from walk(left)
                yield key
                yield from walk(right)

        return walk(self.root)

    def depth(self):
        def measure(node):
            return 0 if node is None else 1 + max(measure(node[1]), measure(node[2]))

        return measure(self.root)


tree = Tree()
print([tree.add(k) for k in (50, 30, 70, 20, 40, 60, 80, 30, 65)])
print(list(tree), tree.size, tree.depth())


class Heap:
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.push(item)

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i and items[i] < items[(i - 1) // 2]:
            items[i], items[(i - 1) // 2] = items[(i - 1) // 2], items[i]
            i = (i - 1) // 2

    def pop(self):
        items = self.items
        top, last = items[0], items.pop()
        if items:
            items[0] = last
            i = 0
            while True:
                child = min((c for c in (2 * i + 1, 2 * i + 2) if c < len(items)), key=items.__getitem__, default=None)
                if child is None or items[i] <= items[child]:
                    break
                items[i], items[child] = items[child], items[i]
                i = child
        return top

    def __bool__(self):
        return bool(self.items)


heap = Heap([5, 2, 8, 1, 9, 3, 7])
out = []
while heap:
    out.append(heap.pop())
print(out)
trie = {}
for word in "car card care cat dog do".split():
    node = trie
    for letter in word:
        node = node.setdefault(letter, {})
    node["$"] = word


def complete(prefix):
    node = trie
    for letter in prefix:
        if letter not in node:
            return []
        node = node[letter]
    found, todo = [], [node]
    while todo:
        node = todo.pop()
        for key, child in node.items():
            if key == "$":
                found.append(child)
            else:
                todo.append(child)
    return sorted(found)


print(complete("car"), complete("do"), complete("x"), len(complete("")))
parent = list(range(10))


def find(x):
    while parent[x] != x:
        parent[x] = x = parent[parent[x]]
    return x


for a, b in [(0, 1), (2, 3), (1, 3), (5, 6), (7, 8), (8, 5)]:
    parent[find(a)] = find(b)
groups = {}
for x in range(10):
    groups.setdefault(find(x), []).append(x)
print(sorted(groups.values()))
