//! Every program of the book, disassembled, against digests of what CPython's `dis` printed.
//! (`tests/data/digests.py` says how they were made.)

#[path = "../examples/machine/mod.rs"]
mod machine;

use std::fs;
use std::path::Path;

use code_objects::{Code, flags, marshal};
use instructions::dis::{CodeObject, Options, code_info, dis};
use instructions::instructions;
use objects::Owned;
use types::{Thread, Version};

/// FNV-1a of 64 bits.
fn digest(data: &[u8]) -> String {
    let step = |value: u64, &byte: &u8| (value ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    format!("{:016x}", data.iter().fold(0xCBF2_9CE4_8422_2325, step))
}

/// Takes the address out of each ` at 0x…, file `.
fn without_addresses(text: &str) -> String {
    let mut pieces = text.split(" at 0x");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_hexdigit).count();
        let rest = &piece[digits..];
        kept += " at 0x";
        kept += if digits > 0 && rest.starts_with(", file ") {
            rest
        } else {
            piece
        };
    }
    kept
}

fn load(t: &Thread, version: Version, file: &[u8]) -> Owned<Code> {
    let Ok(object) = marshal::read(t, version, &file[16..]) else {
        panic!("marshal refuses it")
    };
    object
        .into_owned()
        .unwrap_or_else(|_| panic!("it is no code object"))
}

/// The digests of what we print: `dis`, `dis` with caches, `show_code`.
fn digests(t: &Thread, version: Version, file: &[u8]) -> [String; 3] {
    let code = load(t, version, file);
    let view = || CodeObject::new(t, code.clone());
    let print = |options| {
        let mut out = String::new();
        dis(view(), options, &mut out).expect("code that CPython compiled");
        digest(without_addresses(&out).as_bytes())
    };
    let caches = match version {
        Version::V310 => "-".to_owned(),
        Version::V311 => print(Options {
            show_caches: true,
            ..Options::default()
        }),
    };
    let mut info = String::new();
    code_info(&view(), &mut info).expect("a String takes everything");
    [
        print(Options::default()),
        caches,
        digest(without_addresses(&info).as_bytes()),
    ]
}

/// Compares all programs of a version. One that has been compiled again since the digests
/// were recorded is left out.
fn check(version: Version, recorded: &str) {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programs");
    let (mut same, mut different) = (0, Vec::new());
    let result = machine::with_machine(version, |t| {
        for line in recorded.lines() {
            let [path, own, theirs @ ..] = &line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("a recorded line has five words");
            };
            match fs::read(programs.join(path)) {
                Ok(file) if digest(&file) == *own => {
                    let ours = digests(t, version, &file);
                    if ours == theirs {
                        same += 1
                    } else {
                        different.push((*path).to_owned())
                    }
                }
                _ => {}
            }
        }
    });
    assert!(result.is_ok(), "no machine");
    assert_eq!(
        different, [""; 0],
        "CPython prints something else for these"
    );
    assert!(
        same >= 40,
        "only {same} digests are of the programs that there are"
    );
}

/// Calls `check` with every code object of the programs that CPython of a version compiled.
fn for_each_code(version: Version, check: impl Fn(&Code)) -> usize {
    let folder = match version {
        Version::V310 => "310",
        Version::V311 => "311",
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../programs")
        .join(folder);
    let mut seen = 0;
    let result = machine::with_machine(version, |t| {
        for entry in fs::read_dir(&folder).expect("the programs are there") {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|ending| ending != "pyc") {
                continue;
            }
            let mut waiting = vec![load(t, version, &fs::read(path).expect("a recorded file"))];
            while let Some(code) = waiting.pop() {
                let inner = code
                    .consts
                    .iter()
                    .filter_map(|c| c.clone().into_owned().ok());
                waiting.extend(inner);
                check(&code);
                seen += 1;
            }
        }
    });
    assert!(result.is_ok(), "no machine");
    seen
}

fn instructions_of(code: &Code, version: Version) -> Vec<(&'static str, u32)> {
    instructions(version, &code.code)
        .map(|instruction| instruction.expect("code that CPython compiled"))
        .map(|instruction| (instruction.definition.name, instruction.oparg))
        .collect()
}

/// What a code object makes when it is called: 0 a generator, 1 a coroutine, 2 an
/// asynchronous generator.
fn generator_kind(code: &Code) -> Option<u32> {
    (0..)
        .zip([flags::GENERATOR, flags::COROUTINE, flags::ASYNC_GENERATOR])
        .find(|(_, flag)| code.flags.has(*flag))
        .map(|(kind, _)| kind)
}

#[test]
fn gen_start_says_what_starts() {
    let seen = for_each_code(Version::V310, |code| {
        let instructions = instructions_of(code, Version::V310);
        let starts = instructions.iter().filter(|(name, _)| *name == "GEN_START");
        let kinds: Vec<u32> = starts.map(|(_, kind)| *kind).collect();
        assert_eq!(
            kinds,
            generator_kind(code).into_iter().collect::<Vec<u32>>()
        );
        if !kinds.is_empty() {
            assert_eq!(instructions[0].0, "GEN_START");
        }
    });
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn resume_says_what_it_goes_on_after() {
    let seen = for_each_code(Version::V311, |code| {
        let instructions = instructions_of(code, Version::V311);
        let cells = |name: &str| matches!(name, "COPY_FREE_VARS" | "MAKE_CELL");
        let first = instructions
            .iter()
            .find(|(name, _)| !cells(name))
            .expect("a start");
        assert_eq!(
            first.0 == "RETURN_GENERATOR",
            generator_kind(code).is_some(),
            "RETURN_GENERATOR comes first"
        );
        let mut resumes = 0;
        for (at, (name, after)) in instructions.iter().enumerate() {
            if *name != "RESUME" {
                continue;
            }
            resumes += 1;
            let before = |distance: usize| at.checked_sub(distance).map(|at| instructions[at].0);
            let delegates = before(2) == Some("SEND");
            match after {
                0 => assert_eq!(resumes, 1, "the start"),
                1 => assert!(before(1) == Some("YIELD_VALUE") && !delegates),
                2 | 3 => assert!(before(1) == Some("YIELD_VALUE") && delegates),
                _ => panic!("RESUME {after}"),
            }
            if *after == 3 {
                assert_ne!(generator_kind(code), Some(0), "a generator does not await");
            }
        }
        assert!(resumes > 0);
    });
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn all_programs_of_3_10_are_disassembled_as_cpython_does() {
    check(Version::V310, include_str!("data/digests-3.10.txt"));
}

#[test]
fn all_programs_of_3_11_are_disassembled_as_cpython_does() {
    check(Version::V311, include_str!("data/digests-3.11.txt"));
}
