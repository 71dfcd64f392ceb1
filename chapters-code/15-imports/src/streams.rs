//! `sys.stdout`, `sys.stderr` and `sys.stdin`: text streams of the host.

use exceptions::{add_utf8, host_error};
use objects::{Object, heap, payload};
use std::cell::Cell;
use types::{AccessorDef, Flags, NativeCode, NativeDef, PyResult, Str, Thread, Type, as_str};

/// Which stream of the host.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    Input,
    Output,
    Error,
}

impl Which {
    fn name(self) -> &'static str {
        match self {
            Which::Input => "<stdin>",
            Which::Output => "<stdout>",
            Which::Error => "<stderr>",
        }
    }
}

struct Stream {
    which: Which,
}

payload!(Stream, "_io.TextIOWrapper");

#[derive(Default)]
struct StreamType(Cell<Option<&'static Type>>);

/// A stream object.
pub(crate) fn stream(t: &Thread, which: Which) -> PyResult {
    let Some(class) = t.extension::<StreamType>().0.get() else {
        return Err(t.system_error("the stream type is not installed"));
    };
    Ok(heap().make(class.core(), Stream { which })?.into_object())
}

fn own<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Stream> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a stream was expected"))
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "write",
        code: NativeCode::One(|t, object, text| {
            let stream = own(t, object)?;
            let Some(text) = as_str(text) else {
                let kind = t.type_name(text);
                return Err(t.type_error(format!("write() argument must be str, not {kind}")));
            };
            let errors = (stream.which == Which::Error).then_some("backslashreplace");
            let mut bytes = Vec::new();
            add_utf8(t, &mut bytes, text, errors)?;
            let result = match stream.which {
                Which::Output => t.host.write_stdout(&bytes),
                Which::Error => t.host.write_stderr(&bytes),
                Which::Input => Err(std::io::ErrorKind::Unsupported.into()),
            };
            result.map_err(|error| host_error(t, &error))?;
            Ok(Object::small_int(text.len() as i64).unwrap_or(Object::none()))
        }),
        doc: "Write string to stream.",
    },
    NativeDef {
        name: "flush",
        code: NativeCode::NoArgs(|t, _| {
            t.host.flush().map_err(|error| host_error(t, &error))?;
            Ok(Object::none())
        }),
        doc: "Flush write buffers, if applicable.",
    },
    NativeDef {
        name: "isatty",
        code: NativeCode::NoArgs(|_, _| Ok(Object::bool(false))),
        doc: "Return whether this is an 'interactive' stream.",
    },
    NativeDef {
        name: "fileno",
        code: NativeCode::NoArgs(|t, object| Ok(Object::int32(own(t, object)?.which as i32))),
        doc: "Returns underlying file descriptor if one exists.",
    },
    NativeDef {
        name: "readline",
        code: NativeCode::NoArgs(|t, _| read_line(t)),
        doc: "Read until newline or EOF.",
    },
];

/// A line of standard input, with its end.
fn read_line(t: &Thread) -> PyResult {
    let bytes = t.host.read_line().map_err(|error| host_error(t, &error))?;
    t.str(&String::from_utf8_lossy(&bytes))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::new("name", |t, object| t.str(own(t, object)?.which.name())),
    AccessorDef::new("encoding", |t, _| t.str("utf-8")),
    AccessorDef::new("closed", |_, _| Ok(Object::bool(false))),
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = Type::builtin(t.types.type_, "TextIOWrapper", Some(t.types.object))?;
    class.make_namespace(t.types)?;
    class.set_bases(vec![t.types.object.object()], t.types.object.mro());
    class.declare::<Stream>();
    class.set_flags(Flags::NO_NEW);
    class.slots.repr.set(Some(|t, object| {
        let name = own(t, object)?.which.name();
        let mode = if name == "<stdin>" { "r" } else { "w" };
        t.str(&format!(
            "<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>"
        ))
    }));
    class.slots.iter.set(Some(|_, object| Ok(object.clone())));
    class.slots.next.set(Some(|t, _| {
        let line = read_line(t)?;
        Ok(if as_str(&line).is_some_and(Str::is_empty) {
            None
        } else {
            Some(line)
        })
    }));
    t.add_methods(class, METHODS)?;
    t.add_accessors(class, ACCESSORS)?;
    t.ready(class)?;
    t.set_type_attribute(class, "__module__", t.str("_io")?)?;
    t.extension::<StreamType>().0.set(Some(class));
    Ok(())
}
