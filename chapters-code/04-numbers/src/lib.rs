//! int, bool, float and complex.
