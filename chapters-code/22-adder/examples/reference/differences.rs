//! Which instructions has 3.11 dropped, brought, or changed?

use super::book::plain;
use super::opcodes::{formula, operand};
use instructions::{Definition, definition_by_name, definitions};
use std::fmt::Write;
use types::Version;

/// Three tables: gone, new, and kept but changed.
pub fn table() -> String {
    let mut text = String::new();
    let only = |in_: Version, not_in: Version| {
        let rows = definitions(in_).iter();
        let mut rows: Vec<&Definition> = rows
            .filter(|row| definition_by_name(not_in, row.name).is_none())
            .collect();
        rows.sort_by_key(|row| row.name);
        rows
    };
    for (title, rows) in [
        ("Only in 3.10", only(Version::V310, Version::V311)),
        ("Only in 3.11", only(Version::V311, Version::V310)),
    ] {
        let _ = writeln!(text, "## {title}\n\n{} instructions.\n", rows.len());
        text.push_str("| Name | Stack | What it does |\n|---|---|---|\n");
        for row in rows {
            let _ = writeln!(
                text,
                "| {} | `{}` | {} |",
                row.name,
                effect(row),
                plain(row.semantics)
            );
        }
        text.push('\n');
    }
    text.push_str("## In both, but changed\n\n| Name | 3.10 | 3.11 |\n|---|---|---|\n");
    for old in definitions(Version::V310) {
        let Some(new) = definition_by_name(Version::V311, old.name) else {
            continue;
        };
        let (before, after) = changes(old, new);
        if !before.is_empty() {
            let _ = writeln!(
                text,
                "| {} | {} | {} |",
                old.name,
                before.join("; "),
                after.join("; ")
            );
        }
    }
    text
}

/// An effect on the stack. A short one stays in one line, however narrow the column is.
fn effect(row: &Definition) -> String {
    let text = formula(row.effect_formula);
    match text.chars().count() {
        ..=12 => text.replace(' ', "\u{a0}"),
        _ => text,
    }
}

fn changes(old: &Definition, new: &Definition) -> (Vec<String>, Vec<String>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut note = |old: String, new: String| {
        if old != new {
            before.push(old);
            after.push(new);
        }
    };
    note(
        format!("number {}", old.opcode),
        format!("number {}", new.opcode),
    );
    note(
        format!("argument: {}", operand(old.operand)),
        format!("argument: {}", operand(new.operand)),
    );
    note(
        format!("stack `{}`", effect(old)),
        format!("stack `{}`", effect(new)),
    );
    let units = |row: &Definition| match row.cache_units() {
        0 => "no cache".to_owned(),
        1 => "one unit of cache".to_owned(),
        units => format!("{units} units of cache"),
    };
    note(units(old), units(new));
    (before, after)
}
