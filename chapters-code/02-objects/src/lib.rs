//! The value word, the object header, reference counts and the heap.
