//! What the checker refuses: one small broken book for each thing that can be out of step.

mod common;

use std::path::Path;

use tools::page::directives;
use tools::repo::Repo;

use common::{book, problems, replace};

const TOY: &str = "src/01-toy/chapter.md";

/// `name: file, from => to, what the checker says`.
macro_rules! refused {
    ($($name:ident: $file:expr, $from:expr => $to:expr, $says:expr;)*) => {$(
        #[test]
        fn $name() {
            let root = book(stringify!($name));
            replace(&root, $file, $from, $to);
            let found = problems(&root);
            assert!(
                found.iter().any(|problem| problem.contains($says)),
                "`{}` is not in {found:#?}",
                $says
            );
        }
    )*};
}

#[test]
fn nothing_is_wrong_with_a_whole_book() {
    assert_eq!(problems(&book("whole")), [""; 0]);
}

#[test]
fn results_are_those_of_the_newest_run() {
    let root = book("results");
    let folder = root.join("bench/results");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("311.md"), "| program |\n|---|\n| `fib` |\n").unwrap();
    std::fs::write(folder.join("311.summary.md"), "Twice the speed.\n").unwrap();
    let (from, to) = (
        "{{#unsafe-list}}",
        "{{#results 311}}\n{{#results 311 summary}}",
    );
    replace(&root, TOY, from, to);
    let repo = Repo::open(&root).unwrap();
    let path = Path::new("01-toy/chapter.md");
    let text = std::fs::read_to_string(root.join(TOY)).unwrap();
    let page = directives::expand(&repo, path, &text).text;
    assert!(
        page.contains("\n\n| program |\n|---|\n| `fib` |\n\n"),
        "{page}"
    );
    assert!(page.contains("\n\nTwice the speed.\n\n"), "{page}");
}

