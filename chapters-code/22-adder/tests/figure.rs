//! Chapter 11's figure of a traceback is drawn from one that a program has left.

#[allow(dead_code, reason = "its main is the example's")]
#[path = "../examples/draw_traceback.rs"]
mod draw_traceback;

#[test]
fn the_figure_of_the_traceback_is_the_one_that_the_program_leaves() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/11-exceptions/figures/traceback.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    let Ok(drawn) = draw_traceback::figure() else {
        panic!("the program could not be run");
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p adder --example draw_traceback"
    );
}
