//! The CPython 3.10 evaluation loop and the builtins.
