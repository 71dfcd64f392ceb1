//! The figure of versions is drawn from an attribute that is specialized.

#[allow(dead_code, reason = "its main is not called here")]
#[path = "../examples/draw_versions.rs"]
mod draw_versions;

#[test]
fn the_figure_of_versions_is_what_a_specialized_attribute_compares() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src/19-specializer/figures/versions.svg"
    );
    // An exported chapter has no figures.
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    match draw_versions::figure() {
        Ok(drawn) => assert_eq!(
            figure, drawn,
            "draw it again: cargo run -p specializer --example draw_versions"
        ),
        Err(raised) => panic!("it could not be run: {raised:?}"),
    }
}
