//! What does the verifier refuse, and with which words?
//!
//! A case is a title, a heading, instructions (`tests/assembler` says how these are
//! written) and a verdict. The cases are in `tests/catalogue/`, one file for each kind of flaw. Beside many of
//! them stands a twin that differs in one thing and is accepted.

mod assembler;

use assembler::{Code, assemble};

const CATALOGUE: [&str; 7] = [
    include_str!("catalogue/code_object.txt"),
    include_str!("catalogue/instructions.txt"),
    include_str!("catalogue/jumps.txt"),
    include_str!("catalogue/stack.txt"),
    include_str!("catalogue/kinds.txt"),
    include_str!("catalogue/blocks_3_10.txt"),
    include_str!("catalogue/handlers_3_11.txt"),
];

/// One code object and what is to be said of it.
struct Case {
    title: String,
    code: Code,
    verdict: Verdict,
}

/// What the verifier must say.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Refused(String),
    Accepted,
}

/// Reads all cases of a catalogue.
fn read(catalogue: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut lines = catalogue
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    while let Some(line) = lines.next() {
        let title = line
            .strip_prefix("case: ")
            .unwrap_or_else(|| panic!("no case: {line}"));
        let heading = lines.next().expect("a heading");
        let mut body = Vec::new();
        let verdict = loop {
            let line = lines
                .next()
                .unwrap_or_else(|| panic!("{title}: no verdict"));
            if let Some(message) = line.strip_prefix("refused: ") {
                break Verdict::Refused(message.to_string());
            } else if line == "accepted" {
                break Verdict::Accepted;
            }
            body.push(line.trim());
        };
        cases.push(Case {
            title: title.to_string(),
            code: assemble(heading.trim(), &body),
            verdict,
        });
    }
    cases
}

fn cases() -> Vec<Case> {
    CATALOGUE.into_iter().flat_map(read).collect()
}

fn verdict(case: &Case) -> Verdict {
    match case.code.verify() {
        Ok(_) => Verdict::Accepted,
        Err(rejection) => Verdict::Refused(rejection.to_string()),
    }
}

#[test]
fn every_case_gets_the_verdict_written_below_it() {
    let wrong: Vec<String> = cases()
        .iter()
        .filter(|case| verdict(case) != case.verdict)
        .map(|case| {
            format!(
                "{}\n  is {:?}\n not {:?}",
                case.title,
                verdict(case),
                case.verdict
            )
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_catalogue_holds_more_than_a_hundred_malformed_code_objects() {
    let refused = cases()
        .iter()
        .filter(|case| case.verdict != Verdict::Accepted)
        .count();
    assert!(refused > 100, "{refused}");
}

#[test]
fn no_two_cases_have_one_title() {
    let mut titles: Vec<String> = cases().into_iter().map(|case| case.title).collect();
    titles.sort();
    let before = titles.len();
    titles.dedup();
    assert_eq!(titles.len(), before);
}
