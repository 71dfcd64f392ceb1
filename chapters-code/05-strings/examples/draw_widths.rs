//! Draws the chapter's figure of the three widths, from three strings in memory.

mod machine;

use std::fmt::Write;

use types::{Str, Version};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 252" role="img" aria-labelledby="t d">
<title id="t">Three strings in memory</title>
<desc id="d">café takes one byte for each of its four characters. жизнь takes two bytes for each of its five characters. hi, a space and a snake (U+1F40D) take four bytes for each of the four characters, of which only the snake needs them.</desc>
"#;
/// The height of a string with its bytes.
const STEP: usize = 76;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut svg = HEAD.to_owned();
    machine::run(Version::V310, |t| {
        for (row, text) in ["café", "жизнь", "hi \u{1F40D}"].into_iter().enumerate() {
            let string = machine::text(t, text)?;
            draw(&mut svg, 24 + STEP * row, &string);
        }
        Ok(())
    });
    svg + "</svg>\n"
}

/// A string: a box for each character, and below it the bytes that lie there.
fn draw(svg: &mut String, y: usize, string: &Str) {
    let bytes = string.width() as usize;
    let (class, on, box_width) = match bytes {
        1 => ("accent", " on", 24),
        2 => ("accent2", " on", 40),
        _ => ("soft", "", 80),
    };
    let plural = if bytes == 1 { "" } else { "s" };
    let _ = writeln!(
        svg,
        r#"<text class="small dim" x="16" y="{y}">{bytes} byte{plural} each</text>"#
    );
    let units = string.raw_bytes().chunks(bytes);
    for (place, (unit, char)) in units.zip(string.to_text().chars()).enumerate() {
        let (left, top) = (16 + place * (box_width + 2), y + 8);
        let middle = left + box_width / 2;
        // A snake is not in every font.
        let (size, shown) = match char {
            ' ' => ("", "␣".to_owned()),
            '\u{10000}'.. => (" small", format!("U+{:X}", char as u32)),
            _ => ("", char.to_string()),
        };
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="{left}" y="{top}" width="{box_width}" height="28" rx="2"/>
<text class="bold{size}{on}" x="{middle}" y="{}" text-anchor="middle">{shown}</text>"#,
            top + 19
        );
        for (line, two) in unit.chunks(2).enumerate() {
            let hex: Vec<String> = two.iter().map(|byte| format!("{byte:02x}")).collect();
            let _ = writeln!(
                svg,
                r#"<text class="mono small" x="{middle}" y="{}" text-anchor="middle">{}</text>"#,
                top + 44 + 16 * line,
                hex.join(" ")
            );
        }
    }
}
