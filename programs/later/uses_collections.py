"""collections: Counter, defaultdict, deque, namedtuple, OrderedDict, ChainMap, and their abstract relatives."""

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized

words = "the quick the lazy the dog quick".split()
c = Counter(words)
print(c, c.most_common(2), c["none"], sorted(c.elements())[:3], c.total(), c + Counter(the=1), c - Counter(the=5), c & Counter(the=1, dog=3))
c.update(["dog"])
c.subtract({"the": 10})
print(c, +c)
groups = defaultdict(list)
for word in words:
    groups[len(word)].append(word)
print(groups, groups[9], len(groups), dict(groups).get(99))
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, d[0], d[-1], len(d), 3 in d)
d.rotate(1)
d.extendleft("ab")
print(d, list(reversed(d)), deque("abc").index("c"), d.maxlen)
Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(z=9), p._asdict(), Point._fields, p == (1, 2, 0), Point._make([7, 8, 9]), p + (1,))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, o.popitem(last=False), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
chain["c"] = 4
print(chain["a"], chain["b"], sorted(chain), chain.maps[0], len(chain))
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(5, Iterable), isinstance(len, Callable), isinstance("", Sized), issubclass(dict, Mapping))
for bad in (lambda: deque().pop(), lambda: Point(1), lambda: Point(1, 2, 3, 4), lambda: namedtuple("P", "a a"), lambda: defaultdict(5), lambda: d[10], lambda: Point(1, 2).__setattr__("x", 5), lambda: deque([1], maxlen=-1), lambda: chain["q"]):
    try:
        print(bad())
    except (IndexError, TypeError, ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
