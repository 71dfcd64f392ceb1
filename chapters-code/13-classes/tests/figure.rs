//! The figures of the merge and of two instances are drawn from a merge and from two instances.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_instance.rs"]
mod draw_instance;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_merge.rs"]
mod draw_merge;

/// Compares a figure of the chapter with what is drawn. An exported chapter has no figures.
fn is_drawn(name: &str, drawn: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/13-classes/figures");
    if let Ok(figure) = std::fs::read_to_string(format!("{folder}/{name}.svg")) {
        assert_eq!(
            figure, drawn,
            "draw it again: cargo run -p classes --example draw_{name}"
        );
    }
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_merge_is_what_is_drawn_from_it() {
    is_drawn("merge", &draw_merge::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_two_instances_is_what_lies_before_their_headers() {
    match draw_instance::figure() {
        Ok(drawn) => is_drawn("instance", &drawn),
        Err(raised) => panic!("the instances could not be made: {raised:?}"),
    }
}
