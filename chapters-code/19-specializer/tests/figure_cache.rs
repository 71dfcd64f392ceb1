//! The figure of an inline cache is drawn from a function that is warm.

#[allow(dead_code, reason = "its main is not called here")]
#[path = "../examples/draw_cache.rs"]
mod draw_cache;

#[test]
fn the_figure_of_the_cache_is_what_stands_behind_a_warm_instruction() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/19-specializer/figures/cache.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    match draw_cache::figure() {
        Ok(drawn) => assert_eq!(
            figure, drawn,
            "draw it again: cargo run -p specializer --example draw_cache"
        ),
        Err(raised) => panic!("it could not be run: {raised:?}"),
    }
}
