//! Making whole small books: what comes out, and what stops it.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{book, replace};

const TOY: &str = "src/01-toy/chapter.md";

/// Runs `tools` in a book, with a target folder of the book's own.
fn tools(root: &Path, args: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_tools"))
        .args(args)
        .current_dir(root)
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    if output.status.success() {
        Ok(said)
    } else {
        Err(said)
    }
}

fn make(root: &Path) -> Result<String, String> {
    tools(root, &["book"])
}

/// Asserts that a job failed, and said all of `parts`.
fn fails(result: Result<String, String>, parts: &[&str]) {
    let error = result.expect_err("it went through");
    for part in parts {
        assert!(error.contains(part), "`{part}` is not in:\n{error}");
    }
}

fn page(root: &Path) -> String {
    fs::read_to_string(root.join("book/01-toy/chapter.html")).unwrap()
}

#[test]
fn a_page_shows_sources_outputs_and_figures() {
    let root = book("made");
    make(&root).unwrap();
    let page = page(&root);
    for part in [
        "<span class=\"number\">Listing 1-1</span> <code>Toy::play</code>",
        "<a href=\"../source/toy/src/lib.rs.html#L17\">toy/src/lib.rs</a>",
        "Toy::Ball =&gt; \"a ball\",",
        "<code>Toy::Ball</code> in <code>Toy::name</code>",
        "use of moved value",
        "playing with a ball",
        "<span class=\"number\">Figure 1-2</span> And two?",
        "<title id=\"f1-2-t\">Two</title>",
        "<summary>A solution</summary>",
        "cargo test -p toy --features exercise-1 --test exercise_1",
        "<strong>1 files</strong>",
    ] {
        assert!(page.contains(part), "`{part}` is not in the page");
    }
    assert!(!page.contains("{{#"), "a directive is left over");
    assert!(!page.contains("cmdrun"), "a command is left over");
    let source = fs::read_to_string(root.join("book/source/toy/src/lib.rs.html")).unwrap();
    assert!(source.contains("id=\"L17\""));
}

#[test]
fn the_table_of_what_is_not_listed_leaves_out_what_is() {
    let root = book("unlisted");
    make(&root).unwrap();
    let page = page(&root);
    let table = &page[page.find("<th>What it is").unwrap()..];
    assert!(table.contains("<code>COUNT</code>") && table.contains("How many there are."));
    assert!(table.contains("<code>inner::Inside</code>"));
    assert!(
        !table.contains("<code>Toy::play</code>"),
        "a listing shows it"
    );
    assert!(!table.contains("twice"), "it is private");
}

#[test]
fn nothing_is_run_again_while_nothing_changes() {
    let root = book("twice");
    let first = make(&root).unwrap();
    assert!(first.contains("testing toy") && first.contains("--example play"));
    replace(&root, TOY, "Nothing of the kind.", "Nothing.");
    let prose = make(&root).unwrap();
    assert!(prose.contains("2 chapters tested before"), "{prose}");
    assert!(
        !prose.contains("--example play"),
        "prose is no reason to run anything"
    );
    replace(
        &root,
        "chapters-code/02-tower/src/main.rs",
        "a tower",
        "A tower",
    );
    let above = make(&root).unwrap();
    assert!(
        above.contains("1 chapters tested before"),
        "toy is under tower: {above}"
    );
    assert!(above.contains("-p tower") && !above.contains("--example play"));
    replace(
        &root,
        "chapters-code/01-toy/src/lib.rs",
        "playing with",
        "playing for",
    );
    let below = make(&root).unwrap();
    assert!(below.contains("testing toy") && below.contains("testing tower"));
    assert!(page(&root).contains("playing for a ball"));
}

#[test]
fn a_command_that_fails_stops_the_book() {
    let root = book("failing_command");
    replace(
        &root,
        TOY,
        "cat ../../programs/310/hello.out",
        "cat ../../programs/310/gone.out",
    );
    fails(
        make(&root),
        &[
            "src/01-toy/chapter.md:29: the command failed",
            "gone.out",
            "No such file",
        ],
    );
}

