//! Draws the chapter's figure of the data stack, from three frames that lie on it.

mod machine;

use frames::{Executable, Frame, frame_names, pop_frame, push_frame};
use objects::Word;
use std::fmt::Write;
use types::{PyResult, Thread};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/step_frames.pyc");
/// Whose frames: the module calls `twice`, which calls `step`.
const CALLS: [&[&str]; 3] = [&[], &["twice"], &["counter", "step"]];
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 330" role="img" aria-labelledby="t d">
<title id="t">The data stack during three nested calls</title>
<desc id="d">A column of memory growing upwards. At the bottom the frame of the module, above it that of twice, above it that of step. Each frame is a header, then its variables, then room for its value stack, and begins where the one below it ends. Each header points to the header of the frame below. Three pointers stand at the right: current, at the last header; top, behind the last frame; and end, at the end of the chunk.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 z"/></marker></defs>
<path class="line" d="M110 8 V318 H290 V8"/>
<text class="dim small" x="200" y="56" text-anchor="middle">free</text>
"#;
/// Where the lowest frame is drawn, and how far up the next one.
const BOTTOM: usize = 314;
const STEP: usize = 76;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// What is drawn of a frame.
struct Shown {
    name: String,
    /// Bytes from the beginning of the first frame.
    offset: usize,
    variables: String,
    stack: usize,
    /// Is the frame below the one that `previous` points to?
    linked: bool,
}

/// The picture.
pub fn figure() -> PyResult<String> {
    machine::with_machine(|t| {
        let codes = CALLS
            .iter()
            .map(|path| machine::function_code(t, PROGRAM, path))
            .collect::<PyResult<Vec<_>>>()?;
        let mut frames: Vec<*mut Frame> = Vec::new();
        for code in &codes {
            let executable = Executable::of(t, code)?;
            // SAFETY: no function is given (zero), and the frames never run: their code
            // lives in `codes`, and they hold nothing.
            let frame =
                unsafe { push_frame(t, executable, 0, std::ptr::null(), std::ptr::null())? };
            // SAFETY: the frame was made a moment ago; this is what a call does next.
            unsafe { (*frame).previous = frames.last().copied().unwrap_or_default() };
            frames.push(frame);
        }
        let shown: Vec<Shown> = (0..frames.len()).map(|n| look(&frames, n)).collect();
        let svg = draw(t, &shown, frames[0].addr());
        for frame in frames.into_iter().rev() {
            // SAFETY: each is the topmost in its turn, and holds nothing.
            unsafe { pop_frame(t, frame) };
        }
        Ok(svg)
    })
}

fn look(frames: &[*mut Frame], number: usize) -> Shown {
    // SAFETY: the frames are live, and nothing runs.
    let frame = unsafe { &*frames[number] };
    let code = frame.executable().code();
    let names: Vec<String> = frame_names(code).map(ToString::to_string).collect();
    let below = number.checked_sub(1).map(|below| frames[below]);
    Shown {
        name: code.name.to_text(),
        offset: frames[number].addr() - frames[0].addr(),
        variables: names.join(", "),
        stack: code.stacksize as usize,
        linked: below.is_some_and(|below| below == frame.previous),
    }
}

fn draw(t: &Thread, frames: &[Shown], start: usize) -> String {
    let mut svg = HEAD.to_owned();
    let last = frames.len() - 1;
    for (number, frame) in frames.iter().enumerate() {
        let y = BOTTOM - STEP * number - 34;
        let (class, on) = match number == last {
            true => ("accent", " on"),
            false => ("soft", ""),
        };
        let name = frame.name.replace('<', "&lt;").replace('>', "&gt;");
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="114" y="{y}" width="172" height="34"/><text class="bold{on}" x="200" y="{}" text-anchor="middle">{name}: header</text>
<text class="dim small" x="294" y="{}">{}</text>"#,
            y + 22,
            y + 34,
            frame.offset
        );
        let places = format!("{} places", frame.stack);
        if frame.variables.is_empty() {
            draw_box(&mut svg, (114, y - 32, 172), &places);
        } else {
            draw_box(&mut svg, (114, y - 32, 86), &frame.variables);
            draw_box(&mut svg, (200, y - 32, 86), &places);
        }
        if frame.linked {
            let _ = writeln!(
                svg,
                r#"<path class="arrow" d="M110 {} C70 {0} 70 {1} 108 {1}" marker-end="url(#head)"/><text class="mono small" x="4" y="{2}">previous</text>"#,
                y + 12,
                y + STEP + 22,
                y + 59
            );
        }
    }
    let bytes = |word: usize| (word - start) / size_of::<Word>() * size_of::<Word>();
    let header = BOTTOM - STEP * last - 34;
    for (y, name, at) in [
        (header + 14, "current", String::new()),
        (header - 36, "top", bytes(t.frames.top.get()).to_string()),
        (22, "end", String::new()),
    ] {
        let _ = writeln!(
            svg,
            r#"<path class="arrow" d="M340 {y} H294" marker-end="url(#head)"/><text class="mono small" x="326" y="{}" text-anchor="middle">{name}</text>"#,
            y - 8
        );
        if !at.is_empty() {
            let _ = writeln!(
                svg,
                r#"<text class="dim small" x="294" y="{}">{at}</text>"#,
                y + 14
            );
        }
    }
    svg + "</svg>\n"
}

fn draw_box(svg: &mut String, (x, y, width): (usize, usize, usize), text: &str) {
    let _ = writeln!(
        svg,
        r#"<rect class="box" x="{x}" y="{y}" width="{width}" height="28"/><text class="mono small" x="{}" y="{}" text-anchor="middle">{text}</text>"#,
        x + width / 2,
        y + 19
    );
}
