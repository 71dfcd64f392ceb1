//! What can be wrong where every depth is right?

/// Code of 3.10 that never takes too much from the stack and never leaves anything
/// there, and that must not run all the same.
///
/// An item is appended to whatever the caller passes.
pub fn right_depth_wrong_kind() -> Vec<&'static str> {
    vec![
        "LOAD_FAST 0",
        "LOAD_FAST 0",
        "LIST_APPEND 1",
        "RETURN_VALUE",
    ]
}
