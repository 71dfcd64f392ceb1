//! Every command is run strictly, and by something a reader has.

use super::Text;
use crate::page::outputs;
use crate::problem::Problem;

/// What would make an output typed by hand, or ask for more than Rust and make.
const REFUSED: [(&str, &str); 5] = [
    ("echo", "prints what is typed here"),
    ("printf", "prints what is typed here"),
    (
        "python",
        "a reader has no Python: record its output in programs/",
    ),
    (
        "python3",
        "a reader has no Python: record its output in programs/",
    ),
    (
        "python3.10",
        "a reader has no Python: record its output in programs/",
    ),
];

pub(super) fn check(text: &Text<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for command in outputs::commands(&text.text) {
        let (code, run) = command.parts();
        if code.is_none_or(|code| code.parse::<u8>().is_err()) {
            let message = format!("`{run}` is not strict: write `cmdrun --strict` or `cmdrun -N`");
            problems.push(text.problem(command.line, message));
        }
        let programs = run
            .split(['&', '|', ';'])
            .filter_map(|part| part.split_whitespace().next());
        for program in programs {
            if let Some((name, why)) = REFUSED.iter().find(|(name, _)| *name == program) {
                problems.push(text.problem(command.line, format!("`{name}` {why}")));
            }
        }
    }
    problems
}
