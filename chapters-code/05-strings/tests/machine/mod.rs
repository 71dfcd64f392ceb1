//! A machine for tests: an interpreter with this chapter and those under it, and just
//! enough of Python's expressions to try them, evaluated through slots and methods.
#![allow(dead_code, reason = "each test uses a part")]

mod parse;
mod show;

pub use parse::Expression;
pub use show::{error_text, show};

use objects::Object;
use parse::Step;
use std::rc::Rc;
use types::{
    Args, BinaryOp, CompareOp, Dict, HashSeed, Interpreter, List, MemoryHost, Method, Probe,
    PyResult, Slice, Thread, Tuple, Type, Version,
};

/// A thread of a fresh interpreter.
pub fn thread(version: Version) -> Thread {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    numbers::install(&t).unwrap();
    strings::install(&t).unwrap();
    for kind in types::ErrorKind::ALL {
        let base = types::ErrorKind::ALL
            .iter()
            .find(|other| other.name() == kind.base());
        let base = base
            .and_then(|base| t.error_type(*base))
            .unwrap_or(t.types.object);
        let class = Type::builtin(t.types.type_, kind.name(), Some(base)).unwrap();
        class.set_bases(vec![base.object()], base.mro());
        t.set_error_type(*kind, class);
    }
    // What containers do is the next chapter: looking up and walking is all that is needed.
    t.types.dict.slots.subscript.set(Some(dict_item));
    t.types.list.slots.iter.set(Some(list_iter));
    t.types.tuple.slots.iter.set(Some(list_iter));
    t.types.list.slots.subscript.set(Some(list_item));
    for kind in [t.types.list, t.types.tuple, t.types.dict] {
        kind.slots
            .repr
            .set(Some(|t, object| t.str(&show(t, object))));
    }
    t.types.tuple_iterator.declare::<Cursor>();
    t.types
        .tuple_iterator
        .slots
        .iter
        .set(Some(|_, object| Ok(object.clone())));
    t.types.tuple_iterator.slots.next.set(Some(|_, object| {
        let cursor = object.downcast::<Cursor>().unwrap();
        let index = cursor.index.get();
        cursor.index.set(index + 1);
        Ok(cursor.items.get(index).cloned())
    }));
    t
}

struct Cursor {
    items: Vec<Object>,
    index: std::cell::Cell<usize>,
}

objects::payload!(Cursor, "cursor");

fn items(object: &Object) -> Vec<Object> {
    match object.downcast::<List>() {
        Some(list) => list.items.to_vec(),
        None => object.downcast::<Tuple>().unwrap().items().to_vec(),
    }
}

fn list_iter(t: &Thread, object: &Object) -> PyResult {
    let cursor = Cursor {
        items: items(object),
        index: Default::default(),
    };
    Ok(objects::heap()
        .make(t.types.tuple_iterator.core(), cursor)?
        .into_object())
}

fn list_item(t: &Thread, object: &Object, key: &Object) -> PyResult {
    if t.type_of(key).slots.index.get().is_none() {
        let kind = t.type_name(key);
        return Err(t.type_error(format!(
            "list indices must be integers or slices, not {kind}"
        )));
    }
    let index = t.index_or(key, types::ErrorKind::IndexError)?;
    let item = usize::try_from(index)
        .ok()
        .and_then(|index| items(object).get(index).cloned());
    item.ok_or_else(|| t.index_error("list index out of range"))
}

fn dict_find(t: &Thread, dict: &Dict, key: &Object) -> PyResult<Option<usize>> {
    let mut search = dict.table.search(t.hash(key)?);
    loop {
        match dict.table.probe(&mut search, key) {
            Probe::Absent => return Ok(None),
            Probe::Found(index) => return Ok(Some(index)),
            Probe::Candidate(index, other) if t.equal(&other, key)? => return Ok(Some(index)),
            Probe::Candidate(..) => (),
        }
    }
}

fn dict_item(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let dict = object.downcast::<Dict>().unwrap();
    match dict_find(t, dict, key)? {
        Some(index) => Ok(dict.table.value(index).unwrap()),
        None => Err(t.key_error(key)),
    }
}

