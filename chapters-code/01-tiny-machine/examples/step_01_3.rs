//! Third step: a machine that has a stack, and believes that everything is text.

/// Runs the bytes; gives what the function returns, or says what is wrong.
pub fn run(bytes: &[u8], constants: &[&str], names: &[&str]) -> Result<String, String> {
    let mut stack: Vec<String> = Vec::new();
    for pair in bytes.chunks(2) {
        let (opcode, index) = (pair[0], usize::from(pair[1]));
        match opcode {
            100 => stack.push(constants[index].to_string()),
            116 => stack.push(names[index].to_string()),
            1 => drop(stack.pop()),
            83 => return stack.pop().ok_or("the stack is empty".to_string()),
            131 => {
                let argument = stack.pop().ok_or("the stack is empty")?;
                let function = stack.pop().ok_or("the stack is empty")?;
                println!("calling {function} with {argument}");
                stack.push("None".to_string());
            }
            _ => return Err(format!("unknown opcode {opcode}")),
        }
    }
    Err("the bytes end without a return".to_string())
}

fn main() {
    let hello = [116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0];
    let result = run(&hello, &["None", "Hello"], &["print"]);
    println!("{result:?}");

    let add = [
        100, 1, 125, 0, 100, 2, 125, 1, 124, 0, 124, 1, 23, 0, 125, 2, 124, 2, 83, 0,
    ];
    println!("{:?}", run(&add, &["None", "1", "2"], &[]));
}
