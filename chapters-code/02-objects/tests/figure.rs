//! The figures of words and of an object are drawn from words and from an object.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_object.rs"]
mod draw_object;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_word.rs"]
mod draw_word;

use objects::OutOfMemory;

fn compare(name: &str, drawn: Result<String, OutOfMemory>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/02-objects/figures/");
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(format!("{folder}{name}.svg")) else {
        return;
    };
    assert_eq!(
        Ok(figure),
        drawn,
        "draw it again: cargo run -p objects --example draw_{name}"
    );
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_words_is_what_is_drawn_from_words() {
    compare("word", draw_word::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_an_object_is_what_is_drawn_from_one() {
    compare("object", draw_object::figure());
}
