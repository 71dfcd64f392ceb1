//! Generators and coroutines as Python code sees them.
