//! What is `mappingproxy`? A mapping seen through glass: everything that reads goes on to
//! the mapping, nothing that writes is there.

use crate::support::{call_method, method, this};
use objects::{Object, Visit, heap, payload};
use types::{Args, BinaryOp, CompareOp, Flags, List, NativeCode, NativeDef, Parameters};
use types::{PyResult, Thread, Tuple, Type, check_count};

/// `mappingproxy`
pub struct MappingProxy {
    /// The mapping.
    pub mapping: Object,
}

payload!(MappingProxy, "mappingproxy", traverse);

impl MappingProxy {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.mapping);
    }

    /// A proxy never changes what it shows.
    fn clear(&self) {}
}

/// A read-only view of a mapping (`PyDictProxy_New`).
pub fn mapping_proxy(t: &Thread, mapping: Object) -> PyResult {
    let is_sequence = mapping.downcast::<List>().is_some() || mapping.downcast::<Tuple>().is_some();
    if is_sequence || t.type_of(&mapping).slots.subscript.get().is_none() {
        let kind = t.type_name(&mapping);
        let message = format!("mappingproxy() argument must be a mapping, not {kind}");
        return Err(t.type_error(message));
    }
    let proxy = MappingProxy { mapping };
    Ok(heap()
        .make(t.types.mapping_proxy.core(), proxy)?
        .into_object())
}

fn mapping<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Object> {
    // A proxy of a proxy of a proxy … goes on like this.
    t.check_stack(" while looking through a mappingproxy")?;
    Ok(&this::<MappingProxy>(t, object)?.mapping)
}

/// The mapping behind an object that may be a proxy.
fn behind(object: &Object) -> &Object {
    match object.downcast::<MappingProxy>() {
        Some(proxy) => &proxy.mapping,
        None => object,
    }
}

/// `mappingproxy(mapping)`
fn new(t: &Thread, _: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("mappingproxy", &["mapping"], 1);
    match t.arguments(&PARAMETERS, args)? {
        [Some(mapping)] => mapping_proxy(t, mapping.clone()),
        [None] => Err(t.type_error("mappingproxy() needs a mapping")),
    }
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let mut pieces = crate::support::Pieces::default();
    pieces.text(t, "mappingproxy(")?;
    pieces.repr(t, mapping(t, object)?)?;
    pieces.text(t, ")")?;
    pieces.join(t)
}

fn str(t: &Thread, object: &Object) -> PyResult {
    Ok(t.to_str(mapping(t, object)?)?.into_object())
}

/// What another operand may be shown of a mapping. A dictionary compares with dictionaries
/// without giving itself away; anything else could change it (and a class's namespace must
/// not change behind the class's back), so it gets a copy.
fn shown(t: &Thread, mapping: &Object, other: &Object) -> PyResult {
    let plain = |object| t.is_exact(object, t.types.dict);
    match plain(mapping) && !plain(other) {
        true => call_method(t, mapping, "copy", &[]),
        false => Ok(mapping.clone()),
    }
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let mapping = mapping(t, a)?;
    t.compare(&shown(t, mapping, behind(b))?, behind(b), op)
}

fn or(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = (behind(a), behind(b));
    t.binary(BinaryOp::Or, &shown(t, a, b)?, &shown(t, b, a)?)
}

fn inplace_or(t: &Thread, a: &Object, _: &Object) -> PyResult {
    let kind = t.type_name(a);
    let message = format!("'|=' is not supported by {kind}; use '|' instead");
    Err(t.type_error(message))
}

fn get(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "get", args.len(), 1, 2)?;
    let default = args.get(1).cloned().unwrap_or(Object::none());
    call_method(t, mapping(t, object)?, "get", &[args[0].clone(), default])
}

static METHODS: &[NativeDef] = &[
    method(
        "get",
        NativeCode::Fast(get),
        "Return the value for key if key is in the mapping, else default.",
    ),
    method(
        "keys",
        NativeCode::NoArgs(|t, object| call_method(t, mapping(t, object)?, "keys", &[])),
        "a set-like object providing a view on D's keys",
    ),
    method(
        "values",
        NativeCode::NoArgs(|t, object| call_method(t, mapping(t, object)?, "values", &[])),
        "an object providing a view on D's values",
    ),
    method(
        "items",
        NativeCode::NoArgs(|t, object| call_method(t, mapping(t, object)?, "items", &[])),
        "a set-like object providing a view on D's items",
    ),
    method(
        "copy",
        NativeCode::NoArgs(|t, object| call_method(t, mapping(t, object)?, "copy", &[])),
        "a shallow copy of D",
    ),
    method(
        "__reversed__",
        NativeCode::NoArgs(|t, object| call_method(t, mapping(t, object)?, "__reversed__", &[])),
        "D.__reversed__() -> reverse iterator",
    ),
];

/// Fills in the type `mappingproxy`.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.mapping_proxy;
    kind.declare::<MappingProxy>();
    kind.set_flags(Flags::MAPPING);
    let slots = &kind.slots;
    slots.new.set(Some(new));
    slots.repr.set(Some(repr));
    slots.str.set(Some(str));
    slots.compare.set(Some(compare));
    slots
        .mapping_length
        .set(Some(|t, object| t.length(mapping(t, object)?)));
    slots
        .contains
        .set(Some(|t, object, key| t.contains(mapping(t, object)?, key)));
    slots
        .subscript
        .set(Some(|t, object, key| t.get_item(mapping(t, object)?, key)));
    slots
        .iter
        .set(Some(|t, object| t.iter(mapping(t, object)?)));
    slots.binary[BinaryOp::Or as usize].set(Some(or));
    slots.inplace[BinaryOp::Or as usize].set(Some(inplace_or));
    t.add_methods(kind, METHODS)?;
    t.add_class_methods(kind, crate::support::CLASS_GETITEM)?;
    t.ready(kind)
}
