//! Why may a cache hold pointers that it does not own?
//!
//! An inline cache is eight bytes here and eight there between instructions: no destructor
//! runs over it, so it cannot own anything. What it holds is *borrowed under a version*:
//!
//! 1. A word in a cache (`LOAD_METHOD`'s descriptor, a class's noted `__getitem__`) is read
//!    only after the type of the object at hand was found to have the version that stands in
//!    the same cache.
//! 2. A type has that version only while nothing that attribute lookup on it can see has
//!    changed since the word was written: every change to a namespace, to the bases or to the
//!    method resolution order goes through `Type::modified`, which takes the version away
//!    from the type and all below it, *before* the old value is let go of. A version is never
//!    given out twice, so the namespaces still own what the word points to.
//! 3. An index (of a dictionary's entry, of an instance's value) is read with a bound check,
//!    or under the version of the keys, which every change to them takes away.
//! 4. The version of a function goes when `__code__`, `__defaults__` or `__kwdefaults__`
//!    change; under it, the number of arguments and of defaults is what it was.
//! 5. Whether a `PRECALL` or `CALL` finds names that `KW_NAMES` kept is the same each time: the
//!    verifier lets nobody jump between the three. So a form for calls without keywords need
//!    not look whether there are any.
//! 6. Code units are written by the thread that runs them; a thread that waits for the
//!    interpreter lock waits between two instructions.
#![forbid(unsafe_code)]
