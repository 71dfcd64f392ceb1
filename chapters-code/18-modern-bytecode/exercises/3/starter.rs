//! Begin here: this knows only functions without a receiver, and no names.

/// What a `CALL` finds on the stack: a name stands for each object, `None` is NULL.
pub type Stack<'a> = [Option<&'a str>];

/// What is called, with which arguments, and which of these have names.
#[derive(Debug, PartialEq)]
pub struct Call<'a> {
    /// The callable.
    pub callee: &'a str,
    /// Arguments without a name, the receiver first.
    pub positional: Vec<&'a str>,
    /// Arguments with their names.
    pub named: Vec<(&'a str, &'a str)>,
}

/// Reads the stack at a `CALL count`, when `KW_NAMES` has kept `names`.
pub fn call<'a>(stack: &Stack<'a>, count: usize, _names: &[&'a str]) -> Option<Call<'a>> {
    let args = stack.len().checked_sub(count)?;
    Some(Call {
        callee: stack[args - 1]?,
        positional: stack[args..].iter().copied().flatten().collect(),
        named: Vec::new(),
    })
}
