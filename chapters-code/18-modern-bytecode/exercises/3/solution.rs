//! The place of NULL says whether there is a receiver; names belong to the last arguments.

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
pub fn call<'a>(stack: &Stack<'a>, count: usize, names: &[&'a str]) -> Option<Call<'a>> {
    let below = stack.len().checked_sub(count + 2)?;
    let (callee, first) = match stack[below] {
        None => (stack[below + 1]?, below + 2),
        Some(method) => (method, below + 1),
    };
    let args: Vec<&str> = stack[first..].iter().copied().flatten().collect();
    let (positional, named) = args.split_at(args.len().checked_sub(names.len())?);
    let names = names.iter().copied();
    Some(Call {
        callee,
        positional: positional.to_vec(),
        named: names.zip(named.iter().copied()).collect(),
    })
}