#[test]
fn a_command_may_run_from_the_root() {
    let root = book("from_the_root");
    let (from, to) = (
        "--strict cargo run -q -p toy",
        "--strict cd ../.. && cargo run -q -p toy",
    );
    replace(&root, TOY, from, to);
    make(&root).unwrap();
    assert!(page(&root).contains("playing with a ball"));
}

#[test]
fn a_command_that_fails_may_be_what_is_wanted() {
    let root = book("wanted_failure");
    replace(
        &root,
        TOY,
        "--strict cat ../../programs/310/hello.out",
        "-3 sh -c 'cat ../../programs/310/other.out; exit 3'",
    );
    make(&root).unwrap();
    assert!(page(&root).contains("other"));
}

#[test]
fn a_test_that_fails_stops_the_book() {
    let root = book("failing_test");
    replace(&root, "programs/310/hello.out", "hello", "goodbye");
    fails(
        make(&root),
        &["the tests of", "01-toy", "a_recorded_output_is_there"],
    );
}

#[test]
fn a_crate_that_does_not_compile_stops_the_book() {
    let root = book("not_compiling");
    replace(
        &root,
        "chapters-code/01-toy/src/lib.rs",
        "pub const COUNT: usize = 2;",
        "pub const COUNT: usize = ();",
    );
    fails(make(&root), &["01-toy", "mismatched types"]);
}

#[test]
fn exercises_are_proved_red_and_green() {
    let root = book("exercises");
    let prove = || tools(&root, &["exercises", "toy"]);
    prove().unwrap();
    let folder = "chapters-code/01-toy/exercises/1";
    replace(&root, &format!("{folder}/starter.rs"), "0", "42");
    fails(
        prove(),
        &["exercises/1/starter.rs: its test is Green, it must be Red"],
    );
    replace(&root, &format!("{folder}/starter.rs"), "42", "0");
    replace(&root, &format!("{folder}/solution.rs"), "42", "41");
    fails(
        prove(),
        &["exercises/1/solution.rs: its test is Red, it must be Green"],
    );
    replace(&root, &format!("{folder}/solution.rs"), "41", "oh no");
    fails(prove(), &["they do not compile"]);
}

#[test]
fn an_export_stands_alone() {
    let root = book("export");
    let to = root.with_file_name("exported");
    let _ = fs::remove_dir_all(&to);
    tools(&root, &["export", "02", to.to_str().unwrap()]).unwrap();
    let tested = Command::new("cargo")
        .arg("test")
        .arg("-q")
        .current_dir(&to)
        .status()
        .unwrap();
    assert!(tested.success(), "the exported workspace passes its tests");
    for file in [
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "programs/hello.py",
        "programs/310/hello.pyc",
    ] {
        assert!(to.join(file).is_file(), "{file} is missing");
    }
    assert!(
        !to.join("programs/310/other.out").exists(),
        "nothing reads it"
    );
    assert!(
        fs::read_to_string(to.join("Cargo.toml"))
            .unwrap()
            .contains("[profile.dev]")
    );
}

#[test]
fn an_export_of_the_first_chapter_leaves_out_the_second() {
    let root = book("export_first");
    let to = root.with_file_name("exported_first");
    let _ = fs::remove_dir_all(&to);
    tools(&root, &["export", "toy", to.to_str().unwrap()]).unwrap();
    assert!(to.join("chapters-code/01-toy").is_dir());
    assert!(!to.join("chapters-code/02-tower").exists());
}

#[test]
fn an_export_touches_no_folder_that_holds_something() {
    let root = book("export_full");
    fails(
        tools(&root, &["export", "01", "src"]),
        &["src is not empty"],
    );
    let message = ["there is no chapter `9`", "01 toy, 02 tower"];
    fails(tools(&root, &["export", "9", "new"]), &message);
}
