//! What makes the book: the listing preprocessor, the checker and the exporter.
fn main() {}
