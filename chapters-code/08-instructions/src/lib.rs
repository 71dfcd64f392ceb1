//! The 3.10 and 3.11 instruction tables, line, location and exception tables, and dis.
