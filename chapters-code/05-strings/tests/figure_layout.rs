//! The figure of the layout is drawn from a string.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_layout.rs"]
mod draw_layout;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_layout_is_what_is_drawn_from_a_string() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/05-strings/figures/layout.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure,
        draw_layout::figure(),
        "draw it again: cargo run -p strings --example draw_layout"
    );
}
