//! What becomes of a file that somebody has tampered with?

use adder_machine::machine;
use code_objects::{Header, Pyc};
use types::{HashSeed, MemoryHost};

const HELLO: &[u8] = include_bytes!("../../../programs/310/hello.pyc");
/// Where the eight instructions of `hello.pyc` begin.
const CODE: usize = 46;
/// Where the code object begins: behind the header.
const OBJECT: usize = 16;

/// `hello.pyc` with other bytes at a place.
fn with(place: usize, bytes: &[u8]) -> Vec<u8> {
    let mut file = HELLO.to_vec();
    file[place..place + bytes.len()].copy_from_slice(bytes);
    file
}

/// Runs a file: what it printed, or why it did not.
fn outcome(file: &[u8]) -> String {
    let header = match Header::read(file) {
        Ok((header, _)) => header,
        Err(error) => return error.to_string(),
    };
    let world = Box::new(MemoryHost::default());
    let t = machine::with_host(header.version, HashSeed::Fixed, world).expect("a machine");
    t.limits.instructions.set(Some(1000));
    let ended = t.enter(1 << 20, |t| {
        let code = Pyc::read(t, file)?.code;
        imports::run_main(t, code, "hello.pyc", &[])
    });
    match ended {
        Ok(()) => "runs".to_owned(),
        Err(raised) => {
            let exception = raised.into_exception(&t);
            let text = t.enter(1 << 20, |t| t.to_str(&exception).map(|text| text.to_text()));
            format!("{}: {}", t.type_name(&exception), text.unwrap_or_default())
        }
    }
}

fn main() {
    let nested = [&HELLO[..OBJECT], &b"(\x01\0\0\0".repeat(100_000)].concat();
    let files = [
        ("as it was", HELLO.to_vec()),
        ("another magic number", with(0, &[0x6E])),
        ("cut off", HELLO[..100].to_vec()),
        ("no code object", with(OBJECT, b"N")),
        ("tuples in tuples in …", nested),
        ("3.11's magic number", with(0, &[0xA7])),
        ("a call of 9 arguments", with(CODE + 9, &[9])),
        ("constant number 77", with(CODE + 7, &[77])),
        ("a jump out of the code", with(CODE + 10, &[113, 200])),
        ("a jump to itself", with(CODE + 10, &[113, 5])),
        ("no such instruction", with(CODE + 4, &[255])),
    ];
    for (what, file) in files {
        let outcome = outcome(&file)
            .replace("run: ", "run:\n    ")
            .replace(": this", ":\n    this")
            .replace("; ", ";\n    ");
        println!("{what}\n    {outcome}");
    }
}
