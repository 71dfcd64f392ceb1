//! The figure of a dummy is drawn from the table of a set.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_dummy.rs"]
mod draw_dummy;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_dummy_is_what_is_drawn_from_the_table_of_a_set() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/06-containers/figures/dummy.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let Ok(drawn) = draw_dummy::figure() else {
        panic!("the set could not be made");
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p containers --example draw_dummy"
    );
}
