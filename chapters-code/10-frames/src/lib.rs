//! Frames, functions, argument binding, namespaces, cells and the data stack.
