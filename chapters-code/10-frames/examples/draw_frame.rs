//! Draws the chapter's figure of one frame, while it runs.

mod machine;

use std::cell::RefCell;
use std::fmt::Write;

use frames::{Frame, frame_names};
use instructions::{Operand, Version, definition};
use objects::{Object, Word};
use types::{PyResult, Thread};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/hello_and_add.pyc");
/// The instructions before which the frame is drawn.
const OFFSETS: [i32; 5] = [0, 2, 8, 12, 14];
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 330" role="img" aria-labelledby="t d">
<title id="t">One frame of add, before five of its instructions</title>
<desc id="d">Five rows. In each, the three places of the locals a, b and c, and behind them the two places of the value stack. Before LOAD_CONST 1 all are empty. Before STORE_FAST a, the 1 lies on the stack. Before LOAD_FAST a, the locals a and b hold 1 and 2 and the stack is empty. Before BINARY_ADD, the stack holds 1 and 2 as well. Before STORE_FAST c the stack holds 3.</desc>
<text class="dim small" x="178" y="18" text-anchor="middle">locals</text>
<text class="dim small" x="302" y="18" text-anchor="middle">value stack</text>
"#;
/// Where the locals begin, where the stack, and how wide a place is.
const LOCALS: usize = 124;
const STACK: usize = 266;
const WIDTH: usize = 36;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

thread_local! {
    /// What has been drawn; a watcher is a plain function.
    static DRAWN: RefCell<(String, usize)> = const { RefCell::new((String::new(), 0)) };
}

/// The picture.
pub fn figure() -> PyResult<String> {
    machine::with_machine(|t| {
        let add = machine::function(t, PROGRAM, &["add"])?;
        let mut svg = HEAD.to_owned();
        for (place, name) in frame_names(&add.code()).enumerate() {
            let x = LOCALS + WIDTH * place + WIDTH / 2;
            let _ = writeln!(
                svg,
                r#"<text class="mono small" x="{x}" y="38" text-anchor="middle">{name}</text>"#
            );
        }
        DRAWN.set((String::new(), 0));
        machine::watch(draw);
        t.call(add.as_object(), &[])?;
        svg += &DRAWN.take().0;
        svg += r#"<text class="dim small" x="4" y="318">Five places; the compiler knew that before anything ran.</text>
</svg>
"#;
        Ok(svg)
    })
}

/// Draws the frame as a row, if it is the turn of one of the instructions.
unsafe fn draw(t: &Thread, frame: *mut Frame) {
    // SAFETY: the frame is live and runs in this thread.
    let (frame, unit) = unsafe { (&*frame, (*frame).ip.read()) };
    if !OFFSETS.contains(&(frame.last_instruction() * 2)) {
        return;
    }
    DRAWN.with_borrow_mut(|(svg, row)| {
        let y = 46 + 54 * *row;
        *row += 1;
        let code = frame.executable().code();
        let _ = writeln!(
            svg,
            r#"<text class="mono small" x="4" y="{}">{}</text>"#,
            y + 20,
            instruction(frame, unit)
        );
        let places = frame_names(code).count();
        for place in 0..places {
            // SAFETY: every name has its place.
            let word = unsafe { frame.locals().add(place).read() };
            draw_place(svg, t, (LOCALS + WIDTH * place, y), "soft", word);
        }
        svg.push('\n');
        for place in 0..code.stacksize as usize {
            // SAFETY: as many places as `stacksize` lie there, those below `sp` in use.
            let word = unsafe {
                let place = frame.stack().add(place);
                if place < frame.sp { place.read() } else { 0 }
            };
            draw_place(svg, t, (STACK + WIDTH * place, y), "accent", word);
        }
        svg.push('\n');
    });
}

/// The instruction, with the name or the constant that it is about.
fn instruction(frame: &Frame, unit: u16) -> String {
    let Some(row) = definition(Version::V310, unit as u8) else {
        return "?".to_owned();
    };
    let (code, index) = (frame.executable().code(), usize::from(unit >> 8));
    let what = match row.operand {
        Operand::Local => frame_names(code).nth(index).map(|name| name.to_string()),
        Operand::Const => Some(index.to_string()),
        _ => None,
    };
    what.map_or(row.name.to_owned(), |what| format!("{} {what}", row.name))
}

/// A place and what lies in it: zero is nothing.
fn draw_place(svg: &mut String, t: &Thread, (x, y): (usize, usize), class: &str, word: Word) {
    if word == 0 {
        let _ = write!(
            svg,
            r#"<rect class="box" x="{x}" y="{y}" width="{WIDTH}" height="30"/>"#
        );
        return;
    }
    // SAFETY: the words of a live frame are zero or own an object.
    let object = unsafe { Object::borrow_word(&raw const word) };
    let shown = t.repr(object).map_or("?".to_owned(), |text| text.to_text());
    let on = if class == "accent" { " on" } else { "" };
    let _ = write!(
        svg,
        r#"<rect class="{class}" x="{x}" y="{y}" width="{WIDTH}" height="30"/><text class="mono{on}" x="{}" y="{}" text-anchor="middle">{shown}</text>"#,
        x + WIDTH / 2,
        y + 20
    );
}
