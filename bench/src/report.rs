//! The table that is printed and kept.

use std::fmt::Write;

use crate::results::{Row, Run};

/// The machine that the table is about is the first; the one it is compared with, the second.
const ADDER: usize = 0;
const BASELINE: usize = 1;

/// The geometric mean, or nothing of nothing.
pub fn geometric_mean(values: &[f64]) -> Option<f64> {
    let logarithms: f64 = values.iter().map(|value| value.ln()).sum();
    (!values.is_empty()).then(|| (logarithms / values.len() as f64).exp())
}

/// The speeds of all programs that ran on both machines.
pub fn speeds(run: &Run, other: usize) -> Vec<f64> {
    run.rows
        .iter()
        .filter_map(|row| row.speed_against(other))
        .collect()
}

/// What is said of a program when its turns are over.
pub fn one_line(row: &Row) -> String {
    if let Some(reason) = &row.runs[ADDER].failure {
        return format!("fails: {reason}");
    }
    let speed = row
        .speed_against(BASELINE)
        .map_or_else(|| "-".to_string(), times);
    let spread = |machine: usize| {
        let walls = row.runs[machine].samples.iter().map(|s| s.wall);
        let (low, high) = walls.fold((f64::MAX, 0.0_f64), |(low, high), w| {
            (low.min(w), high.max(w))
        });
        format!("{low:.2}..{high:.2} s")
    };
    format!("{speed:>6}  {} against {}", spread(ADDER), spread(BASELINE))
}

/// The whole table in Markdown, with what was measured where and when.
pub fn markdown(run: &Run) -> String {
    let mut text = String::new();
    heading(&mut text, run);
    for row in &run.rows {
        table_row(&mut text, row);
    }
    summary(&mut text, run, "geometric mean", |speeds| {
        geometric_mean(&speeds)
    });
    summary(&mut text, run, "smallest", |speeds| {
        speeds.into_iter().min_by(f64::total_cmp)
    });
    text.push('\n');
    let sizes = if run.small {
        "small sizes, only to try the runner; "
    } else {
        ""
    };
    let _ = writeln!(
        text,
        "*{}; {}; {sizes}best of {} alternating turns, whole processes. Speed is the other's time divided by Adder's.*",
        run.date, run.computer, run.repeat
    );
    for row in &run.rows {
        if let Some(reason) = &row.runs[ADDER].failure {
            let _ = writeln!(text, "\n`{}` fails: {reason}", row.program);
        }
    }
    text
}

/// A whole run in a sentence: mean, smallest, when and where.
pub fn sentence(run: &Run) -> String {
    let speeds = speeds(run, BASELINE);
    let mean = geometric_mean(&speeds).map_or_else(dash, times);
    let measured = run
        .rows
        .iter()
        .filter_map(|row| Some((row.speed_against(BASELINE)?, &row.program)));
    let smallest = measured
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map_or_else(dash, |(speed, program)| {
            format!("{}, of `{program}`", times(speed))
        });
    let failed = match run.rows.len() - speeds.len() {
        0 => String::new(),
        count => format!(" ({count} more have no figure)"),
    };
    let small = if run.small { ", small sizes" } else { "" };
    format!(
        "Table {}: **{mean}** the speed of {} in the geometric mean of {} programs{failed}; the smallest \
         figure is {smallest} ({}, {}, best of {}{small}).",
        run.table,
        run.machines[BASELINE].label,
        speeds.len(),
        run.date,
        run.computer,
        run.repeat,
    )
}

fn heading(text: &mut String, run: &Run) {
    let baseline = &run.machines[BASELINE].label;
    let mut names = vec![
        "program".to_string(),
        "Adder".to_string(),
        baseline.clone(),
        "speed".to_string(),
        "memory".to_string(),
        "its memory".to_string(),
    ];
    names.extend(
        run.machines[BASELINE + 1..]
            .iter()
            .map(|m| format!("against {}", m.label)),
    );
    let _ = writeln!(text, "| {} |", names.join(" | "));
    let _ = writeln!(text, "|---|{}", "---:|".repeat(names.len() - 1));
}

