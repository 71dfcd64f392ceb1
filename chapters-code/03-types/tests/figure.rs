//! The figure of a table is drawn from a table.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_halves.rs"]
mod draw_halves;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_table_is_what_is_drawn_from_it() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/03-types/figures/table.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let Ok(drawn) = draw_halves::figure() else {
        panic!("the table could not be made");
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p types --example draw_halves"
    );
}
