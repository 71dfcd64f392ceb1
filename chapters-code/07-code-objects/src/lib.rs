//! Code objects of CPython 3.10 and 3.11, marshal and the .pyc file.