fn table_row(text: &mut String, row: &Row) {
    let best = |machine: usize| row.runs[machine].best();
    let seconds = |machine| best(machine).map_or_else(dash, |s| format!("{:.2}\u{a0}s", s.wall));
    let memory = |machine| {
        best(machine).map_or_else(dash, |s| format!("{:.1}\u{a0}MB", s.peak as f64 / 1e6))
    };
    let speed = row
        .speed_against(BASELINE)
        .map_or_else(dash, |s| format!("**{}**", times(s)));
    let mut cells = vec![
        format!("`{}`", row.program),
        seconds(ADDER),
        seconds(BASELINE),
        speed,
        memory(ADDER),
        memory(BASELINE),
    ];
    let others = BASELINE + 1..row.runs.len();
    cells.extend(others.map(|machine| row.speed_against(machine).map_or_else(dash, times)));
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

fn summary(text: &mut String, run: &Run, name: &str, of: impl Fn(Vec<f64>) -> Option<f64>) {
    let value =
        |machine| of(speeds(run, machine)).map_or_else(dash, |s| format!("**{}**", times(s)));
    let mut cells = vec![
        format!("**{name}**"),
        String::new(),
        String::new(),
        value(BASELINE),
        String::new(),
        String::new(),
    ];
    cells.extend((BASELINE + 1..run.machines.len()).map(value));
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

fn times(speed: f64) -> String {
    format!("{speed:.2}×")
}

fn dash() -> String {
    "–".to_string()
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::measure::Sample;
    use crate::results::{MachineRecord, Runs};

    fn runs(walls: &[f64]) -> Runs {
        let sample = |&wall: &f64| Sample {
            wall,
            processor: wall,
            peak: 8_000_000,
        };
        Runs {
            samples: walls.iter().map(sample).collect(),
            failure: None,
        }
    }

    /// Two programs on three machines, the second of which Adder fails.
    pub fn example() -> Run {
        let machine = |label: &str| MachineRecord {
            label: label.to_string(),
            about: String::new(),
        };
        let row = |program: &str, runs| Row {
            program: program.to_string(),
            category: "c".to_string(),
            runs,
        };
        let failed = Runs {
            samples: vec![],
            failure: Some("the answer is wrong".to_string()),
        };
        Run {
            table: "311".to_string(),
            date: "2026-01-02".to_string(),
            repeat: 2,
            small: false,
            computer: "a computer".to_string(),
            machines: vec![
                machine("Adder"),
                machine("CPython 3.11.2"),
                machine("CPython 3.13.0"),
            ],
            rows: vec![
                row(
                    "fib",
                    vec![runs(&[0.6, 0.5]), runs(&[1.0, 1.2]), runs(&[0.75, 0.8])],
                ),
                row("slow", vec![runs(&[2.0]), runs(&[1.0]), runs(&[1.0])]),
                row("bad", vec![failed, runs(&[1.0]), runs(&[1.0])]),
            ],
        }
    }

    #[test]
    fn speed_is_best_against_best() {
        let run = example();
        assert_eq!(run.rows[0].speed_against(1), Some(2.0));
        assert_eq!(run.rows[0].speed_against(2), Some(1.5));
        assert_eq!(run.rows[2].speed_against(1), None);
    }

    #[test]
    fn twice_as_fast_and_half_as_fast_are_equal_in_the_mean() {
        assert_eq!(geometric_mean(&[]), None);
        let mean = geometric_mean(&[2.0, 0.5]).unwrap();
        assert!((mean - 1.0).abs() < 1e-12, "{mean}");
    }

    #[test]
    fn the_table_says_what_failed_and_leaves_it_out_of_the_mean() {
        let text = markdown(&example());
        assert!(
            text.contains("| `fib` | 0.50\u{a0}s | 1.00\u{a0}s | **2.00×** | 8.0\u{a0}MB | 8.0\u{a0}MB | 1.50× |"),
            "{text}"
        );
        assert!(text.contains("| `bad` | – | 1.00\u{a0}s | – |"), "{text}");
        assert!(
            text.contains("| **geometric mean** |  |  | **1.00×** |"),
            "{text}"
        );
        assert!(
            text.contains("| **smallest** |  |  | **0.50×** |"),
            "{text}"
        );
        assert!(text.contains("`bad` fails: the answer is wrong"), "{text}");
        assert!(text.contains("2026-01-02; a computer; best of 2"), "{text}");
    }

    #[test]
    fn the_sentence_names_mean_smallest_and_what_is_missing() {
        assert_eq!(
            sentence(&example()),
            "Table 311: **1.00×** the speed of CPython 3.11.2 in the geometric mean of 2 programs \
             (1 more have no figure); the smallest figure is 0.50×, of `slow` (2026-01-02, a computer, \
             best of 2)."
        );
    }

    #[test]
    fn every_line_of_the_table_has_as_many_cells() {
        let text = markdown(&example());
        let cells: Vec<usize> = text
            .lines()
            .filter(|l| l.starts_with('|'))
            .map(|l| l.matches('|').count())
            .collect();
        assert!(cells.iter().all(|&n| n == cells[0]), "{text}");
    }
}
