"""A small object mapper: fields as descriptors, tables as classes, queries as operators."""


class ValidationError(Exception):
    def __init__(self, field, value, why):
        super().__init__(f"{field.owner.__name__}.{field.name}: {value!r} {why}")
        self.field = field


class Condition:
    """What comes of comparing a field of a class: a test that can be combined."""

    __slots__ = ("test", "text")

    def __init__(self, test, text):
        self.test = test
        self.text = text

    def __and__(self, other):
        return Condition(lambda row: self.test(row) and other.test(row), f"({self.text} AND {other.text})")

    def __or__(self, other):
        return Condition(lambda row: self.test(row) or other.test(row), f"({self.text} OR {other.text})")

    def __invert__(self):
        return Condition(lambda row: not self.test(row), f"NOT {self.text}")

    def __call__(self, row):
        return self.test(row)

    def __repr__(self):
        return f"<{self.text}>"

    def __bool__(self):
        raise TypeError("a condition has no truth of its own; use & and |")


class Field:
    """A column: on an instance its value, on the class something to compare with."""

    kind = object
    counter = 0

    def __init__(self, default=None, required=False):
        self.default = default
        self.required = required
        Field.counter += 1
        self.order = Field.counter

    def __init_subclass__(cls, kind=None, **rest):
        super().__init_subclass__(**rest)
        if kind is not None:
            cls.kind = kind

    def __set_name__(self, owner, name):
        self.owner = owner
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        instance.__dict__[self.name] = self.check(value)
        instance.changed.add(self.name)

    def __delete__(self, instance):
        if self.required:
            raise AttributeError(f"{self.name} is required")
        instance.__dict__.pop(self.name, None)

    def check(self, value):
        if value is None:
            if self.required:
                raise ValidationError(self, value, "is required")
            return None
        if not isinstance(value, self.kind):
            raise ValidationError(self, value, f"is not a {self.kind.__name__}")
        return value

    def compare(self, sign, value, test):
        return Condition(lambda row: test(getattr(row, self.name), value), f"{self.name} {sign} {value!r}")

    def __eq__(self, value):
        return self.compare("=", value, lambda a, b: a == b)

    def __ne__(self, value):
        return self.compare("!=", value, lambda a, b: a != b)

    def __lt__(self, value):
        return self.compare("<", value, lambda a, b: a is not None and a < b)

    def __ge__(self, value):
        return ~(self < value)

    def __contains__(self, value):
        raise TypeError("use Field.one_of()")

    def one_of(self, *values):
        return self.compare("IN", values, lambda a, b: a in b)

    __hash__ = object.__hash__


class Text(Field, kind=str):
    def __init__(self, longest=20, **options):
        super().__init__(**options)
        self.longest = longest

    def check(self, value):
        value = super().check(value)
        if value is not None and len(value) > self.longest:
            raise ValidationError(self, value, f"is longer than {self.longest}")
        return value


class Number(Field, kind=int):
    def __init__(self, low=None, high=None, **options):
        super().__init__(**options)
        self.low, self.high = low, high

    def check(self, value):
        value = super().check(value)
        if value is None:
            return value
        if self.low is not None and value < self.low:
            raise ValidationError(self, value, f"is below {self.low}")
        if self.high is not None and value > self.high:
            raise ValidationError(self, value, f"is above {self.high}")
        return value


class Reference(Field):
    def __init__(self, target, **options):
        super().__init__(**options)
        self.target = target

    @property
    def kind(self):
        return Table.tables[self.target]


