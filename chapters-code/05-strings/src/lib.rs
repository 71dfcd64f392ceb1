//! str, bytes, bytearray and formatting.
