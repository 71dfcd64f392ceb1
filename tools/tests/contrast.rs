//! Can every text of the theme be read? WCAG asks for a contrast of 4.5 to 1.

use std::collections::BTreeMap;

/// What is written on what.
const PAIRS: &[(&str, &[&str])] = &[
    (
        "fg",
        &[
            "bg",
            "box-bg",
            "box2-bg",
            "code-bg",
            "adder-soft",
            "table-header-bg",
            "table-alternate-bg",
            "theme-popup-bg",
            "theme-hover",
        ],
    ),
    (
        "quiet",
        &[
            "bg",
            "box-bg",
            "box2-bg",
            "code-bg",
            "adder-soft",
            "table-header-bg",
            "table-alternate-bg",
            "sidebar-bg",
        ],
    ),
    (
        "links",
        &[
            "bg",
            "box-bg",
            "box2-bg",
            "code-bg",
            "table-header-bg",
            "table-alternate-bg",
        ],
    ),
    ("inline-code-color", &["code-bg", "adder-soft"]),
    (
        "adder-accent",
        &["bg", "box-bg", "box2-bg", "code-bg", "adder-soft"],
    ),
    ("adder-accent2", &["bg", "box2-bg", "code-bg", "adder-soft"]),
    ("adder-on", &["adder-accent", "adder-accent2"]),
    ("code-fg", &["code-bg", "bg"]),
    ("code-comment", &["code-bg", "bg"]),
    ("code-keyword", &["code-bg", "bg"]),
    ("code-type", &["code-bg", "bg"]),
    ("code-string", &["code-bg", "bg"]),
    ("code-number", &["code-bg", "bg"]),
    ("sidebar-fg", &["sidebar-bg"]),
    ("sidebar-non-existant", &["sidebar-bg"]),
    ("sidebar-active", &["sidebar-bg"]),
    ("icons", &["bg", "code-bg"]),
    ("icons-hover", &["bg"]),
    ("searchresults-header-fg", &["bg"]),
];

type Colours = BTreeMap<String, String>;

/// The colours that a rule of the sheet sets.
fn colours(rule: &str) -> Colours {
    let sheet = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../theme/adder.css"));
    let sheet = sheet.unwrap();
    let (_, rest) = sheet.split_once(&format!("{rule} {{")).unwrap();
    let (body, _) = rest.split_once('}').unwrap();
    let set = body
        .split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "));
    set.map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// How light a colour is, as WCAG counts it.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').unwrap();
    let step = digits.len() / 3;
    let part = |at: usize| {
        let digits = digits[at * step..(at + 1) * step].repeat(3 - step);
        let value = f64::from(u8::from_str_radix(&digits, 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn unreadable(colours: &Colours) -> Vec<String> {
    let mut found = Vec::new();
    for (text, grounds) in PAIRS {
        for ground in *grounds {
            let ratio = contrast(&colours[*text], &colours[*ground]);
            if ratio < 4.5 {
                found.push(format!("{text} on {ground}: {ratio:.2}"));
            }
        }
    }
    found
}

#[test]
fn black_on_white_is_the_most_there_can_be() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#fff") - 4.48).abs() < 0.01);
}

#[test]
fn everything_can_be_read_by_day_and_by_night_and_on_paper() {
    let light = colours(".light, .rust, html:not(.js)");
    assert_eq!(unreadable(&light), Vec::<String>::new(), "light");
    let dark = colours(".navy, .coal, .ayu");
    assert_eq!(unreadable(&dark), Vec::<String>::new(), "dark");
    let mut paper = light;
    paper.extend(colours(
        "html, html.light, html.rust, html.navy, html.coal, html.ayu",
    ));
    assert_eq!(unreadable(&paper), Vec::<String>::new(), "paper");
}

#[test]
fn without_a_script_the_night_is_the_same() {
    assert_eq!(colours("  html:not(.js)"), colours(".navy, .coal, .ayu"));
}
