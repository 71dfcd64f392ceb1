//! Disassembles a whole standard library and compares with what its CPython prints, and lets
//! it read what marshal writes:
//! `stdlib_dis PYTHON [PART]`, where PART is part of the paths of the modules wanted.

mod machine;

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};

use code_objects::{Code, marshal};
use instructions::dis::{CodeObject, DisError, Options, code_info, dis};
use objects::Owned;
use types::{Details, Raised, Thread, Version};

const SCRIPT: &str = include_str!("stdlib_dis.py");

type Io<T> = Result<T, Box<dyn Error>>;

/// The two ends of the script.
struct Link {
    input: BufReader<ChildStdout>,
    output: ChildStdin,
}

/// A module as the script sends it.
struct Module {
    path: String,
    /// What marshal wrote, and what `dis`, `dis` with caches and `show_code` printed.
    blobs: [Vec<u8>; 4],
}

fn read_line(input: &mut impl BufRead) -> Io<String> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

fn read_blob(input: &mut impl BufRead) -> Io<Vec<u8>> {
    let length: u64 = read_line(input)?.parse()?;
    let mut blob = Vec::new();
    input.take(length).read_to_end(&mut blob)?;
    Ok(blob)
}

fn read_module(input: &mut impl BufRead) -> Io<Option<Module>> {
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

/// What an exception says.
fn what(raised: Raised) -> String {
    match raised
        .into_lazy()
        .map(|error| (error.kind.name(), message(&error.details)))
    {
        Ok((kind, message)) => format!("{kind}: {message}"),
        Err(_) => "an exception".to_owned(),
    }
}

fn message(details: &Details) -> String {
    match details {
        Details::Message(message) => message.clone().into_owned(),
        _ => String::new(),
    }
}

/// The code object in `bytes`, or what went wrong.
fn load(t: &Thread, version: Version, bytes: &[u8]) -> Result<Owned<Code>, String> {
    let object = marshal::read(t, version, bytes).map_err(what)?;
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

/// Compares what is printed for a module's code object, with all that is in it.
fn check_dis(t: &Thread, code: &Owned<Code>, module: &Module) -> Result<(), String> {
    let [_, plain, caches, info] = &module.blobs;
    let view = || CodeObject::new(t, code.clone());
    compare(plain, |out| dis(view(), Options::default(), out))?;
    if code.version == Version::V311 {
        let options = Options {
            show_caches: true,
            ..Options::default()
        };
        compare(caches, |out| dis(view(), options, out))?;
    }
    compare(info, |out| code_info(&view(), out))
}

/// Sends the code object back as our marshal writes it, and reads what is said to that.
fn check_marshal(
    t: &Thread,
    code: Option<&Owned<Code>>,
    link: &mut Link,
) -> Io<Result<(), String>> {
    let written = code.map(|code| marshal::write(t, code.as_object()));
    let bytes = written.transpose().ok().flatten().unwrap_or_default();
    writeln!(link.output, "{}", bytes.len())?;
    link.output.write_all(&bytes)?;
    link.output.flush()?;
    let difference = read_line(&mut link.input)?;
    Ok(if difference.is_empty() {
        Ok(())
    } else {
        Err(format!("marshal: {difference}"))
    })
}

/// How many modules there are, and how many are as they should be.
#[derive(Default)]
struct Counts {
    modules: usize,
    disassembled: usize,
    written: usize,
}

fn count(path: &str, result: Result<(), String>, counter: &mut usize) {
    match result {
        Ok(()) => *counter += 1,
        Err(difference) => println!("{path}: {difference}"),
    }
}

fn run(t: &Thread, version: Version, link: &mut Link) -> Io<Counts> {
    let mut counts = Counts::default();
    while let Some(module) = read_module(&mut link.input)? {
        counts.modules += 1;
        let code = load(t, version, &module.blobs[0]);
        let written = check_marshal(t, code.as_ref().ok(), link)?;
        let printed = code.and_then(|code| check_dis(t, &code, &module));
        count(&module.path, printed, &mut counts.disassembled);
        count(&module.path, written, &mut counts.written);
    }
    Ok(counts)
}

fn version_of(python: &str) -> Io<Version> {
    let output = Command::new(python).arg("--version").output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.starts_with("Python 3.10.") {
        Ok(Version::V310)
    } else if text.starts_with("Python 3.11.") {
        Ok(Version::V311)
    } else {
        Err(format!("{python} is neither a Python 3.10 nor a 3.11").into())
    }
}

fn main() -> Io<()> {
    let mut arguments = std::env::args().skip(1);
    let python = arguments.next().ok_or("usage: stdlib_dis PYTHON [PART]")?;
    let version = version_of(&python)?;
    let mut child = Command::new(&python)
        .args(["-c", SCRIPT])
        .args(arguments)
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdin.take().ok_or("no input of the script")?;
    let input = BufReader::new(child.stdout.take().ok_or("no output of the script")?);
    let counts = machine::with_machine(version, |t| run(t, version, &mut Link { input, output }));
    let counts = counts.map_err(|_| "no memory")??;
    if !child.wait()?.success() {
        return Err("the script failed".into());
    }
    let Counts {
        modules,
        disassembled,
        written,
    } = counts;
    println!("{modules} modules of {version}:");
    println!("{disassembled} are disassembled as CPython does");
    println!("{written} are the same when CPython reads what marshal wrote");
    if disassembled == modules && written == modules {
        Ok(())
    } else {
        Err("there are differences".into())
    }
}
