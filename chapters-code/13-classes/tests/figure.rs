//! The figure of the merge is drawn from a merge.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_merge.rs"]
mod draw_merge;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_merge_is_what_is_drawn_from_it() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/13-classes/figures/merge.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure,
        draw_merge::figure(),
        "draw it again: cargo run -p classes --example draw_merge"
    );
}
