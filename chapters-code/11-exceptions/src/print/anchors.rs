//! Which part of an expression is the one that fails? In `a + b` the operator, in `a[b]`
//! the subscript. CPython parses the expression to find out; its tokens are enough.
#![forbid(unsafe_code)]

use super::carets::is_blank;
use super::tokens::{Item, Kind, Token, items};

/// The part of an expression that gets the second mark, in characters from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors {
    /// Where it starts.
    pub left: usize,
    /// Behind its end.
    pub right: usize,
}

/// The part to be marked, if the whole is a binary operation or a subscript
/// (`extract_anchors_from_expr`).
pub(super) fn anchors(expression: &[char]) -> Option<Anchors> {
    let items = items(expression)?;
    match top(&items)? {
        Top::Operator(at) => {
            let (left, right) = items.split_at_checked(at)?;
            operator_anchors(expression, left, right.get(1..)?)
        }
        Top::Subscript => {
            let (_, value) = items.split_last()?;
            let end = inner_end(value)?;
            let left = (end..expression.len()).find(|&at| expression[at] == '[')?;
            Some(Anchors {
                left,
                right: expression.len(),
            })
        }
    }
}

/// CPython looks for the operator between the operands, whose parentheses do not count as
/// theirs: this walks over `)` and blanks as it does.
fn operator_anchors(expression: &[char], left: &[Item], right: &[Item]) -> Option<Anchors> {
    let (end, start) = (inner_end(left)?, inner_start(right)?);
    let mut found = None;
    for at in end..start {
        let char = *expression.get(at)?;
        if is_blank(char) {
            continue;
        }
        let next = expression.get(at + 1).filter(|_| at + 1 < start);
        let two = next.is_some_and(|next| !is_blank(*next));
        found = Some(Anchors {
            left: at,
            right: if two { at + 2 } else { at + 1 },
        });
        if char != ')' || next.is_none() {
            break;
        }
    }
    found
}

/// Where an operand ends, the parentheses around it left out.
fn inner_end(operand: &[Item]) -> Option<usize> {
    match operand {
        [
            Item {
                kind: Kind::Parentheses(inner),
                ..
            },
        ] => inner_end(inner),
        _ => operand.last().map(|item| item.end),
    }
}

/// Where an operand starts, the parentheses around it left out.
fn inner_start(operand: &[Item]) -> Option<usize> {
    match operand {
        [
            Item {
                kind: Kind::Parentheses(inner),
                ..
            },
        ] => inner_start(inner),
        _ => operand.first().map(|item| item.start),
    }
}

/// What binds an expression's parts last.
enum Top {
    /// The binary operator at this place.
    Operator(usize),
    /// The brackets at the end.
    Subscript,
}

fn top(items: &[Item]) -> Option<Top> {
    let mut operators = vec![];
    let mut after_operand = false;
    for (at, item) in items.iter().enumerate() {
        match &item.kind {
            Kind::Token(Token::Other) => return None,
            Kind::Token(Token::Operator(sign)) => {
                if after_operand {
                    operators.push((precedence(sign)?, at));
                }
                after_operand = false;
            }
            Kind::Token(Token::Await) => after_operand = false,
            _ => after_operand = true,
        }
    }
    let loosest = operators.iter().map(|(precedence, _)| *precedence).min();
    let first = items.first().map(|item| &item.kind);
    let signed = matches!(first, Some(Kind::Token(Token::Operator(_))));
    let awaited = matches!(first, Some(Kind::Token(Token::Await)));
    match loosest {
        // `-a ** b` is the negative of a power.
        Some(POWER) if signed => None,
        // Powers associate to the right, everything else to the left.
        Some(POWER) => operators.first().map(|(_, at)| Top::Operator(*at)),
        Some(loosest) => {
            let mut last = operators.iter().rev();
            let last = last.find(|(precedence, _)| *precedence == loosest);
            last.map(|(_, at)| Top::Operator(*at))
        }
        None if signed || awaited => None,
        None => match items {
            [.., _, last] if last.kind == Kind::Brackets => Some(Top::Subscript),
            _ => None,
        },
    }
}

const POWER: u8 = 7;

/// How tightly a binary operator binds.
fn precedence(sign: &str) -> Option<u8> {
    Some(match sign {
        "|" => 1,
        "^" => 2,
        "&" => 3,
        "<<" | ">>" => 4,
        "+" | "-" => 5,
        "*" | "/" | "//" | "%" | "@" => 6,
        "**" => POWER,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks that 3.11 prints under an expression.
    fn marks(expression: &str) -> String {
        let chars: Vec<char> = expression.chars().collect();
        match anchors(&chars) {
            None => "^".repeat(chars.len()),
            Some(Anchors { left, right }) => (0..chars.len())
                .map(|at| {
                    if (left..right).contains(&at) {
                        '^'
                    } else {
                        '~'
                    }
                })
                .collect(),
        }
    }

    #[test]
    fn the_operator_of_a_binary_operation_is_marked() {
        for (expression, expected) in [
            ("a + b", "~~^~~"),
            ("a // b", "~~^^~~"),
            ("a ** b + 1", "~~~~~~~^~~"),
            ("a + b * c", "~~^~~~~~~"),
            ("a - b - c", "~~~~~~^~~"),
            ("a ** b ** c", "~~^^~~~~~~~"),
            ("a<<b", "~^^~"),
            ("b + -a", "~~^~~~"),
            ("-a + b", "~~~^~~"),
            ("\"é\" + b", "~~~~^~~"),
            ("f(a + 1) * x[2 - 3]", "~~~~~~~~~^~~~~~~~~~"),
            ("\"%s %s\" % b", "~~~~~~~~^~~"),
            ("1.5e-3 - 2", "~~~~~~~^~~"),
        ] {
            assert_eq!(marks(expression), expected, "{expression}");
        }
    }

    #[test]
    fn parentheses_around_operands_do_not_count_as_theirs() {
        for (expression, expected) in [
            ("(a)+b", "~~~^~"),
            ("(a) + (b)", "~~~~^~~~~"),
            ("(a )+ b", "~~~~^~~"),
            ("a +( (b))", "~~^^~~~~~"),
            ("b+(a,)", "~^~~~~"),
            ("b+(a for a in l)", "~^~~~~~~~~~~~~~~"),
        ] {
            assert_eq!(marks(expression), expected, "{expression}");
        }
    }

    #[test]
    fn the_subscript_is_marked_with_its_brackets() {
        for (expression, expected) in [
            ("a[0]", "~^^^"),
            ("a [ 0 ]", "~~^^^^^"),
            ("(a)[0]", "~~~^^^"),
            ("d[1][2]", "~~~~^^^"),
            ("f(x[1])[y]", "~~~~~~~^^^"),
            ("a.b[c]", "~~~^^^"),
        ] {
            assert_eq!(marks(expression), expected, "{expression}");
        }
    }

    #[test]
    fn everything_else_is_marked_as_a_whole() {
        for expression in [
            "a.b",
            "f(a + b)",
            "-a",
            "-a ** b",
            "a < b",
            "a or b + c",
            "[a]",
            "x += 1",
            "not a + b",
            "await x",
            "lambda: a + b",
            "a if b else c",
            "a, b + c",
            "del a[0]",
            "'unfinished",
            "a[",
            "",
        ] {
            assert_eq!(
                marks(expression),
                "^".repeat(expression.len()),
                "{expression}"
            );
        }
    }
}
