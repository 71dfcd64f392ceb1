//! How is a value written down without running any code of the program? Like its `repr`,
//! where that is native code; else by its type. And never at length.

use code_objects::Code;
use containers::{Range, Set};
use exceptions::Exception;
use frames::{BoundMethod, Cell, Function, Generator};
use imports::Module;
use numbers::Int;
use objects::Object;
use types::{Bytes, Dict, List, NativeFunction, Str, Thread, Tuple, Type, as_str};

/// Containers deeper than this are three dots.
const DEPTH: usize = 3;
/// So many bits of an integer are still written in digits.
const BITS: u64 = 256;

/// A value, as it is shown.
pub struct Shown {
    /// Its type.
    pub kind: String,
    /// What it looks like.
    pub text: String,
}

impl Shown {
    /// Shows a value in about `length` characters.
    pub fn of(t: &Thread, object: &Object, length: usize) -> Shown {
        let mut writer = Writer {
            t,
            text: String::new(),
            left: length,
        };
        writer.value(object, 0);
        Shown {
            kind: t.type_of(object).name(),
            text: writer.text,
        }
    }
}

/// Writes until there is no room left.
struct Writer<'t> {
    t: &'t Thread,
    text: String,
    left: usize,
}

impl Writer<'_> {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if self.left == 0 {
                if !self.text.ends_with('…') {
                    self.text.push('…');
                }
                return;
            }
            self.text.push(c);
            self.left -= 1;
        }
    }

    fn value(&mut self, object: &Object, depth: usize) {
        if !self.plain(object) && !self.container(object, depth) {
            self.named(object, depth);
        }
    }

    /// What holds no other objects, and is exactly of a builtin type.
    fn plain(&mut self, object: &Object) -> bool {
        let (t, types) = (self.t, &self.t.types);
        if t.is_exact(object, types.str) {
            self.string(object);
            return true;
        }
        if t.is_exact(object, types.int)
            && let Some(int) = object.downcast::<Int>()
            && int.value().bits() > BITS
        {
            self.push(&format!("an int of {} bits", int.value().bits()));
            return true;
        }
        if t.is_exact(object, types.bytes)
            && let Some(bytes) = object.downcast::<Bytes>()
            && bytes.len() > self.left
        {
            self.push(&format!("{} bytes", bytes.len()));
            return true;
        }
        let native = object.is_none()
            || object.as_bool().is_some()
            || [
                types.int,
                types.float,
                types.complex,
                types.bytes,
                types.ellipsis,
                types.not_implemented,
            ]
            .into_iter()
            .any(|kind| t.is_exact(object, kind));
        if native && let Ok(text) = t.repr(object) {
            self.push(&text.to_text());
            return true;
        }
        false
    }

    fn string(&mut self, object: &Object) {
        let Some(text) = as_str(object) else { return };
        if text.len() <= self.left
            && let Ok(repr) = self.t.repr(object)
        {
            self.push(&repr.to_text());
            return;
        }
        // Of a long text only the beginning is looked at.
        let start: Vec<u32> = text.chars().slice(0..self.left).iter().collect();
        if let Ok(start) = self.t.str_of(&start)
            && let Ok(repr) = self.t.repr(&start)
        {
            self.push(&repr.to_text());
            self.push("…");
        }
    }

    fn container(&mut self, object: &Object, depth: usize) -> bool {
        let (t, types) = (self.t, &self.t.types);
        let is = |kind: &Type| t.is_exact(object, kind);
        if is(types.list)
            && let Some(list) = object.downcast::<List>()
        {
            let items = (0..list.len()).map_while(|index| list.get(index as i64));
            self.items("[", "]", "[]", items, depth);
        } else if is(types.tuple)
            && let Some(tuple) = object.downcast::<Tuple>()
        {
            let close = if tuple.len() == 1 { ",)" } else { ")" };
            self.items("(", close, "()", tuple.items().iter().cloned(), depth);
        } else if (is(types.set) || is(types.frozenset))
            && let Some(set) = object.downcast::<Set>()
        {
            let (open, close, empty) = match is(types.set) {
                true => ("{", "}", "set()"),
                false => ("frozenset({", "})", "frozenset()"),
            };
            let mut place = 0;
            let keys = std::iter::from_fn(|| set.table.next(&mut place).map(|(key, _)| key));
            self.items(open, close, empty, keys, depth);
        } else if is(types.dict)
            && let Some(dict) = object.downcast::<Dict>()
        {
            self.dict(dict, depth);
        } else {
            return false;
        }
        true
    }

    fn items(
        &mut self,
        open: &str,
        close: &str,
        empty: &str,
        items: impl Iterator<Item = Object>,
        depth: usize,
    ) {
        let mut items = items.peekable();
        if items.peek().is_none() {
            self.push(empty);
            return;
        }
        self.push(open);
        for (number, item) in items.enumerate() {
            if depth == DEPTH || self.left == 0 {
                self.push("…");
                break;
            }
            if number > 0 {
                self.push(", ");
            }
            self.value(&item, depth + 1);
        }
        self.push(close);
    }

    fn dict(&mut self, dict: &Dict, depth: usize) {
        self.push("{");
        let mut place = 0;
        let mut first = true;
        while let Some((key, value)) = dict.table.next(&mut place) {
            if depth == DEPTH || self.left == 0 {
                self.push("…");
                break;
            }
            if !std::mem::take(&mut first) {
                self.push(", ");
            }
            self.value(&key, depth + 1);
            self.push(": ");
            self.value(&value, depth + 1);
        }
        self.push("}");
    }

    /// What has a name, or at least a type.
    fn named(&mut self, object: &Object, depth: usize) {
        let text = |object: Option<Object>| {
            let text = object.as_ref().and_then(as_str).map(Str::to_text);
            text.unwrap_or_default()
        };
        if let Some(cell) = object.downcast::<Cell>() {
            match cell.value.get() {
                Some(_) if depth == DEPTH => self.push("[…]"),
                Some(value) => {
                    self.push("[");
                    self.value(&value, depth + 1);
                    self.push("]");
                }
                None => self.push("[ ]"),
            }
        } else if let Some(function) = object.downcast::<Function>() {
            self.push(&format!("<function {}>", text(function.qualname.get())));
        } else if let Some(native) = object.downcast::<NativeFunction>() {
            self.push(&format!("<built-in function {}>", native.def.name));
        } else if let Some(code) = object.downcast::<Code>() {
            self.push(&format!("<code {}>", code.name.to_text()));
        } else if let Some(kind) = object.downcast::<Type>() {
            self.push(&format!("<class '{}'>", kind.name()));
        } else if let Some(generator) = object.downcast::<Generator>() {
            let kind = self.t.type_of(object).name();
            self.push(&format!("<{kind} {}>", text(generator.name.get())));
        } else if let Some(range) = object.downcast::<Range>() {
            self.push("range(");
            self.value(&range.start, depth + 1);
            self.push(", ");
            self.value(&range.stop, depth + 1);
            self.push(")");
        } else if object.downcast::<BoundMethod>().is_some() {
            self.push("<bound method>");
        } else if let Some(exception) = object.downcast::<Exception>() {
            let kind = self.t.type_of(object).name();
            let arguments = exception.arguments().into_iter();
            let empty = format!("{kind}()");
            self.items(&format!("{kind}("), ")", &empty, arguments, depth);
        } else if let Some(module) = object.downcast::<Module>() {
            let name = module.dict().and_then(|d| d.get_name(&self.t.names.name));
            self.push(&format!("<module '{}'>", text(name)));
        } else {
            self.push(&format!("<{} object>", self.t.type_of(object).name()));
        }
    }
}
