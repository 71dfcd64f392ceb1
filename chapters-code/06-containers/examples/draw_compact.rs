//! Draws the chapter's figure of a dictionary's table, from the table of a dictionary.

mod machine;

use std::fmt::Write;

use machine::{shown, with_machine};
use objects::Object;
use types::{PyResult, Table, Thread, Version};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 330" role="img" aria-labelledby="t d">
<title id="t">A dictionary of five words: its index array and its entries</title>
<desc id="d">Above, eight places with the numbers 3, nothing, 4, nothing, 2, 1, nothing, 0. Below, five entries in the order of insertion: spam, eggs, ham, python, monty, each with the end of its hash. Place 7 leads to entry 0, spam; place 2 to entry 4, monty. Behind the entries there is no room left: the sixth key makes a new table.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
<text class="bold small" x="20" y="18">index array: one byte each</text>
<text class="bold small" x="104" y="112">entries: in the order of insertion</text>
"#;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let mut svg = HEAD.to_owned();
    with_machine(Version::V310, |t| {
        let dict = containers::dict(t)?;
        for word in ["spam", "eggs", "ham", "python", "monty"] {
            containers::dict_set(t, &dict, t.str(word)?, Object::none())?;
        }
        for place in 0..1 << dict.table.log2_size() {
            draw_place(&mut svg, &dict.table, place);
        }
        for index in 0..dict.table.entries() {
            draw_entry(&mut svg, t, &dict.table, index)?;
        }
        Ok(())
    })?;
    Ok(svg + "</svg>\n")
}

/// How an entry and its place are coloured: the first and the last stand out.
fn class(table: &Table, index: usize) -> &'static str {
    match index {
        0 => "accent",
        _ if index + 1 == table.entries() => "accent2",
        _ => "soft",
    }
}

fn ink(class: &str) -> &'static str {
    if class == "soft" { "mono" } else { "mono on" }
}

/// A place of the index array, and the arrow from it if its entry stands out.
fn draw_place(svg: &mut String, table: &Table, place: usize) {
    let (left, middle) = (20 + 40 * place, 38 + 40 * place);
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="{middle}" y="38" text-anchor="middle">{place}</text>"#
    );
    let Ok(index) = usize::try_from(table.index_at(place)) else {
        let _ = writeln!(
            svg,
            r#"<rect class="box" x="{left}" y="46" width="36" height="30" rx="3"/>"#
        );
        return;
    };
    let class = class(table, index);
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{left}" y="46" width="36" height="30" rx="3"/>
<text class="{}" x="{middle}" y="66" text-anchor="middle">{index}</text>"#,
        ink(class)
    );
    let entry = 139 + 38 * index;
    let path = match class {
        "accent" => format!("M{middle} 76 C{} 96 330 {entry} 288 {entry}", middle + 28),
        "accent2" => format!("M{left} 76 C40 110 20 {entry} 70 {entry}"),
        _ => return,
    };
    let _ = writeln!(
        svg,
        r#"<path class="arrow" d="{path}" marker-end="url(#head)"/>"#
    );
}

/// An entry: its number, its key, and the end of its hash.
fn draw_entry(svg: &mut String, t: &Thread, table: &Table, index: usize) -> PyResult<()> {
    let Some(key) = table.key(index) else {
        return Ok(());
    };
    let (y, class) = (124 + 38 * index, class(table, index));
    let (text, ink) = (y + 20, ink(class));
    let (key, hash) = (shown(t, &key)?, table.hash(index) & 0xFFF);
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="86" y="{text}" text-anchor="end">{index}</text>
<rect class="{class}" x="94" y="{y}" width="190" height="30" rx="3"/>
<text class="{ink}" x="104" y="{text}">{key}</text>
<text class="{ink}" x="274" y="{text}" text-anchor="end">…{hash:03x}</text>"#
    );
    Ok(())
}
