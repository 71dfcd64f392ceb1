//! The figure of the dictionary's table is drawn from a dictionary's table.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_compact.rs"]
mod draw_compact;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_table_is_what_is_drawn_from_it() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/06-containers/figures/compact.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let Ok(drawn) = draw_compact::figure() else {
        panic!("the dictionary could not be made");
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p containers --example draw_compact"
    );
}
