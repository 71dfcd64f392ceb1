//! The chapter's figures are drawn from the tables and the code that they show.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_caches.rs"]
mod draw_caches;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_handlers.rs"]
mod draw_handlers;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_jumps.rs"]
mod draw_jumps;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../examples/draw_location.rs"]
mod draw_location;

/// The file of a figure is what is drawn. An exported chapter has no figures.
fn is_drawn(name: &str, drawn: &str) {
    let file = format!(
        "{}/../../src/08-instructions/figures/{name}.svg",
        env!("CARGO_MANIFEST_DIR")
    );
    let Ok(figure) = std::fs::read_to_string(file) else {
        return;
    };
    assert_eq!(
        figure, drawn,
        "draw it again: cargo run -p instructions --example draw_{name}"
    );
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_exception_table_is_what_is_drawn_from_it() {
    is_drawn("handlers", &draw_handlers::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_jumps_is_what_is_drawn_from_the_code() {
    is_drawn("jumps", &draw_jumps::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_cache_is_what_is_drawn_from_the_code() {
    is_drawn("caches", &draw_caches::figure());
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn the_figure_of_the_location_is_what_is_drawn_from_the_table() {
    is_drawn("location", &draw_location::figure());
}
