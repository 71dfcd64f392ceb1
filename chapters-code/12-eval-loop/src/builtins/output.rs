//! How does a program speak and listen? `print` and `input`, through `sys.stdout` and
//! `sys.stdin` where the module `sys` is there, and straight through the host where not.
#![forbid(unsafe_code)]

use objects::{Object, Slot};
use types::{Args, Details, ErrorKind, NativeCode, NativeDef, Parameters, PyResult, Raised};
use types::{Str, Thread, as_str, check_count};

/// The stream objects that `sys` began with. What is printed to this very `stdout` goes to
/// the host in one piece; any other file has its `write` called, as in CPython.
#[derive(Default)]
pub struct DefaultStreams {
    /// The `sys.stdout` that passes on to the host.
    pub stdout: Slot,
}

/// An attribute of `sys`; `None` if there is no `sys`, or it has no such attribute.
fn of_sys(t: &Thread, name: &types::Name) -> PyResult<Option<Object>> {
    match t.modules.get_name(&t.intern("sys")?) {
        Some(sys) => t.find_attribute(&sys, name),
        None => Ok(None),
    }
}

/// Where `print` writes to.
enum Output {
    Host,
    File(Object),
    Nowhere,
}

impl Output {
    fn of(t: &Thread, file: Option<&Object>) -> PyResult<Output> {
        let file = match file.filter(|file| !file.is_none()) {
            Some(file) => file.clone(),
            None => match of_sys(t, &t.names.stdout)? {
                Some(file) => file,
                None if t.modules.get_name(&t.intern("sys")?).is_none() => return Ok(Output::Host),
                None => return Err(t.runtime_error("lost sys.stdout")),
            },
        };
        let usual = t.extension::<DefaultStreams>().stdout.get();
        Ok(match usual {
            _ if file.is_none() => Output::Nowhere,
            Some(usual) if usual.is(&file) => Output::Host,
            _ => Output::File(file),
        })
    }

    fn write(&self, t: &Thread, line: &mut Vec<u8>, text: &Str) -> PyResult<()> {
        match self {
            Output::Nowhere => Ok(()),
            Output::Host => {
                objects::heap().check(line.len() + text.len() * 4)?;
                encode(t, line, text)
            }
            Output::File(file) => {
                let text = text.object().into_object();
                t.call_method(file, &t.names.write, &[text]).map(drop)
            }
        }
    }

    fn flush(&self, t: &Thread) -> PyResult<()> {
        match self {
            Output::Nowhere => Ok(()),
            Output::Host => t.host.flush().map_err(|error| failed(t, &error)),
            Output::File(file) => t.call_method(file, &t.names.flush, &[]).map(drop),
        }
    }
}

/// Adds a text as UTF-8, which has no form for a surrogate.
fn encode(t: &Thread, line: &mut Vec<u8>, text: &Str) -> PyResult<()> {
    if let Some(ascii) = text.as_ascii() {
        line.extend_from_slice(ascii.as_bytes());
        return Ok(());
    }
    for (place, char) in text.chars().iter().enumerate() {
        let Some(char) = char::from_u32(char) else {
            return Err(surrogate(t, text, place)?);
        };
        line.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
    }
    Ok(())
}

fn surrogate(t: &Thread, text: &Str, place: usize) -> PyResult<Raised> {
    let arguments = vec![
        t.str("utf-8")?,
        text.object().into_object(),
        numbers::int_from_usize(t, place)?,
        numbers::int_from_usize(t, place + 1)?,
        t.str("surrogates not allowed")?,
    ];
    Ok(t.raise(ErrorKind::UnicodeEncodeError, Details::Arguments(arguments)))
}

/// The `OSError` of a host that cannot.
fn failed(t: &Thread, error: &std::io::Error) -> Raised {
    let kind = match error.kind() {
        std::io::ErrorKind::BrokenPipe => ErrorKind::BrokenPipeError,
        std::io::ErrorKind::Interrupted => ErrorKind::InterruptedError,
        _ => ErrorKind::OSError,
    };
    let number = error.raw_os_error().unwrap_or(5);
    match t.str(&error.to_string()) {
        Ok(text) => t.raise(kind, Details::Arguments(vec![Object::int32(number), text])),
        Err(raised) => raised,
    }
}

