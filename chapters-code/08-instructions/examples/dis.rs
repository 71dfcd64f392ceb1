//! A `.pyc`, or one function of it, as CPython's `dis` prints it:
//! `dis FILE.pyc [FUNCTION] [--show-caches] [--code-info]`.

mod machine;

use std::error::Error;

use code_objects::{Code, marshal};
use instructions::dis::{CodeObject, CodeView, Options, code_info, dis};
use types::{Thread, Version};

/// The version whose magic number the file begins with.
fn version(file: &[u8]) -> Result<Version, &'static str> {
    match file {
        [0x6F, 0x0D, 0x0D, 0x0A, ..] => Ok(Version::V310),
        [0xA7, 0x0D, 0x0D, 0x0A, ..] => Ok(Version::V311),
        _ => Err("neither 3.10 nor 3.11 has written this file"),
    }
}

/// The code object with this name, among the constants of `view`.
fn find<V: CodeView>(view: V, name: Option<&String>) -> Option<V> {
    let Some(name) = name else { return Some(view) };
    let mut nested = (0..view.constant_count()).filter_map(|index| view.nested(index));
    nested.find(|nested| nested.name() == *name)
}

fn print(
    t: &Thread,
    version: Version,
    words: &[String],
    flags: &[String],
) -> Result<String, Box<dyn Error>> {
    let file = std::fs::read(&words[0])?;
    let module = marshal::read(t, version, &file[16..]).map_err(|_| "marshal refuses it")?;
    let module = module
        .into_owned::<Code>()
        .map_err(|_| "it is no code object")?;
    let view = find(CodeObject::new(t, module), words.get(1)).ok_or("there is no such function")?;
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    let mut out = String::new();
    if has("--code-info") {
        code_info(&view, &mut out)?;
    } else {
        let options = Options {
            show_caches: has("--show-caches"),
            ..Options::default()
        };
        dis(view, options, &mut out)?;
    }
    Ok(out)
}

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, words): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|word| word.starts_with("--"));
    let path = words
        .first()
        .ok_or("usage: dis FILE.pyc [FUNCTION] [--show-caches] [--code-info]")?;
    let version = version(&std::fs::read(path)?)?;
    let printed = machine::with_machine(version, |t| print(t, version, &words, &flags));
    print!("{}", printed.map_err(|_| "no memory")??);
    Ok(())
}