refused! {
    // Listings
    an_item_that_is_gone: TOY, "toy/lib.rs Toy::play}}\n\n{{" => "toy/lib.rs Toy::pay}}\n\n{{",
        "src/01-toy/chapter.md:11: {{#listing toy/lib.rs Toy::pay}}: in toy/src/lib.rs: \
         it holds no item `Toy::pay`";
    an_item_that_was_renamed_in_the_crate: "chapters-code/01-toy/src/lib.rs",
        "pub fn long" => "pub fn longer", "it holds no item `long`";
    a_file_that_is_gone: TOY, "toy/lib.rs long" => "toy/gone.rs long",
        "chapter.md:15: {{#listing toy/gone.rs long \"let first\"..\"let last\"}}: \
         there is no file toy/src/gone.rs";
    a_crate_that_is_gone: TOY, "toy/lib.rs long" => "joy/lib.rs long", "there is no crate `joy`";
    a_name_of_two_items: TOY, "toy/lib.rs long \"let first\"..\"let last\"" =>
        "toy/lib.rs Toy::eq", "`Toy::eq` is 2 items, at lines";
    an_arm_that_is_gone: TOY, "Toy::Ball" => "Toy::Doll", "no arm matches `Toy::Doll`";
    a_text_that_is_gone: TOY, "\"let last\"" => "\"let least\"", "no line holds `let least`";
    a_text_that_is_there_twice: TOY, "\"let last\"" => "\"let\"", "`let` is in 3 lines";
    an_item_in_a_sentence_that_is_gone: TOY, "{{#item toy/lib.rs Toy::play}}" =>
        "{{#item toy/lib.rs Toy::pay}}", "chapter.md:5: ";
    a_directive_that_nobody_knows: TOY, "{{#unsafe-list}}" => "{{#unsafe-lists}}",
        "there is no directive `unsafe-lists`";
    results_of_nothing: TOY, "{{#unsafe-list}}" => "{{#results 311}}",
        "there is no bench/results/311.md: `make bench` writes it";
    a_part_of_results_that_nobody_knows: TOY, "{{#unsafe-list}}" => "{{#results 311 mean}}",
        "write {{#results TABLE}} or {{#results TABLE summary}}";
    mdbooks_own_include: TOY, "{{#unsafe-list}}" => "{{#include x.rs}}",
        "chapter.md:50: {{#include x.rs}}: mdBook's include prints nothing";
    a_case_without_its_message: TOY, "tests/ui/moved.rs" => "examples/play.rs",
        "no recorded message";

    // Rust and outputs typed by hand
    rust_in_the_prose: TOY, "Nothing of the kind." => "```rust\nfn main() {}\n```",
        "chapter.md:9: Rust typed into the prose";
    rust_in_a_box: TOY, "> It does not." => "> ```rust,ignore\n> fn main() {}\n> ```",
        "Rust typed into the prose";
    an_output_typed_by_hand: TOY, "<!-- cmdrun --strict cat ../../programs/310/hello.out -->" =>
        "hello", "chapter.md:29: an output typed by hand";
    an_output_in_a_fence_without_language: TOY, "Nothing of the kind." => "```\nhello\n```",
        "chapter.md:10: an output typed by hand";
    an_output_after_a_command: TOY, "--example play -->" => "--example play -->\nand more",
        "chapter.md:26: an output typed by hand";
    a_console_where_nothing_runs: TOY,
        "<!-- cmdrun --strict cargo run -q -p toy --example play -->\n" => "",
        "no cmdrun prints this output";
    a_command_that_is_not_what_runs: TOY, "$ cargo run -p toy --example play" => "$ make toy",
        "chapter.md:25: `$ make toy` is not what runs";
    an_indented_block: TOY, "Nothing of the kind." => "Nothing:\n\n    hello\n",
        "an indented block";
    a_pre_typed_by_hand: TOY, "Nothing of the kind." => "<pre>\nhello\n</pre>",
        "a <pre> typed by hand";
    a_python_session: TOY, "Nothing of the kind." => "```python\n>>> 1\n1\n```",
        "a session typed by hand";
    a_language_that_nobody_knows: TOY, "Nothing of the kind." => "```klingon\nQapla'\n```",
        "no fences of `klingon`";
    a_command_that_is_not_strict: TOY, "cmdrun --strict cat" => "cmdrun cat",
        "chapter.md:29: `cat ../../programs/310/hello.out` is not strict";
    an_output_that_is_echoed: TOY, "cat ../../programs/310/hello.out" => "echo hello",
        "`echo` prints what is typed here";
    an_output_that_is_echoed_elsewhere: TOY, "cat ../../programs/310/hello.out" =>
        "cd ../.. && echo hello", "`echo` prints what is typed here";
    a_command_that_needs_python: TOY, "cat ../../programs/310/hello.out" =>
        "python3 ../../programs/hello.py", "a reader has no Python";

    // Links and figures
    a_link_to_no_page: TOY, "../02-tower/chapter.md#the-question" => "../03-gone/chapter.md",
        "chapter.md:5: `../03-gone/chapter.md`: there is no such page";
    a_link_to_no_heading: TOY, "../02-tower/chapter.md#the-question" =>
        "../02-tower/chapter.md#the-answer", "chapter.md:5: `../02-tower/chapter.md#the-answer`";
    a_link_to_no_heading_of_its_own: TOY, "(#the-question)" => "(#nowhere)",
        "the page has no anchor #nowhere";
    a_link_to_no_file: TOY, "(#the-question)" => "(notes.pdf)", "there is no such file";
    a_link_in_html: TOY, "Nothing of the kind." => "<a href=\"gone.html\">gone</a>",
        "chapter.md:9: `gone.html`";
    a_picture_that_is_gone: TOY, "Nothing of the kind." => "![gone](figures/gone.png)",
        "`figures/gone.png`: there is no such file";
    a_figure_that_is_gone: TOY, "figures/two.svg" => "figures/three.svg",
        "chapter.md:19: {{#figure figures/three.svg \"And two?\"}}: no figure figures/three.svg";
    a_figure_without_a_title: "src/01-toy/figures/one.svg", "<title id=\"t\">One</title>" => "",
        "the figure has no <title";
    a_caption_that_asks_nothing: TOY, "\"And two?\"" => "\"Two.\"", "a caption asks a question";

    // The parts of a chapter
    a_chapter_without_a_summary: TOY, "## Summary" => "## In short",
        "chapter.md: the chapter has no part `## Summary`";
    parts_in_the_wrong_order: TOY, "## Sources" => "## Notes\n\n## The question again\n",
        "the chapter has no part `## Sources`";
    a_part_too_early: TOY, "## The question" => "## Summary\n\n## The question",
        "comes too early";
    a_box_that_is_none: TOY, "> ## In 3.11\n>\n> The same." => "## In 3.11\n\nThe same.",
        "`## In 3.11` is a box";
    a_chapter_with_one_figure: TOY, "{{#figure figures/two.svg \"And two?\"}}" => "",
        "at least 2 figures, this one has 1";
    a_chapter_that_hides_what_it_leaves_out: TOY, "{{#unlisted toy}}" => "",
        "the chapter has no {{#unlisted toy}}";
    a_chapter_that_leaves_out_an_exercise: TOY, "{{#exercise toy 1}}" => "",
        "does not show {{#exercise toy 1}}";
    an_exercise_that_is_not_there: TOY, "{{#exercise toy 1}}" => "{{#exercise toy 2}}",
        "toy has no feature exercise-2";
    a_crate_without_exercises: "chapters-code/01-toy/Cargo.toml", "exercise-1 = []\n" => "",
        "toy has no exercises";
    a_chapter_that_is_no_longer_short: "book.toml", "short = []" => "short = [\"toy\"]",
        "`short` lists toy, whose chapter has all its parts";

    // Crates and pages
    a_crate_without_a_chapter: "src/SUMMARY.md", "- [Tower](02-tower/chapter.md)\n" => "",
        "the crate tower has no chapter 02-tower/chapter.md";
    a_crate_that_is_pending_no_more: "book.toml", "pending = []" => "pending = [\"toy\"]",
        "book.toml:12: `toy`: it has its chapter";
    a_pending_crate_that_is_none: "book.toml", "pending = []" => "pending = [\"joy\"]",
        "book.toml:12: `joy`: there is no such crate";
    a_chapter_without_a_crate: "src/SUMMARY.md", "02-tower/" => "02-towers/",
        "src/SUMMARY.md:4: 02-towers has no crate";
    a_page_that_is_not_there: "src/SUMMARY.md", "02-tower/" => "02-towers/",
        "src/SUMMARY.md:4: there is no page 02-towers/chapter.md";
    a_page_that_no_summary_lists: "src/SUMMARY.md", "- [Tower](02-tower/chapter.md)\n" => "",
        "src/02-tower/chapter.md: SUMMARY.md does not list it";
}

