//! Draws chapter 11's figure of a traceback, from one that a program has left.

use adder_machine::machine;
use code_objects::Pyc;
use objects::Object;
use std::fmt::Write;
use types::{HashSeed, MemoryHost, PyResult, Thread, Version};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/traceback_plain.pyc");

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// One entry: the frame's code, the line, and whether the frame was called by the one of the
/// entry before.
struct Entry {
    name: String,
    line: String,
    called: bool,
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let world = Box::new(MemoryHost::default());
    let t = machine::with_host(Version::V310, HashSeed::Fixed, world)?;
    t.enter(1 << 20, |t| {
        let code = Pyc::read(t, PROGRAM)?.code;
        match imports::run_main(t, code, "traceback_plain.pyc", &[]) {
            Ok(()) => Err(t.runtime_error("the program was to fail")),
            Err(raised) => Ok(draw(&entries(t, &raised.into_exception(t))?)),
        }
    })
}

/// The entries of an exception's traceback, in their order.
fn entries(t: &Thread, exception: &Object) -> PyResult<Vec<Entry>> {
    let get = |object: &Object, name: &str| t.get_attribute(object, &t.intern(name)?);
    let mut entries = Vec::new();
    let mut next = get(exception, "__traceback__")?;
    let mut caller: Option<Object> = None;
    while !next.is_none() {
        let frame = get(&next, "tb_frame")?;
        let name = get(&get(&frame, "f_code")?, "co_name")?;
        let back = get(&frame, "f_back")?;
        entries.push(Entry {
            name: t.to_str(&name)?.to_text(),
            line: t.repr(&get(&next, "tb_lineno")?)?.to_text(),
            called: caller.is_some_and(|caller| caller.is(&back)),
        });
        caller = Some(frame);
        next = get(&next, "tb_next")?;
    }
    Ok(entries)
}

fn draw(entries: &[Entry]) -> String {
    let (first, last) = (30, entries.len() - 1);
    let below = first + 48 * entries.len();
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    let lines: Vec<&str> = entries.iter().map(|entry| entry.line.as_str()).collect();
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 {}" role="img" aria-labelledby="t d">
<title id="t">Frames and the entries of a traceback</title>
<desc id="d">The frames {}. Each was called by the one above it; f_back leads up. An entry of the traceback for each frame, with the lines {}; tb_next leads down. The entry at the bottom, of the frame that raised, was made first.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
<text class="dim small" x="12" y="20">frames</text>
<text class="dim small" x="190" y="20">traceback</text>
"#,
        below + 62,
        escaped(&names.join(", ")),
        lines.join(", ")
    );
    for (number, entry) in entries.iter().enumerate() {
        let y = first + 48 * number;
        let class = if number == last { "accent" } else { "accent2" };
        let _ = writeln!(
            svg,
            r#"<rect class="soft" x="12" y="{y}" width="110" height="34" rx="3"/><text class="mono small" x="67" y="{0}" text-anchor="middle">{1}</text>
<rect class="{class}" x="190" y="{y}" width="150" height="34" rx="3"/><text class="mono small on" x="265" y="{0}" text-anchor="middle">line {2}</text>
<path class="arrow" d="M188 {3} H126" marker-end="url(#head)"/>"#,
            y + 22,
            escaped(&entry.name),
            entry.line,
            y + 17
        );
        if entry.called {
            let _ = writeln!(
                svg,
                r#"<path class="arrow" d="M67 {y} V{}" marker-end="url(#head)"/>"#,
                y - 12
            );
        }
        if number > 0 {
            let _ = writeln!(
                svg,
                r#"<path class="arrow" d="M265 {} V{}" marker-end="url(#head)"/>"#,
                y - 14,
                y - 2
            );
        }
    }
    let _ = write!(
        svg,
        r#"<text class="dim small" x="12" y="{}">f_back goes up,</text>
<text class="dim small" x="190" y="{0}">tb_next goes down.</text>
<text class="small" x="12" y="{}">Unwinding begins below, and puts each</text>
<text class="small" x="12" y="{}">new entry in front of those there are.</text>
</svg>
"#,
        below + 14,
        below + 34,
        below + 51
    );
    svg
}

fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}
