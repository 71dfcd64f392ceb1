//! The figure of three ways to hold an integer is drawn from integers.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_integers.rs"]
mod draw_integers;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_integers_is_what_is_drawn_from_them() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/04-numbers/figures/layout.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let Ok(drawn) = draw_integers::figure() else {
        panic!("an integer could not be made");
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p numbers --example draw_integers"
    );
}
