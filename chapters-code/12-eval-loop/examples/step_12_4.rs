//! Fourth step: blocks, and how an exception finds its handler.

/// The instructions of a machine that can fail.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// Opens a block: if something goes wrong, go there.
    SetupFinally(usize),
    /// Closes it: nothing did.
    PopBlock,
    /// Pushes a value.
    Push(&'static str),
    /// Drops the top.
    Pop,
    /// Something goes wrong.
    Raise(&'static str),
    /// Says so.
    Print(&'static str),
    /// Raises what lies on top again.
    Reraise,
    /// Ends.
    Return,
}

/// An open block.
struct Block {
    handler: usize,
    level: usize,
}

/// Runs; an exception that no block catches is the error. `watch` sees each instruction, and
/// the stack and the number of open blocks before it.
pub fn run(
    code: &[Op],
    mut watch: impl FnMut(Op, &[&'static str], usize),
) -> Result<(), &'static str> {
    let (mut stack, mut blocks, mut next) = (Vec::new(), Vec::<Block>::new(), 0);
    loop {
        let op = code[next];
        watch(op, &stack, blocks.len());
        next += 1;
        let mut raised = None;
        match op {
            Op::SetupFinally(handler) => blocks.push(Block {
                handler,
                level: stack.len(),
            }),
            Op::PopBlock => drop(blocks.pop()),
            Op::Push(value) => stack.push(value),
            Op::Pop => drop(stack.pop()),
            Op::Raise(exception) => raised = Some(exception),
            Op::Print(_) => (),
            Op::Reraise => raised = stack.pop(),
            Op::Return => return Ok(()),
        }
        if let Some(exception) = raised {
            let block = blocks.pop().ok_or(exception)?;
            stack.truncate(block.level);
            stack.push(exception);
            next = block.handler;
        }
    }
}

/// `for … : try: f(1, boom()) finally: print("clean")`, in the moment when `boom` fails.
pub const PROGRAM: &[Op] = &[
    Op::Push("iterator"),
    Op::SetupFinally(8),
    Op::Push("f"),
    Op::Push("1"),
    Op::Raise("Boom"),
    Op::PopBlock,
    Op::Print("clean"),
    Op::Return,
    Op::Print("clean"),
    Op::Reraise,
];

fn main() {
    let result = run(PROGRAM, |op, stack, blocks| {
        println!(
            "{:<17} blocks {blocks}  │ {}",
            format!("{op:?}"),
            stack.join(" ")
        );
    });
    println!("{result:?}");
}
