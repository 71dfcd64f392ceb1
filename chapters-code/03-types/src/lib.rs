//! Types and their slots, names, the compact table, native functions and attribute lookup.
