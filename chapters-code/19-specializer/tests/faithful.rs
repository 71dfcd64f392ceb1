//! The same program leaves the same code behind as in CPython 3.11.7: instructions,
//! arguments, counters, indices, offsets and masks, for every function of the corpus.
//! `tests/corpus/record.py` made the recordings.

mod machine;

use code_objects::Pyc;
use machine::{STACK, machine, machine_and_world};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use types::PyResult;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/311")
}

/// What the code of a program of the corpus looks like after its run, which must print what
/// CPython's did.
fn dumped(name: &str) -> String {
    let bytes = std::fs::read(corpus().join(name).with_extension("pyc")).unwrap();
    let (t, world) = machine_and_world();
    let dumped = t.enter(STACK, |t| -> PyResult<String> {
        let code = Pyc::read(t, &bytes)?.code;
        imports::run_main(t, code.clone(), name, &[])?;
        specializer::dump(t, &code)
    });
    let printed = String::from_utf8(world.stdout.take()).unwrap();
    let recorded = std::fs::read_to_string(corpus().join(name).with_extension("out")).unwrap();
    assert_eq!(printed, recorded, "{name}");
    dumped.unwrap_or_else(|raised| panic!("{name}: {raised:?}"))
}

/// The code object that a line of a listing belongs to: the last heading before it.
fn function<'a>(lines: &[&'a str], at: usize) -> &'a str {
    lines[..=at]
        .iter()
        .rev()
        .find(|line| line.starts_with("Disassembly"))
        .unwrap_or(&"the module")
}

fn check(name: &str) {
    let ours = dumped(name);
    let recorded = std::fs::read_to_string(corpus().join(name).with_extension("dis")).unwrap();
    let (ours, recorded): (Vec<_>, Vec<_>) = (ours.lines().collect(), recorded.lines().collect());
    for at in 0..recorded.len().max(ours.len()) {
        let (mine, theirs) = (ours.get(at), recorded.get(at));
        assert_eq!(
            mine,
            theirs,
            "{name}, line {}, in {}",
            at + 1,
            function(&recorded, at.min(recorded.len() - 1))
        );
    }
}

/// One test for each program.
macro_rules! faithful {
    ($($test:ident $name:literal;)*) => {
        $(
            #[test]
            fn $test() {
                std::thread::Builder::new()
                    .stack_size(2 * STACK)
                    .spawn(|| check($name))
                    .unwrap()
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            }
        )*

        #[test]
        fn every_program_of_the_corpus_is_tested() {
            let mut names: Vec<String> = std::fs::read_dir(corpus())
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.extension().is_some_and(|suffix| suffix == "dis"))
                .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            names.sort();
            assert_eq!(names, [$($name),*]);
        }
    };
}

faithful! {
    attributes_end_as_in_cpython "attributes";
    calls_end_as_in_cpython "calls";
    methods_end_as_in_cpython "methods";
    numbers_end_as_in_cpython "numbers";
    everything_else_ends_as_in_cpython "rest";
    strings_end_as_in_cpython "strings";
}

#[test]
fn the_corpus_has_200_functions_and_every_specialized_instruction() {
    let text: String = [
        "attributes",
        "calls",
        "methods",
        "numbers",
        "rest",
        "strings",
    ]
    .iter()
    .map(|name| std::fs::read_to_string(corpus().join(name).with_extension("dis")).unwrap())
    .collect();
    let functions = text
        .lines()
        .filter(|line| line.starts_with("Disassembly of <code"));
    assert!(functions.count() >= 400);
    let words: HashSet<&str> = text.split_whitespace().collect();
    for row in instructions::specializations() {
        assert!(words.contains(row.name), "no {} in the corpus", row.name);
    }
}

#[test]
fn no_cache_of_the_corpus_ever_lies() {
    for name in [
        "attributes",
        "calls",
        "methods",
        "numbers",
        "rest",
        "strings",
    ] {
        let bytes = std::fs::read(corpus().join(name).with_extension("pyc")).unwrap();
        let t = machine();
        let ended = t.enter(STACK, |t| {
            specializer::verify_caches(t);
            let code = Pyc::read(t, &bytes)?.code;
            imports::run_main(t, code, name, &[])
        });
        assert!(ended.is_ok(), "{name}: {ended:?}");
    }
}
