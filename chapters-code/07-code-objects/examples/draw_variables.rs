//! Draws the chapter's figure of a variable in both versions, from the two code objects.

mod machine;

use std::fmt::Write;

use code_objects::{Code, FAST_CELL, FAST_LOCAL, Pyc};
use machine::with_machine;
use objects::Owned;
use types::{Name, PyResult, Thread, Version};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 292" role="img" aria-labelledby="t d">
<title id="t">The variable third, as each version keeps it</title>
<desc id="d">In 3.10 third stands in varnames, as argument 2, and again in cellvars; cell2arg says that this cell starts with argument 2. In 3.11 it stands once, and its kind, 0x60, says that it is local and a cell. The variable local is a cell only: kind 0x40.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
<text class="bold" x="12" y="22">3.10</text>
<text class="dim small" x="12" y="46">varnames</text>
<text class="dim small" x="12" y="106">cellvars</text>
<text class="dim small" x="196" y="106">cell2arg</text>
<text class="bold" x="12" y="180">3.11</text>
<text class="dim small" x="12" y="204">localsplusnames</text>
"#;
/// The variable that the figure is about.
const SHOWN: &str = "third";

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let mut svg = HEAD.to_owned();
    with_machine(Version::V310, |t| {
        let bytes = include_bytes!("../../../programs/310/seed_code_fields.pyc");
        let code = outer(t, bytes)?;
        draw_310(&mut svg, &code);
        Ok::<_, types::Raised>(())
    })??;
    with_machine(Version::V311, |t| {
        let bytes = include_bytes!("../../../programs/311/seed_code_fields.pyc");
        let code = outer(t, bytes)?;
        draw_311(&mut svg, &code);
        Ok::<_, types::Raised>(())
    })??;
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="12" y="282">localspluskinds: {FAST_LOCAL:#04x} local, {FAST_CELL:#04x} cell, {:#04x} both</text>
</svg>"#,
        FAST_LOCAL | FAST_CELL
    );
    Ok(svg)
}

/// The code of `outer`, the first function of the module.
fn outer(t: &Thread, bytes: &[u8]) -> PyResult<Owned<Code>> {
    let module = Pyc::read(t, bytes)?.code;
    let mut constants = module.consts.iter().cloned();
    let outer = constants.find_map(|constant| constant.into_owned::<Code>().ok());
    outer.ok_or_else(|| t.system_error("the module has no function"))
}

fn draw_310(svg: &mut String, code: &Code) {
    for (place, name) in code.varnames.iter().take(3).enumerate() {
        draw(
            svg,
            (12 + 84 * place, 54, 78),
            class(name),
            &name.to_string(),
        );
    }
    draw(svg, (264, 54, 40), "soft", "…");
    for (place, name) in code.cellvars.iter().enumerate() {
        draw(
            svg,
            (12 + 84 * place, 114, 78),
            class(name),
            &name.to_string(),
        );
    }
    for (place, argument) in code.cell2arg.iter().enumerate() {
        let x = 196 + 66 * place;
        let shown = argument.map_or("–".to_owned(), |argument| argument.to_string());
        draw(svg, (x, 114, 60), "box", &shown);
        if let Some(argument) = argument {
            let (from, to) = (x + 30, 12 + 84 * *argument as usize + 40);
            let _ = writeln!(
                svg,
                r#"<path class="arrow" d="M{from} 112 C{from} 96 {} 100 {to} 86" marker-end="url(#head)"/>"#,
                to + 20
            );
        }
    }
}

fn draw_311(svg: &mut String, code: &Code) {
    let mut x = 12;
    let variables: Vec<_> = code
        .localsplusnames
        .iter()
        .zip(&code.localspluskinds)
        .collect();
    for (place, (name, kind)) in variables.iter().enumerate() {
        // The first three, and what is no argument.
        if place > 2 && *kind & FAST_LOCAL != 0 {
            continue;
        }
        if place > 2 {
            draw(svg, (x, 212, 30), "soft", "…");
            x += 35;
        }
        let class = if *kind & FAST_LOCAL == 0 {
            "accent2"
        } else {
            class(name)
        };
        draw(svg, (x, 212, 66), class, &name.to_string());
        let _ = writeln!(
            svg,
            r#"<text class="mono small" x="{}" y="258" text-anchor="middle">{kind:#04x}</text>"#,
            x + 33
        );
        x += 71;
    }
}

fn class(name: &Name) -> &'static str {
    if name.to_string() == SHOWN {
        "accent"
    } else {
        "soft"
    }
}

fn draw(svg: &mut String, (x, y, width): (usize, usize, usize), class: &str, text: &str) {
    let on = if class.starts_with("accent") {
        " on"
    } else {
        ""
    };
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="28" rx="3"/><text class="mono small{on}" x="{}" y="{}" text-anchor="middle">{text}</text>"#,
        x + width / 2,
        y + 19
    );
}
