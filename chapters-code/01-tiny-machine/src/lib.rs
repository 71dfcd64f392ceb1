//! A complete toy virtual machine that runs twelve bytes of Python.
