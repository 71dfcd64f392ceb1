//! One frame, drawn before each instruction: `cargo run -p frames --example draw`.

mod machine;

use frames::{Cell, Frame, frame_names};
use instructions::{Version, definition};
use objects::Object;
use types::{PyResult, Thread};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/hello_and_add.pyc");

/// What a place holds, as one would write it.
fn show(t: &Thread, word: u64) -> String {
    if word == 0 {
        return "–".to_owned();
    }
    // SAFETY: the words of a live frame are zero or own an object.
    let object = unsafe { Object::borrow_word(&raw const word) };
    match object.downcast::<Cell>() {
        Some(cell) => match cell.value.get() {
            Some(value) => format!("[{}]", show(t, value.word())),
            None => "[ ]".to_owned(),
        },
        None => t.repr(object).map_or("?".to_owned(), |text| text.to_text()),
    }
}

/// Draws the frame on one line.
unsafe fn draw(t: &Thread, frame: *mut Frame) {
    // SAFETY: the frame is live and runs in this thread.
    let (frame, unit) = unsafe { (&*frame, (*frame).ip.read()) };
    let code = frame.executable().code();
    let name = definition(Version::V310, unit as u8).map_or("?", |row| row.name);
    let mut locals = Vec::new();
    for (place, name) in frame_names(code).enumerate() {
        // SAFETY: every name has its place.
        let word = unsafe { frame.locals().add(place).read() };
        locals.push(format!("{name}={}", show(t, word)));
    }
    let mut stack = Vec::new();
    let mut place = frame.stack();
    while place < frame.sp {
        // SAFETY: the place lies between the bottom of the stack and its top.
        unsafe {
            stack.push(show(t, place.read()));
            place = place.add(1);
        }
    }
    println!(
        "{:>3} {name:<13}{:<3} {:<18} │ {}",
        frame.last_instruction() * 2,
        unit >> 8,
        locals.join(" "),
        stack.join(" ")
    );
}

fn main() -> PyResult<()> {
    machine::with_machine(|t| {
        let add = machine::function(t, PROGRAM, &["add"])?;
        machine::watch(draw);
        let result = t.call(add.as_object(), &[])?;
        println!("returned {}", show(t, result.word()));
        Ok(())
    })
}
