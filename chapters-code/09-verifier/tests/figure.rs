//! The figure of two ways that meet is drawn from what was counted along them.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_ways.rs"]
mod draw_ways;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_ways_is_what_is_drawn_from_the_code() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/09-verifier/figures/ways.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure,
        draw_ways::figure(),
        "draw it again: cargo run -p verifier --example draw_ways"
    );
}
