//! Draws the chapter's figure of numbered objects, from the bytes of `hello.pyc`.

use std::fmt::Write;

const FLAG_REF: u8 = 0x80;
/// What a code object of 3.10 holds, in the order of the file.
const FIELDS: [&str; 9] = [
    "instructions",
    "constants",
    "names",
    "variables",
    "free variables",
    "cells",
    "file",
    "name",
    "line table",
];
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 316" role="img" aria-labelledby="t d">
<title id="t">The objects of hello.pyc and their numbers</title>
<desc id="d">The code object is number 0, the names __doc__ and print are 1 and 2, the empty tuple of variables is 3, the file name 4, the name of the module 5. The tuples of free variables and cells are not written again: two references point to number 3.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
"#;

fn main() {
    print!("{}", figure());
}

/// An object of the file.
struct Row {
    depth: usize,
    letter: char,
    number: Option<usize>,
    /// For a reference: the number it stands for.
    refers_to: Option<i32>,
    text: String,
}

/// The picture.
pub fn figure() -> String {
    let mut reader = Reader {
        bytes: &include_bytes!("../../../programs/310/hello.pyc")[16..],
        numbered: 0,
        rows: Vec::new(),
    };
    reader.object(0, "the module");
    // What has no number, refers to nothing and holds nothing is left out.
    let told = |row: &Row| row.number.is_some() || row.refers_to.is_some() || row.letter == ')';
    let rows: Vec<Row> = reader.rows.into_iter().filter(told).collect();
    let mut svg = HEAD.to_owned();
    for (place, row) in rows.iter().enumerate() {
        draw(&mut svg, 31 + 30 * place, row);
    }
    for (place, row) in rows.iter().enumerate() {
        let found = |other: &Row| {
            row.refers_to.is_some() && other.number.map(|n| n as i32) == row.refers_to
        };
        if let Some(to) = rows.iter().position(found) {
            let (from, to) = (26 + 30 * place, 26 + 30 * to);
            let _ = writeln!(
                svg,
                r#"<path class="arrow" d="M228 {from} C300 {from} 300 {to} 322 {to}" marker-end="url(#head)"/>"#
            );
        }
    }
    svg + "</svg>\n"
}

fn draw(svg: &mut String, y: usize, row: &Row) {
    let (class, on) = match (row.number, row.refers_to) {
        (Some(_), _) => ("accent", " on"),
        (None, Some(_)) => ("accent2", " on"),
        (None, None) => ("soft", ""),
    };
    let x = 12 + 26 * row.depth;
    let text = row.text.replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{x}" y="{}" width="26" height="24" rx="3"/><text class="mono{on}" x="{}" y="{y}" text-anchor="middle">{}</text>
<text class="small" x="{}" y="{y}">{text}</text>"#,
        y - 17,
        x + 13,
        row.letter,
        x + 34
    );
    if let Some(number) = row.number {
        let _ = writeln!(
            svg,
            r#"<text class="mono small" x="348" y="{y}" text-anchor="end">#{number}</text>"#
        );
    }
}

/// The reader of step 4, which keeps what it reads.
struct Reader<'b> {
    bytes: &'b [u8],
    numbered: usize,
    rows: Vec<Row>,
}

impl Reader<'_> {
    fn take(&mut self, length: usize) -> &[u8] {
        let (taken, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        taken
    }

    fn byte(&mut self) -> usize {
        self.take(1)[0].into()
    }

    fn long(&mut self) -> i32 {
        self.take(4)
            .iter()
            .rev()
            .fold(0, |long, byte| long << 8 | i32::from(*byte))
    }

    fn object(&mut self, depth: usize, what: &str) {
        let byte = self.take(1)[0];
        let number = (byte & FLAG_REF != 0).then_some(self.numbered);
        self.numbered += usize::from(number.is_some());
        let (letter, place) = (byte & !FLAG_REF, self.rows.len());
        self.rows.push(Row {
            depth,
            letter: letter.into(),
            number,
            refers_to: None,
            text: what.to_owned(),
        });
        match letter {
            b'i' => drop(self.long()),
            b'r' => {
                let number = self.long();
                self.rows[place].refers_to = Some(number);
                self.rows[place].text = format!("{what}: see #{number}");
            }
            b's' => {
                let length = self.long() as usize;
                self.take(length);
            }
            b'z' | b'Z' => {
                let length = self.byte();
                self.rows[place].text = String::from_utf8_lossy(self.take(length)).into_owned();
            }
            b')' => self.tuple(depth, place, what),
            b'c' => {
                self.take(6 * 4);
                for field in &FIELDS[..8] {
                    self.object(depth + 1, field);
                }
                self.long();
                self.object(depth + 1, FIELDS[8]);
            }
            _ => {}
        }
    }

    fn tuple(&mut self, depth: usize, place: usize, what: &str) {
        let length = self.byte();
        (0..length).for_each(|_| self.object(depth + 1, ""));
        let numbers = self.rows[place + 1..]
            .iter()
            .any(|row| row.number.is_some());
        self.rows[place].text = match length {
            0 => format!("{what}: none"),
            _ if numbers => what.to_owned(),
            _ => format!("{what}: {length}, without numbers"),
        };
    }
}
