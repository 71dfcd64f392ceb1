//! How does a program speak and listen? `print` and `input`, through `sys.stdout` and
//! `sys.stdin` where the module `sys` is there, and straight through the host where not.
#![forbid(unsafe_code)]

use exceptions::{StandardStreams, add_utf8, host_error, of_sys};
use objects::Object;
use types::{Args, NativeCode, NativeDef, Parameters, PyResult, Str, Thread, as_str, check_count};

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
        let usual = t.extension::<StandardStreams>().stdout.get();
        Ok(match usual {
            _ if file.is_none() => Output::Nowhere,
            Some(usual) if usual.is(&file) => Output::Host,
            _ => Output::File(file),
        })
    }

    fn write(&self, t: &Thread, line: &mut Vec<u8>, text: &Str) -> PyResult<()> {
        match self {
            Output::Nowhere => Ok(()),
            Output::Host => add_utf8(t, line, text, None),
            Output::File(file) => {
                let text = text.object().into_object();
                t.call_method(file, &t.names.write, &[text]).map(drop)
            }
        }
    }

    fn flush(&self, t: &Thread) -> PyResult<()> {
        match self {
            Output::Nowhere => Ok(()),
            Output::Host => t.host.flush().map_err(|error| host_error(t, &error)),
            Output::File(file) => t.call_method(file, &t.names.flush, &[]).map(drop),
        }
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
        t.charge(line.len() as u64 / 1024)?;
        t.host
            .write_stdout(&line)
            .map_err(|error| host_error(t, &error))?;
    }
    written?;
    if flush.map_or(Ok(false), |flush| t.is_true(flush))? {
        output.flush(t)?;
    }
    Ok(Object::none())
}

/// What the interactive prompt does with the value of an expression: shows it, unless it is
/// `None`, and keeps it as `builtins._` (`sys.displayhook`).
///
/// # Errors
/// `RuntimeError` where there is no `builtins` or `sys.stdout`; what showing it raises.
pub fn display(t: &Thread, value: &Object) -> PyResult<()> {
    let Some(builtins) = t.modules.get_name(&t.intern("builtins")?) else {
        return Err(t.runtime_error("lost builtins module"));
    };
    if value.is_none() {
        return Ok(());
    }
    let name = t.intern("_")?;
    // Nobody shall see the last value while this one is shown.
    t.set_attribute(&builtins, &name, Some(&Object::none()))?;
    let output = match Output::of(t, None)? {
        Output::Nowhere => return Err(t.runtime_error("lost sys.stdout")),
        output => output,
    };
    let text = t.repr(value)?;
    let mut line = Vec::new();
    match &output {
        Output::Host => add_utf8(t, &mut line, &text, Some("backslashreplace"))?,
        output => output.write(t, &mut line, &text)?,
    }
    let newline = t.latin1_char(b'\n')?;
    if let Some(newline) = as_str(&newline) {
        output.write(t, &mut line, newline)?;
    }
    t.charge(line.len() as u64 / 1024)?;
    let written = t.host.write_stdout(&line);
    written.map_err(|error| host_error(t, &error))?;
    t.set_attribute(&builtins, &name, Some(value))
}

/// Hands the value of an expression to `sys.displayhook`, or shows it where there is no `sys`.
///
/// # Errors
/// `RuntimeError` where `sys` has lost its hook; what the hook raises.
pub(crate) fn hand_to_displayhook(t: &Thread, value: &Object) -> PyResult<()> {
    match of_sys(t, &t.intern("displayhook")?)? {
        Some(hook) => t.call(&hook, std::slice::from_ref(value)).map(drop),
        None if t.modules.get_name(&t.intern("sys")?).is_none() => display(t, value),
        None => Err(t.runtime_error("lost sys.displayhook")),
    }
}

/// A line of standard input with its end, as a string.
fn read_line(t: &Thread) -> PyResult {
    let name = &t.names.stdin;
    match of_sys(t, name)? {
        Some(file) if file.is_none() => Err(t.runtime_error("input(): lost sys.stdin")),
        Some(file) => t.call_method(&file, &t.intern("readline")?, &[]),
        None => {
            let line = t.host.read_line().map_err(|error| host_error(t, &error))?;
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
            .map_err(|error| host_error(t, &error))?;
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
