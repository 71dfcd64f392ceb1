//! Which part of the line raised? 3.11 marks it (PEP 657), and the operator or subscript in
//! it with another sign.

use super::anchors::{Anchors, anchors};
use code_objects::Code;
use instructions::{Position, position_at};

/// The line of marks below a line of source, indented as that is; `None` if there is nothing
/// to mark, or the marks would cover the whole line.
pub(super) fn carets(code: &Code, instruction: i32, source: &str) -> Option<String> {
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
    let marks = (indent..end).map(|at| match &anchors {
        _ if at < start => ' ',
        Some(Anchors { left, right }) if (start + left..start + right).contains(&at) => '^',
        Some(_) => '~',
        None => '^',
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
