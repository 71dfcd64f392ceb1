//! Step 5: one layout for every call.
//! `cargo run -p modern-bytecode --example step_18_5`.

use std::fmt;

/// What lies on the stack of this step.
pub enum Value {
    /// NULL.
    Null,
    /// An object, by its name.
    Plain(&'static str),
    /// A bound method: function and receiver.
    Method(&'static str, &'static str),
}

use Value::{Method, Null, Plain};

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Null => f.write_str("NULL"),
            Plain(name) => f.write_str(name),
            Method(function, receiver) => write!(f, "({function} bound to {receiver})"),
        }
    }
}

/// A bound method becomes its function and its receiver, in the two places below the
/// arguments. Whatever else lies there stays.
pub fn precall(stack: &mut [Value], count: usize) {
    let place = stack.len() - count - 2;
    if let [Null, Method(function, receiver)] = stack[place..place + 2] {
        stack[place] = Plain(function);
        stack[place + 1] = Plain(receiver);
    }
}

/// What is called, and with what.
pub fn call(stack: &[Value], count: usize) -> (&Value, &[Value]) {
    let place = stack.len() - count - 2;
    match &stack[place] {
        Null => (&stack[place + 1], &stack[place + 2..]),
        function => (function, &stack[place + 1..]),
    }
}

fn main() {
    let calls = [
        ("f(1)", vec![Null, Plain("f"), Plain("1")]),
        (
            "items.append(1)",
            vec![Plain("append"), Plain("items"), Plain("1")],
        ),
        (
            "add = items.append; add(1)",
            vec![Null, Method("append", "items"), Plain("1")],
        ),
    ];
    for (source, mut stack) in calls {
        println!("{source}\n  before PRECALL {stack:?}");
        precall(&mut stack, 1);
        let (callee, args) = call(&stack, 1);
        println!("  CALL 1 calls {callee:?} with {args:?}");
    }
}
