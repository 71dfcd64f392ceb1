//! The figure of numbered objects is drawn from a file.

#[allow(dead_code)]
#[path = "../examples/draw_references.rs"]
mod draw_references;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_references_is_what_is_drawn_from_hello_pyc() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/07-code-objects/figures/references.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure,
        draw_references::figure(),
        "draw it again: cargo run -p code-objects --example draw_references"
    );
}