/// The value of an expression.
pub fn evaluate(t: &Thread, expression: &Expression) -> PyResult {
    match expression {
        Expression::Int(text) => numbers::int_from_bigint(t, text.parse().unwrap()),
        Expression::Float(value) => numbers::float(t, *value),
        Expression::Imaginary(value) => numbers::complex(t, (0.0, *value)),
        Expression::Text(chars) => t.str_of(chars),
        Expression::Bytes(bytes) => t.bytes(bytes),
        Expression::Name(name) => named(t, name),
        Expression::Tuple(items) => t.tuple(all(t, items)?),
        Expression::List(items) => t.list_of(all(t, items)?),
        Expression::Dict(pairs) => {
            let dict = Dict::new(t.types.dict)?;
            for (key, value) in pairs {
                let (key, value) = (evaluate(t, key)?, evaluate(t, value)?);
                let hash = t.hash(&key)?;
                dict.table.add(key, hash, value)?;
            }
            Ok(dict.into_object())
        }
        Expression::Negative(of) => t.negative(&evaluate(t, of)?),
        Expression::Binary(sign, a, b) => binary(t, sign, &evaluate(t, a)?, &evaluate(t, b)?),
        Expression::Steps(first, steps) => {
            let mut value = Value::Object(evaluate(t, first)?);
            for step in steps {
                value = value.step(t, step)?;
            }
            value.object()
        }
    }
}

fn all(t: &Thread, expressions: &[Expression]) -> PyResult<Vec<Object>> {
    expressions.iter().map(|one| evaluate(t, one)).collect()
}

fn named(t: &Thread, name: &str) -> PyResult {
    let kinds = t.types.all();
    Ok(match name {
        "None" => Object::none(),
        "True" => Object::bool(true),
        "False" => Object::bool(false),
        "inf" => numbers::float(t, f64::INFINITY)?,
        "nan" => numbers::float(t, f64::NAN)?,
        _ => match kinds.iter().find(|kind| kind.name() == name) {
            Some(kind) => kind.object().into_object(),
            None => t
                .builtins
                .get_name(&t.intern(name)?)
                .ok_or_else(|| t.value_error(name.to_owned()))?,
        },
    })
}

fn binary(t: &Thread, sign: &str, a: &Object, b: &Object) -> PyResult {
    if let Some(op) = BinaryOp::ALL.into_iter().find(|op| op.sign() == sign) {
        return t.binary(op, a, b);
    }
    if let Some(op) = CompareOp::ALL.into_iter().find(|op| op.sign() == sign) {
        return t.compare(a, b, op);
    }
    t.contains(b, a)
        .map(|found| Object::bool(found == (sign == "in")))
}

/// What stands before a step: an object, or a method that waits to be called.
enum Value {
    Object(Object),
    Method(Object, Method),
}

impl Value {
    fn object(self) -> PyResult {
        match self {
            Value::Object(object) => Ok(object),
            Value::Method(object, Method::Unbound(function)) => {
                drop(object);
                Ok(function)
            }
            Value::Method(_, Method::Bound(callable)) => Ok(callable),
        }
    }

    fn step(self, t: &Thread, step: &Step) -> PyResult<Value> {
        match step {
            Step::Attribute(name) => {
                let object = self.object()?;
                let name = t.intern(name)?;
                let Some(class) = object.downcast::<Type>() else {
                    let method = t.get_method(&object, &name)?;
                    return Ok(Value::Method(object, method));
                };
                let found = t
                    .lookup(class, &name)
                    .ok_or_else(|| t.attribute_error(&object, &name))?;
                t.bind(found, None, &object).map(Value::Object)
            }
            Step::Item(key) => {
                let object = self.object()?;
                t.get_item(&object, &evaluate(t, key)?).map(Value::Object)
            }
            Step::Slice(bounds) => {
                let mut bounds = bounds.iter().map(|bound| match bound {
                    Some(bound) => evaluate(t, bound),
                    None => Ok(Object::none()),
                });
                let mut next = || bounds.next().unwrap_or(Ok(Object::none()));
                let slice = Slice::new(t.types.slice, next()?, next()?, next()?)?;
                t.get_item(&self.object()?, slice.as_object())
                    .map(Value::Object)
            }
            Step::Call(args, keywords) => {
                let mut values = all(t, args)?;
                let mut names = vec![];
                for (name, value) in keywords {
                    names.push(t.str(name)?);
                    values.push(evaluate(t, value)?);
                }
                self.call(t, values, &names).map(Value::Object)
            }
        }
    }

    fn call(self, t: &Thread, mut values: Vec<Object>, names: &[Object]) -> PyResult {
        let callable = match self {
            Value::Object(callable) => callable,
            Value::Method(_, Method::Bound(callable)) => callable,
            Value::Method(object, Method::Unbound(function)) => {
                values.insert(0, object);
                function
            }
        };
        let args = Args::new(&values, names).unwrap();
        let Some(class) = callable.downcast::<Type>() else {
            return t.call_with(&callable, args);
        };
        if class.is(t.types.list) {
            return t.list_of(t.collect(&values[0])?);
        }
        let made = class.slots.new.get().unwrap()(t, class, args)?;
        if let Some(init) = class.slots.init.get()
            && class.is(t.types.bytearray)
        {
            init(t, &made, args)?;
        }
        Ok(made)
    }
}
