//! The figure of the exception table is drawn from the exception table.

#[allow(dead_code)]
#[path = "../examples/draw_handlers.rs"]
mod draw_handlers;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_exception_table_is_what_is_drawn_from_it() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/08-instructions/figures/handlers.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let drawn = draw_handlers::figure();
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p instructions --example draw_handlers"
    );
}