class Table(type):
    """The metaclass: collects the fields, in order, and gives each table its rows."""

    tables = {}

    @classmethod
    def __prepare__(meta, name, bases, **options):
        class Namespace(dict):
            def __setitem__(self, key, value):
                if isinstance(self.get(key), Field):
                    raise TypeError(f"{name}.{key} is defined twice")
                super().__setitem__(key, value)

        return Namespace()

    def __new__(meta, name, bases, namespace, table=None, **options):
        cls = super().__new__(meta, name, bases, dict(namespace), **options)
        fields = {}
        for base in reversed(cls.__mro__):
            for key, value in vars(base).items():
                if isinstance(value, Field):
                    fields[key] = value
        cls.fields = dict(sorted(fields.items(), key=lambda item: item[1].order))
        cls.table_name = table or name.lower() + "s"
        cls.rows = []
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        Table.tables[name] = cls

    def __call__(cls, *args, **values):
        row = super().__call__(*args, **values)
        cls.rows.append(row)
        return row

    def __len__(cls):
        return len(cls.rows)

    def __iter__(cls):
        return iter(cls.rows)

    def __getitem__(cls, key):
        if isinstance(key, Condition):
            return [row for row in cls if key(row)]
        return cls.rows[key]

    def __bool__(cls):
        return True

    def __repr__(cls):
        return f"<table {cls.table_name} of {len(cls)}>"


class Model(metaclass=Table):
    def __new__(cls, *args, **values):
        row = super().__new__(cls)
        row.changed = set()
        return row

    def __init__(self, **values):
        for name, field in self.fields.items():
            setattr(self, name, values.pop(name, field.default))
        if values:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(values))}")
        self.changed.clear()

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.fields if getattr(self, name) is not None)
        return f"{type(self).__name__}({shown})"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.fields)

    def update(self):
        names = sorted(self.changed)
        self.changed.clear()
        return f"UPDATE {self.table_name} SET {', '.join(f'{name} = {getattr(self, name)!r}' for name in names)}" if names else None


class Author(Model):
    name = Text(required=True)
    born = Number(low=1000, high=2100)

    @property
    def age_in_2000(self):
        return None if self.born is None else 2000 - self.born

    @classmethod
    def named(cls, name):
        return cls[cls.name == name][0]


class Book(Model):
    title = Text(longest=30, required=True)
    author = Reference("Author")
    pages = Number(low=1, default=100)

    def __lt__(self, other):
        return self.pages < other.pages


class Reprint(Book, table="reprinted"):
    year = Number(required=True)
    pages = Number(low=50, default=60)


woolf = Author(name="Woolf", born=1882)
borges = Author(name="Borges", born=1899)
anonymous = Author(name="Anonymous")
waves = Book(title="The Waves", author=woolf, pages=297)
aleph = Book(title="The Aleph", author=borges)
reprint = Reprint(title="Orlando", author=woolf, year=1990)

print(Author, Book, Reprint, len(Book), bool(Reprint))
print(list(Author), list(Book), list(Reprint))
print({name: type(field).__name__ for name, field in Reprint.fields.items()}, list(Book.fields))
print(woolf.age_in_2000, anonymous.age_in_2000, Author.named("Borges").born)
query = (Book.pages >= 100) & ~(Book.title == "The Waves")
print(query, Book[query], Book[Book.author == woolf], Author[Author.born < 1890], Book[0])
print(Author[Author.name.one_of("Woolf", "Anonymous") | (Author.born == 1899)])
waves.pages += 3
waves.title = "Waves"
print(waves.update(), waves.update(), sorted([waves, aleph]), waves == aleph, waves == 5, waves != aleph)
del aleph.author
print(aleph, aleph.author, vars(anonymous))


def attempt(action):
    try:
        print("fine:", action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(lambda: Author(born=5))
attempt(lambda: Author(name="x", born=5))
attempt(lambda: Author(name="x", born="5"))
attempt(lambda: Author(name="x", died=5))
attempt(lambda: Book(title="t" * 31))
attempt(lambda: Book(title="t", author=waves))
attempt(lambda: Reprint(title="t"))
attempt(lambda: setattr(woolf, "age_in_2000", 5) if False else None)
attempt(lambda: delattr(woolf, "name"))
attempt(lambda: 5 in Author.born)
attempt(lambda: bool(query))
attempt(lambda: Condition.__slots__)
attempt(lambda: setattr(query, "other", 1))
attempt(lambda: {woolf})
attempt(lambda: Book[waves])


def define():
    class Twice(Model):
        a = Number()
        a = Text()


attempt(define)
attempt(lambda: Table("Made", (Book,), {"extra": Number(default=7)})(title="Made by hand").extra)
attempt(lambda: Table.tables["Made"].rows)
attempt(lambda: [table.table_name for table in Table.tables.values()])
