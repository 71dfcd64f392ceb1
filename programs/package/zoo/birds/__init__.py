"""Birds."""

print("zoo/birds/__init__ runs in", __name__)
__all__ = ["parrot", "owl"]
duck = "quack"
