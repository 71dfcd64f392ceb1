//! The figure of the data stack is drawn from three frames that lie on it.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_stack.rs"]
mod draw_stack;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_data_stack_is_what_is_drawn_from_three_frames() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/10-frames/figures/stack.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let Ok(drawn) = draw_stack::figure() else {
        panic!("the frames could not be made");
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p frames --example draw_stack"
    );
}
