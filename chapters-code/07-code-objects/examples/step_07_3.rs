//! A first reader: a letter, then what the letter says.

const HELLO: &[u8] = include_bytes!("../../../programs/310/hello.pyc");

/// Reads one object, tells of it, and gives back how far it went.
fn object(bytes: &[u8], at: usize) -> Result<usize, String> {
    match bytes[at] {
        b'N' => {
            println!("{at:3}  None");
            Ok(at + 1)
        }
        b'z' => {
            let end = at + 2 + usize::from(bytes[at + 1]);
            println!(
                "{at:3}  text {:?}",
                String::from_utf8_lossy(&bytes[at + 2..end])
            );
            Ok(end)
        }
        b')' => {
            let length = bytes[at + 1];
            println!("{at:3}  a tuple of {length}");
            (0..length).try_fold(at + 2, |at, _| object(bytes, at))
        }
        byte => Err(format!("at {at}: no type has the letter {byte:#x}")),
    }
}

fn main() {
    println!("the constants, at 62:");
    println!("{:?}", object(HELLO, 62));
    println!("the whole, at 16:");
    println!("{:?}", object(HELLO, 16));
}
