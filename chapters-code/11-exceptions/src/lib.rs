//! The exception types, chaining and tracebacks.
