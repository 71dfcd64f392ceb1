//! Reads marshalled objects from standard input and writes them again to standard output,
//! each with its length in a line before it: `library.py` compares.
//!
//! `cargo run -p code-objects --example rewrite -- 3.10`

mod machine;

use std::io::{self, BufRead, Read, Write};

use code_objects::marshal;
use machine::with_machine;
use types::{Thread, Version};

fn main() -> io::Result<()> {
    let version = match std::env::args().nth(1).as_deref() {
        Some("3.10") => Version::V310,
        Some("3.11") => Version::V311,
        _ => return Err(io::Error::other("say 3.10 or 3.11")),
    };
    with_machine(version, rewrite_all).map_err(|raised| io::Error::other(format!("{raised:?}")))?
}

fn rewrite_all(t: &Thread) -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let length = line.trim().parse().map_err(io::Error::other)?;
        line.clear();
        let mut bytes = vec![0; length];
        input.read_exact(&mut bytes)?;
        let object = marshal::read(t, t.version, &bytes);
        // What cannot be done is answered by nothing.
        let written = object.and_then(|object| marshal::write(t, &object));
        if let Err(raised) = &written {
            eprintln!("{raised:?}");
        }
        let written = written.unwrap_or_default();
        writeln!(output, "{}", written.len())?;
        output.write_all(&written)?;
        output.flush()?;
    }
    Ok(())
}