/// What stands between or after the printed objects.
fn separator<'a>(t: &Thread, name: &str, given: Option<&'a Object>) -> PyResult<Option<&'a Str>> {
    let Some(given) = given.filter(|given| !given.is_none()) else {
        return Ok(None);
    };
    match as_str(given) {
        Some(text) => Ok(Some(text)),
        None => Err(t.type_error(format!(
            "{name} must be None or a string, not {}",
            t.type_name(given)
        ))),
    }
}

/// Writes the objects with what stands between and after them.
fn write_all(
    t: &Thread,
    output: &Output,
    line: &mut Vec<u8>,
    objects: &[Object],
    (sep, end): (Option<&Str>, Option<&Str>),
) -> PyResult<()> {
    for (place, object) in objects.iter().enumerate() {
        if let Some(sep) = sep.filter(|_| place > 0) {
            output.write(t, line, sep)?;
        }
        output.write(t, line, &*t.to_str(object)?)?;
    }
    end.map_or(Ok(()), |end| output.write(t, line, end))
}

fn print(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static KEYWORDS: Parameters = Parameters {
        positional: 0,
        ..Parameters::new("print", &["sep", "end", "file", "flush"], 0)
    };
    let keywords = Args::new(&args.values()[args.plain().len()..], args.names());
    let keywords = keywords.unwrap_or(Args::positional(&[]));
    let [sep, end, file, flush] = t.arguments(&KEYWORDS, keywords)?;
    let output = Output::of(t, file)?;
    if matches!(output, Output::Nowhere) {
        return Ok(Object::none());
    }
    let (sep, end) = (separator(t, "sep", sep)?, separator(t, "end", end)?);
    let (space, newline) = (t.latin1_char(b' ')?, t.latin1_char(b'\n')?);
    let sep = sep.or(as_str(&space));
    let end = end.or(as_str(&newline));
    let mut line = Vec::new();
    let written = write_all(t, &output, &mut line, args.plain(), (sep, end));
    // What came before an error is written all the same.
    if !line.is_empty() {
        t.host
            .write_stdout(&line)
            .map_err(|error| failed(t, &error))?;
    }
    written?;
    if flush.map_or(Ok(false), |flush| t.is_true(flush))? {
        output.flush(t)?;
    }
    Ok(Object::none())
}

/// A line of standard input with its end, as a string.
fn read_line(t: &Thread) -> PyResult {
    let name = &t.names.stdin;
    match of_sys(t, name)? {
        Some(file) if file.is_none() => Err(t.runtime_error("input(): lost sys.stdin")),
        Some(file) => t.call_method(&file, &t.intern("readline")?, &[]),
        None => {
            let line = t.host.read_line().map_err(|error| failed(t, &error))?;
            objects::heap().check(line.len())?;
            t.str(&String::from_utf8_lossy(&line))
        }
    }
}

fn input(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "input", args.len(), 0, 1)?;
    let output = Output::of(t, None)?;
    if let Some(prompt) = args.first() {
        let mut line = Vec::new();
        let prompt = t.to_str(prompt)?;
        output.write(t, &mut line, &prompt)?;
        t.host
            .write_stdout(&line)
            .map_err(|error| failed(t, &error))?;
    }
    output.flush(t)?;
    let line = read_line(t)?;
    let Some(text) = as_str(&line) else {
        return Err(t.type_error("object.readline() returned non-string"));
    };
    if text.is_empty() {
        return Err(t.eof_error("EOF when reading a line"));
    }
    let mut chars: Vec<u32> = text.chars().iter().collect();
    if chars.last() == Some(&u32::from(b'\n')) {
        chars.pop();
    }
    t.str_of(&chars)
}

pub(super) static DEFS: &[NativeDef] = &[
    NativeDef {
        name: "print",
        code: NativeCode::Keywords(print),
        doc: "Prints the values to a stream, or to sys.stdout by default.",
    },
    NativeDef {
        name: "input",
        code: NativeCode::Fast(input),
        doc: "Read a string from standard input.  The trailing newline is stripped.",
    },
];
