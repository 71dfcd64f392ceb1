//! Which part of the line raised? 3.11 marks it (PEP 657), and the operator or subscript in
//! it with another sign.
#![forbid(unsafe_code)]

use super::anchors::{Anchors, anchors};
use super::width::columns;
use code_objects::Code;
use instructions::{Position, position_at};

/// The line of marks below a line of source, indented as that is; `None` if there is nothing
/// to mark, or the marks would cover the whole line.
pub fn carets(code: &Code, instruction: i32, source: &str) -> Option<String> {
    let offset = usize::try_from(instruction).ok()?.checked_mul(2)?;
    let position = position_at(&code.linetable, code.firstlineno, offset);
    let Position {
        line: Some(line @ 0..),
        end_line: Some(end_line @ 0..),
        column: Some(column @ 0..),
        end_column: Some(end_column @ 0..),
    } = position
    else {
        return None;
    };
    let chars: Vec<char> = source.chars().collect();
    let start = char_offset(source, column);
    let (end, anchors) = if line == end_line {
        let end = char_offset(source, end_column);
        let segment = chars.get(start..end.min(chars.len())).unwrap_or(&[]);
        (end, anchors(segment))
    } else {
        // What goes on in the next line is marked up to the end of this one.
        let blank = |char: &char| is_blank(*char);
        let trailing = chars.iter().rev().take_while(|char| blank(char)).count();
        (chars.len() - trailing, None)
    };
    let indent = chars.iter().take_while(|char| is_blank(**char)).count();
    let covers_all = end.checked_sub(start) == chars.len().checked_sub(indent);
    if covers_all && anchors.is_none() {
        return None;
    }
    // On the screen some characters take two columns.
    let column = |at: usize| {
        chars[..at.min(chars.len())]
            .iter()
            .copied()
            .map(columns)
            .sum()
    };
    let (first, behind): (usize, usize) = (column(start), column(end));
    let inner = anchors.map(|Anchors { left, right }| column(start + left)..column(start + right));
    let marks = (indent..behind).map(|at| match &inner {
        _ if at < first => ' ',
        Some(inner) if !inner.contains(&at) => '~',
        _ => '^',
    });
    Some("    ".chars().chain(marks).collect())
}

/// White space that can begin a line.
pub(super) fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\x0C')
}

/// How many characters lie before the byte at `offset`
/// (`_PyPegen_byte_offset_to_character_offset`).
fn char_offset(line: &str, offset: i32) -> usize {
    let offset = usize::try_from(offset).unwrap_or(0);
    let whole = line.char_indices().take_while(|(at, _)| *at < offset);
    // Beyond the end CPython counts the zero byte there.
    whole.count() + usize::from(offset > line.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use code_objects::{Pyc, marshal};
    use objects::{Object, Owned};
    use std::path::Path;
    use std::rc::Rc;
    use types::{HashSeed, Interpreter, List, MemoryHost, Thread, Tuple, Version, as_str};

    const RECORDED: &[u8] = include_bytes!("../../tests/data/carets-3.11.marshal");

    fn items(object: &Object) -> Vec<Object> {
        match (object.downcast::<Tuple>(), object.downcast::<List>()) {
            (Some(tuple), _) => tuple.items().to_vec(),
            (_, Some(list)) => list.items.to_vec(),
            _ => panic!("a tuple or a list was recorded"),
        }
    }

    /// A code object with those inside, depth first.
    fn code_objects_of(code: &Owned<Code>, found: &mut Vec<Owned<Code>>) {
        found.push(code.clone());
        for constant in &code.consts {
            if let Ok(inner) = constant.clone().into_owned::<Code>() {
                code_objects_of(&inner, found);
            }
        }
    }

    /// The marks as they are printed, or nothing.
    fn marked(code: &Code, unit: i64) -> String {
        let instruction = i32::try_from(unit).expect("a code unit");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let path = root.join(code.filename.to_text());
        let text = std::fs::read_to_string(path).expect("a program's source");
        let line = frames::line_of(code, instruction).unwrap_or(0);
        let source = usize::try_from(line)
            .ok()
            .and_then(|line| text.lines().nth(line.max(1) - 1));
        let carets = source.and_then(|source| carets(code, instruction, source));
        carets.unwrap_or_default()
    }

    fn check(t: &Thread, name: &str, recorded: &Object) -> (usize, Vec<String>) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programs/311");
        let bytes = std::fs::read(root.join(name)).expect("a recorded program");
        let mut all = vec![];
        code_objects_of(&Pyc::read(t, &bytes).expect("a program").code, &mut all);
        let (mut count, mut wrong) = (0, vec![]);
        for (code, stretches) in all.iter().zip(items(recorded)) {
            for stretch in items(&stretches) {
                let stretch = items(&stretch);
                let unit = stretch[0].as_small_int().expect("a code unit");
                // What is folded into a constant is an operation in the source, and cannot
                // raise.
                const LOAD_CONST: u8 = 100;
                if code.code.get(unit as usize * 2) == Some(&LOAD_CONST) {
                    continue;
                }
                let expected = as_str(&stretch[1]).expect("marks").to_text();
                let found = marked(code, unit);
                count += 1;
                if found != expected {
                    let name = code.name.to_text();
                    wrong.push(format!("{name} unit {unit}\n{expected}|\n{found}|"));
                }
            }
        }
        (count, wrong)
    }

    #[test]
    fn every_part_of_every_program_is_marked_as_cpython_marks_it() {
        let host = Box::<MemoryHost>::default();
        let interpreter = Interpreter::new(Version::V311, host, HashSeed::Fixed);
        let thread = Thread::new(Rc::new(interpreter.expect("an interpreter")));
        thread.enter(1 << 20, |t| {
            for install in [
                types::install,
                numbers::install,
                strings::install,
                containers::install,
                code_objects::install,
            ] {
                install(t).expect("the chapter installs");
            }
            let recorded = marshal::read(t, t.version, RECORDED).expect("the recording");
            let (mut count, mut wrong) = (0, vec![]);
            for program in items(&recorded) {
                let program = items(&program);
                let name = as_str(&program[0]).expect("a name").to_text();
                let (more, mistakes) = check(t, &name, &program[1]);
                count += more;
                wrong.extend(
                    mistakes
                        .into_iter()
                        .map(|mistake| format!("{name} {mistake}")),
                );
            }
            assert!(count > 6_000);
            let first = &wrong[..wrong.len().min(12)];
            assert!(
                wrong.is_empty(),
                "{} of {count}:\n{}",
                wrong.len(),
                first.join("\n")
            );
        });
    }
}
