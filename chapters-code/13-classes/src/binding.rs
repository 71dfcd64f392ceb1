//! `classmethod` and `staticmethod`.

use objects::{Object, Slot, Visit, heap, payload};
use types::{
    AccessorDef, Args, Flags, PyResult, StaticMethod, Thread, Type, check_count, no_keywords,
};

/// `classmethod`
pub(crate) struct ClassMethod {
    function: Slot,
    dict: Slot,
}

payload!(ClassMethod, "classmethod", traverse);

impl ClassMethod {
    fn traverse(&self, visit: Visit<'_>) {
        self.function.traverse(visit);
        self.dict.traverse(visit);
    }

    fn clear(&self) {
        self.function.clear();
        self.dict.clear();
    }
}

/// `staticmethod(function)`
pub(crate) fn static_method(t: &Thread, function: Object) -> PyResult {
    make_static(t, t.types.static_method, function)
}

fn make_static(t: &Thread, class: &Type, function: Object) -> PyResult {
    let method = StaticMethod {
        function: Slot::new(function),
        dict: Slot::empty(),
    };
    let _ = t;
    Ok(heap().make(class.core(), method)?.into_object())
}

/// `classmethod(function)`
pub(crate) fn class_method(t: &Thread, function: Object) -> PyResult {
    make_class(t.types.class_method, function)
}

fn make_class(class: &Type, function: Object) -> PyResult {
    let method = ClassMethod {
        function: Slot::new(function),
        dict: Slot::empty(),
    };
    Ok(heap().make(class.core(), method)?.into_object())
}

fn one_argument(t: &Thread, name: &str, args: Args<'_>) -> PyResult {
    no_keywords(t, name, args)?;
    check_count(t, name, args.plain().len(), 1, 1)?;
    Ok(args.plain()[0].clone())
}

fn function_of(t: &Thread, object: &Object) -> PyResult {
    let function = match object.downcast::<ClassMethod>() {
        Some(method) => method.function.get(),
        None => object
            .downcast::<StaticMethod>()
            .and_then(|method| method.function.get()),
    };
    function.ok_or_else(|| t.runtime_error("uninitialized method object"))
}

fn class_method_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    owner: &Object,
) -> PyResult {
    let function = function_of(t, descriptor)?;
    let class = match (owner.is_none(), instance) {
        (true, Some(instance)) => t.type_of(instance).object().into_object(),
        _ => owner.clone(),
    };
    // The function may itself be a descriptor, such as a property.
    match t.type_of(&function).slots.descriptor_get.get() {
        Some(get) => get(t, &function, Some(&class), &class),
        None => frames::BoundMethod::bind(t, function, class),
    }
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef {
        name: "__func__",
        get: function_of,
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__wrapped__",
        get: function_of,
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__isabstractmethod__",
        get: |t, object| {
            let function = function_of(t, object)?;
            match t.find_attribute(&function, &t.intern("__isabstractmethod__")?)? {
                Some(value) => t.is_true(&value).map(Object::bool),
                None => Ok(Object::bool(false)),
            }
        },
        set: None,
        doc: "",
    },
];

fn repr(t: &Thread, object: &Object) -> PyResult {
    let kind = t.type_name(object);
    let function = t.repr(&function_of(t, object)?)?.to_text();
    t.str(&format!("<{kind}({function})>"))
}

/// What 3.10 on wrapped methods take over from their function.
fn get_attribute(t: &Thread, object: &Object, name: &types::Name) -> PyResult {
    const TAKEN: [&str; 5] = [
        "__name__",
        "__qualname__",
        "__doc__",
        "__module__",
        "__annotations__",
    ];
    if TAKEN.iter().any(|taken| name.str().equals(taken)) {
        return t.get_attribute(&function_of(t, object)?, name);
    }
    match t.find_generic_attribute(object, name)? {
        Some(value) => Ok(value),
        None => Err(t.attribute_error(object, name)),
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.class_method;
    kind.declare::<ClassMethod>();
    kind.slots.descriptor_get.set(Some(class_method_get));
    kind.slots.new.set(Some(|t, class, args| {
        make_class(class, one_argument(t, "classmethod", args)?)
    }));
    kind.slots.dict_place.set(Some(|object| {
        object.downcast::<ClassMethod>().map(|m| &m.dict)
    }));
    let kind = t.types.static_method;
    kind.slots.new.set(Some(|t, class, args| {
        make_static(t, class, one_argument(t, "staticmethod", args)?)
    }));
    kind.slots.call.set(Some(|t, object, args| {
        t.call_with(&function_of(t, object)?, args)
    }));
    kind.slots.dict_place.set(Some(|object| {
        object.downcast::<StaticMethod>().map(|m| &m.dict)
    }));
    for kind in [t.types.class_method, t.types.static_method] {
        kind.set_flags(Flags::BASE);
        kind.slots.init.set(Some(|_, _, _| Ok(())));
        kind.slots.repr.set(Some(repr));
        kind.slots.get_attribute.set(Some(get_attribute));
        t.add_accessors(kind, ACCESSORS)?;
        t.ready(kind)?;
        t.builtins
            .set_name(&t.intern(&kind.name())?, kind.object().into_object())?;
    }
    Ok(())
}
