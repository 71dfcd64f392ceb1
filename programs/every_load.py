"""Every way to load a name, in a module, a function, a class body and a method."""

x = "global"


def f(parameter):
    x = "f"
    y = "also f"

    class C:
        print(x, y)
        x = "C"

        def g(self):
            return x, len(y)

    return C().g(), parameter


print(f("local"))
