//! What does `object.method` give when it is not called at once? A [`BoundMethod`].
#![forbid(unsafe_code)]

use objects::{Object, Visit, heap, payload};
use types::{
    AccessorDef, Args, CompareOp, GetAttributeFn, Name, PyResult, Thread, Version, check_count,
    no_keywords,
};

/// `method`: a function together with its first argument.
pub struct BoundMethod {
    /// The function.
    pub function: Object,
    /// What it is called with first.
    pub receiver: Object,
}

payload!(BoundMethod, "method", traverse);

impl BoundMethod {
    /// Binds a callable to an object.
    pub fn bind(t: &Thread, function: Object, receiver: Object) -> PyResult {
        Ok(heap()
            .make(t.types.method.core(), BoundMethod { function, receiver })?
            .into_object())
    }

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function);
        visit(&self.receiver);
    }

    fn clear(&self) {}
}

fn method<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a BoundMethod> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a method was expected"))
}

fn call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let method = method(t, callable)?;
    let mut all = Vec::with_capacity(args.values().len() + 1);
    all.push(method.receiver.clone());
    all.extend_from_slice(args.values());
    let args = Args::new(&all, args.names()).unwrap_or(Args::positional(&all));
    t.call_with(&method.function, args)
}

/// What a method does not have itself, its function has.
fn get_attribute(t: &Thread, object: &Object, name: &Name) -> PyResult {
    match t.find_generic_attribute(object, name)? {
        Some(value) => Ok(value),
        None => t.get_attribute(&method(t, object)?.function, name),
    }
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let method = method(t, object)?;
    let mut name = t.find_attribute(&method.function, &t.names.qualname)?;
    if name.is_none() {
        name = t.find_attribute(&method.function, &t.names.name)?;
    }
    let name = match name.as_ref().and_then(types::as_str) {
        Some(name) => name.to_text(),
        None => "?".to_owned(),
    };
    let receiver = t.repr(&method.receiver)?.to_text();
    t.str(&format!("<bound method {name} of {receiver}>"))
}

fn compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (a.downcast::<BoundMethod>(), b.downcast::<BoundMethod>()) else {
        return Ok(Object::not_implemented());
    };
    let equal = a.function.is(&b.function) && a.receiver.is(&b.receiver);
    Ok(match op {
        CompareOp::Eq => Object::bool(equal),
        CompareOp::Ne => Object::bool(!equal),
        _ => Object::not_implemented(),
    })
}

fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let method = method(t, object)?;
    let hash = (method.receiver.identity() >> 4) as i64 ^ t.hash(&method.function)?;
    Ok(if hash == -1 { -2 } else { hash })
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::new("__doc__", |t, object| {
        t.get_attribute(&method(t, object)?.function, &t.names.doc)
    }),
    AccessorDef {
        name: "__func__",
        get: |t, object| Ok(method(t, object)?.function.clone()),
        set: None,
        doc: "the function (or other callable) implementing a method",
    },
    AccessorDef {
        name: "__self__",
        get: |t, object| Ok(method(t, object)?.receiver.clone()),
        set: None,
        doc: "the instance to which a method is bound",
    },
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.method;
    kind.declare::<BoundMethod>();
    kind.slots.call.set(Some(call));
    kind.slots
        .get_attribute
        .set(Some(get_attribute as GetAttributeFn));
    kind.slots.repr.set(Some(repr));
    kind.slots.compare.set(Some(compare));
    kind.slots.hash.set(Some(hash));
    kind.slots.new.set(Some(|t, _, args| {
        no_keywords(t, "method", args)?;
        check_count(t, "method", args.plain().len(), 2, 2)?;
        let [function, receiver] = args.plain() else {
            return Err(t.type_error("method expected 2 arguments"));
        };
        if !t.is_callable(function) {
            return Err(t.type_error("first argument must be callable"));
        }
        if receiver.is_none() {
            return Err(t.type_error(match t.version {
                Version::V310 => "self must not be None",
                Version::V311 => "instance must not be None",
            }));
        }
        BoundMethod::bind(t, function.clone(), receiver.clone())
    }));
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)
}
