//! The figure of one frame is drawn from a frame that runs.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_frame.rs"]
mod draw_frame;

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_frame_is_what_is_drawn_while_it_runs() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/10-frames/figures/frame.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let Ok(drawn) = draw_frame::figure() else {
        panic!("the frame could not be run");
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p frames --example draw_frame"
    );
}
