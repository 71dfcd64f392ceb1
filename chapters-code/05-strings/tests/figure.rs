//! The figure of the three widths is drawn from three strings.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_widths.rs"]
mod draw_widths;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_widths_is_what_is_drawn_from_strings() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/05-strings/figures/widths.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure,
        draw_widths::figure(),
        "draw it again: cargo run -p strings --example draw_widths"
    );
}