#[test]
fn a_crate_that_depends_on_a_later_chapter() {
    let root = book("upwards");
    replace(
        &root,
        "chapters-code/02-tower/Cargo.toml",
        "toy = { path = \"../01-toy\" }",
        "",
    );
    let manifest = "chapters-code/01-toy/Cargo.toml";
    replace(
        &root,
        manifest,
        "[dependencies]",
        "[dependencies]\ntower = { path = \"../02-tower\" }",
    );
    let wanted = "chapters-code/01-toy/Cargo.toml:12: toy depends on the later chapter tower";
    assert!(
        problems(&root).iter().any(|p| p == wanted),
        "{:#?}",
        problems(&root)
    );
}

#[test]
fn a_test_that_depends_on_a_later_chapter() {
    let root = book("upwards_in_tests");
    replace(
        &root,
        "chapters-code/02-tower/Cargo.toml",
        "toy = { path = \"../01-toy\" }",
        "",
    );
    let manifest = "chapters-code/01-toy/Cargo.toml";
    let to = "[dev-dependencies]\ntower = { path = \"../02-tower\" }";
    replace(&root, manifest, "[dependencies]", to);
    assert!(
        problems(&root)
            .iter()
            .any(|p| p.contains("toy depends on the later chapter tower"))
    );
}
