//! Two files that no compiler writes, and what readers make of them.

mod machine;

use std::process::{Command, Stdio};

use code_objects::marshal;
use machine::with_machine;
use types::{PyResult, Thread, Version};

/// A million tuples, each in the one before.
fn deep() -> Vec<u8> {
    [b")\x01".repeat(1_000_000), b"N".to_vec()].concat()
}

/// A tuple that says it has 2,147,483,647 items.
const LONG: &[u8] = b"(\xff\xff\xff\x7f";

/// The naive reader: for a tuple it calls itself.
fn depth_of(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b')' => std::hint::black_box(depth_of(bytes, at + 2)) + 1,
        _ => 0,
    }
}

fn main() -> PyResult<()> {
    // In a process of its own, this program is the victim.
    if std::env::args().nth(1).is_some() {
        println!("{}", depth_of(&deep(), 0));
        return Ok(());
    }
    println!(
        "the deep file has {} bytes, the long one {}",
        deep().len(),
        LONG.len()
    );
    let status = std::env::current_exe().and_then(|program| {
        let mut victim = Command::new(program);
        victim
            .arg("deep")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        victim.status()
    });
    match status.map(|status| status.success()) {
        Ok(false) => println!("naive reader, deep file: its process was killed"),
        other => println!("naive reader, deep file: {other:?}"),
    }
    let wanted = 0x7FFF_FFFF_u64 * size_of::<objects::Object>() as u64;
    println!(
        "naive reader, long file: would ask for {} MiB",
        wanted >> 20
    );
    with_machine(Version::V310, |t| {
        tell(t, "deep", &deep());
        tell(t, "long", LONG);
        println!(
            "the most memory that took: {} KiB",
            objects::heap().peak() >> 10
        );
    })
}

fn tell(t: &Thread, name: &str, bytes: &[u8]) {
    match marshal::read(t, t.version, bytes) {
        Ok(_) => println!("marshal::read, {name} file: read"),
        Err(raised) => println!("marshal::read, {name} file: {raised:?}"),
    }
}
