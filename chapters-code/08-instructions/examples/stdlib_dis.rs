//! Disassembles a whole standard library and compares with what its CPython prints:
//! `stdlib_dis PYTHON [PART]`, where PART is part of the paths of the modules wanted.

mod machine;

use std::error::Error;
use std::io::{BufRead, BufReader, Read};
use std::process::{ChildStdout, Command, Stdio};

use code_objects::{Code, marshal};
use instructions::dis::{CodeObject, DisError, Options, code_info, dis};
use objects::Owned;
use types::{Thread, Version};

const SCRIPT: &str = include_str!("stdlib_dis.py");

/// A module as the script sends it.
struct Module {
    path: String,
    /// What marshal wrote, and what `dis`, `dis` with caches and `show_code` printed.
    blobs: [Vec<u8>; 4],
}

fn read_line(input: &mut impl BufRead) -> Result<String, Box<dyn Error>> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

fn read_blob(input: &mut impl BufRead) -> Result<Vec<u8>, Box<dyn Error>> {
    let length: u64 = read_line(input)?.parse()?;
    let mut blob = Vec::new();
    input.take(length).read_to_end(&mut blob)?;
    Ok(blob)
}

fn read_module(input: &mut impl BufRead) -> Result<Option<Module>, Box<dyn Error>> {
    let path = read_line(input)?;
    if path.is_empty() {
        return Ok(None);
    }
    let blobs = [
        read_blob(input)?,
        read_blob(input)?,
        read_blob(input)?,
        read_blob(input)?,
    ];
    Ok(Some(Module { path, blobs }))
}

/// The code object in `bytes`, or what went wrong.
fn load(t: &Thread, version: Version, bytes: &[u8]) -> Result<Owned<Code>, String> {
    let object = marshal::read(t, version, bytes).map_err(|_| "marshal refuses it".to_owned())?;
    object
        .into_owned::<Code>()
        .map_err(|_| "it is no code object".to_owned())
}

/// Prints with `print` and says where that differs from `theirs`.
fn compare(
    theirs: &[u8],
    print: impl FnOnce(&mut String) -> Result<(), DisError>,
) -> Result<(), String> {
    let mut ours = String::new();
    print(&mut ours).map_err(|error| error.to_string())?;
    let theirs = String::from_utf8_lossy(theirs);
    for (number, (ours, theirs)) in ours.lines().zip(theirs.lines()).enumerate() {
        if comparable(ours) != comparable(theirs) {
            return Err(format!(
                "line {}\n  ours   {ours}\n  theirs {theirs}",
                number + 1
            ));
        }
    }
    let (ours, theirs) = (ours.lines().count(), theirs.lines().count());
    if ours == theirs {
        Ok(())
    } else {
        Err(format!("{ours} lines in place of {theirs}"))
    }
}

/// A line without what may differ: the addresses of code objects, and the order of sets that
/// hold `None` or `Ellipsis`, whose hashes are addresses.
fn comparable(line: &str) -> String {
    let mut text = without_addresses(line);
    if let Some(start) = text.find("frozenset({")
        && (text.contains("None") || text.contains("Ellipsis"))
    {
        // Which characters it has is compare enough for so few lines.
        let mut rest: Vec<char> = text.split_off(start).chars().collect();
        rest.sort_unstable();
        text.extend(rest);
    }
    text
}

fn without_addresses(line: &str) -> String {
    let mut pieces = line.split(" at 0x");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text += " at 0x";
        text += match piece.find(", file ") {
            Some(end) if piece[..end].bytes().all(|byte| byte.is_ascii_hexdigit()) => &piece[end..],
            _ => piece,
        };
    }
    text
}

/// Compares one module, and its code objects with all that is in them.
fn check(t: &Thread, version: Version, module: &Module) -> Result<(), String> {
    let [bytes, plain, caches, info] = &module.blobs;
    let code = load(t, version, bytes)?;
    let view = || CodeObject::new(t, code.clone());
    compare(plain, |out| dis(view(), Options::default(), out))?;
    if version == Version::V311 {
        let options = Options {
            show_caches: true,
            ..Options::default()
        };
        compare(caches, |out| dis(view(), options, out))?;
    }
    compare(info, |out| code_info(&view(), out))
}

fn version_of(python: &str) -> Result<Version, Box<dyn Error>> {
    let output = Command::new(python).arg("--version").output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.starts_with("Python 3.10.") {
        Ok(Version::V310)
    } else if text.starts_with("Python 3.11.") {
        Ok(Version::V311)
    } else {
        Err(format!("{python} is {text}not a Python 3.10 or 3.11").into())
    }
}

fn run(t: &Thread, version: Version, out: ChildStdout) -> Result<(usize, usize), Box<dyn Error>> {
    let mut input = BufReader::new(out);
    let (mut same, mut all) = (0, 0);
    while let Some(module) = read_module(&mut input)? {
        all += 1;
        match check(t, version, &module) {
            Ok(()) => same += 1,
            Err(difference) => println!("{}: {difference}", module.path),
        }
    }
    Ok((same, all))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let python = arguments.next().ok_or("usage: stdlib_dis PYTHON [PART]")?;
    let version = version_of(&python)?;
    let mut child = Command::new(&python)
        .args(["-c", SCRIPT])
        .args(arguments)
        .env("PYTHONHASHSEED", "0")
        .stdout(Stdio::piped())
        .spawn()?;
    let out = child.stdout.take().ok_or("no output")?;
    let counts = machine::with_machine(version, |t| run(t, version, out));
    let (same, all) = counts.map_err(|_| "no memory")??;
    if !child.wait()?.success() {
        return Err("the script failed".into());
    }
    println!("{same} of {all} modules of {version} are disassembled as CPython does");
    if same == all {
        Ok(())
    } else {
        Err("there are differences".into())
    }
}
