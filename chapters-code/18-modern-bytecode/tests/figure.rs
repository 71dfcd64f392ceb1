//! The figure of the exception table is drawn from the table of a function.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_table.rs"]
mod draw_table;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_table_is_what_it_does_to_a_stack() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/18-modern-bytecode/figures/table.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure,
        draw_table::figure(),
        "draw it again: cargo run -p modern-bytecode --example draw_table"
    );
}
