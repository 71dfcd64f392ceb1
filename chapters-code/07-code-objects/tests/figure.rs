//! The chapter's figures are drawn from the files that they show.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_header.rs"]
mod draw_header;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_references.rs"]
mod draw_references;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_variables.rs"]
mod draw_variables;

/// The file of a figure is what is drawn. An exported chapter has no figures.
fn is_drawn(name: &str, drawn: &str) {
    let file = format!(
        "{}/../../src/07-code-objects/figures/{name}.svg",
        env!("CARGO_MANIFEST_DIR")
    );
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p code-objects --example draw_{name}"
    );
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_header_is_what_is_drawn_from_hello_pyc() {
    is_drawn("header", &draw_header::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_references_is_what_is_drawn_from_hello_pyc() {
    is_drawn("references", &draw_references::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_variables_is_what_is_drawn_from_the_code_objects() {
    let Ok(drawn) = draw_variables::figure() else {
        panic!("the files could not be read");
    };
    is_drawn("variables", &drawn);
}
