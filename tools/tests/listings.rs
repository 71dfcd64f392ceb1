//! What a listing can name, and what it then shows.

mod common;

use common::book;
use tools::code::excerpt::cut;
use tools::page::args;
use tools::repo::Repo;

fn show(name: &str, listing: &str) -> String {
    let repo = Repo::open(&book(name)).unwrap();
    match cut(&repo, &args::listing(listing).unwrap().wanted) {
        Ok(excerpt) => excerpt.text,
        Err(error) => format!("{error:#}"),
    }
}

#[test]
fn a_method_is_shown_dedented_with_its_docs() {
    let text = show("a_method", "toy/lib.rs Toy::play");
    assert!(text.starts_with("/// Plays with it.\npub fn play(&self) -> String {\n    format!"));
    assert!(text.ends_with("\n}\n"));
}

#[test]
fn docs_are_left_out_on_demand_and_attributes_are_not() {
    let text = show("nodoc", "toy/lib.rs Toy nodoc");
    assert!(text.starts_with("#[derive(Debug)]\npub enum Toy {\n    /// It rolls.\n"));
}

#[test]
fn a_trait_impl_is_named_by_both() {
    let text = show("trait_impl", "toy/lib.rs impl fmt::Display for Toy");
    assert!(text.starts_with("impl fmt::Display for Toy {"));
    assert_eq!(
        text,
        show("trait_impl_2", "toy/lib.rs impl Display for Toy")
    );
}

#[test]
fn a_method_of_a_trait_impl_is_named_by_both() {
    assert!(show("m1", "toy/lib.rs <Toy as fmt::Display>::fmt").starts_with("fn fmt("));
    assert!(show("m2", "toy/lib.rs Toy::fmt").starts_with("fn fmt("));
    assert!(show("m3", "toy/lib.rs <Toy as PartialEq<str>>::eq").contains("other: &str"));
    assert!(show("m4", "toy/lib.rs Toy::eq#1").contains("other: &Toy"));
}

#[test]
fn an_arm_is_named_by_its_pattern_or_its_path_or_its_last_name() {
    let arm = "Toy::Kit(_) => \"a kit\",\n";
    assert_eq!(show("arm1", "toy/lib.rs Toy::name@Toy::Kit(_)"), arm);
    assert_eq!(show("arm2", "toy/lib.rs Toy::name@Toy::Kit"), arm);
    assert_eq!(show("arm3", "toy/lib.rs Toy::name@Kit"), arm);
}

#[test]
fn lines_between_two_texts_include_both() {
    let text = show("between", "toy/lib.rs long \"middle = 2\"..\"let last\"");
    assert_eq!(text, "let middle = 2;\nlet last = 3;\n");
}

#[test]
fn modules_variants_fields_constants_and_macros_have_names() {
    assert!(show("i1", "toy/lib.rs inner::Inside").contains("pub struct Inside"));
    assert!(show("i2", "toy/lib.rs inner::Inside::field").contains("pub field: u8"));
    assert!(show("i3", "toy/lib.rs Toy::Kit").contains("Kit(u32)"));
    assert!(show("i4", "toy/lib.rs COUNT nodoc").starts_with("pub const COUNT"));
    assert!(show("i5", "toy/lib.rs twice").starts_with("macro_rules! twice {"));
}

#[test]
fn files_lie_in_src_unless_a_folder_is_named() {
    assert!(show("f1", "toy/examples/play.rs main").starts_with("fn main() {"));
    assert!(show("f2", "toy/src/lib.rs COUNT").contains("COUNT"));
    assert_eq!(show("f3", "programs/hello.py"), "print(\"hello\")\n");
    assert_eq!(
        show("f4", "toy/../../x.rs"),
        "`toy/../../x.rs` leaves the crate"
    );
}
