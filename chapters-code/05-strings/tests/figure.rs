//! The figures of the three widths and of the layout are drawn from strings.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_layout.rs"]
mod draw_layout;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_widths.rs"]
mod draw_widths;

fn compare(name: &str, drawn: String) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/05-strings/figures/");
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(format!("{folder}{name}.svg")) else {
        return;
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p strings --example draw_{name}"
    );
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_widths_is_what_is_drawn_from_strings() {
    compare("widths", draw_widths::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_layout_is_what_is_drawn_from_a_string() {
    compare("layout", draw_layout::figure());
}
