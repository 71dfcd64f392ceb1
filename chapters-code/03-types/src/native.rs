//! How does Python call Rust? Native functions, the descriptors that find them on a type,
//! and the ones that get and set a field.
#![forbid(unsafe_code)]

use crate::kind::Type;
use crate::members::is_member;
use crate::name::Name;
use crate::raised::{Details, ErrorKind, PyResult};
use crate::slots::{Args, CompareOp};
use crate::string::{Str, as_str};
use crate::thread::Thread;
use objects::{Object, Owned, Slot, Visit, heap, payload};

/// A function written in Rust, and how it takes its arguments (CPython's `METH_` flags).
#[derive(Clone, Copy)]
pub enum NativeCode {
    /// `METH_NOARGS`
    NoArgs(fn(&Thread, &Object) -> PyResult),
    /// `METH_O`: exactly one argument.
    One(fn(&Thread, &Object, &Object) -> PyResult),
    /// `METH_FASTCALL`: positional arguments.
    Fast(fn(&Thread, &Object, &[Object]) -> PyResult),
    /// `METH_FASTCALL | METH_KEYWORDS`
    Keywords(fn(&Thread, &Object, Args<'_>) -> PyResult),
    /// `METH_VARARGS | METH_KEYWORDS`: what CPython passes as a tuple and a dict.
    VarArgs(fn(&Thread, &Object, Args<'_>) -> PyResult),
}

impl NativeCode {
    /// Calls it with positional arguments, if it takes so many.
    #[inline(always)]
    fn call(&self, t: &Thread, receiver: &Object, args: &[Object]) -> Option<PyResult> {
        match (*self, args) {
            (NativeCode::NoArgs(function), []) => Some(function(t, receiver)),
            (NativeCode::One(function), [argument]) => Some(function(t, receiver, argument)),
            (NativeCode::Fast(function), args) => Some(function(t, receiver, args)),
            (NativeCode::Keywords(function) | NativeCode::VarArgs(function), args) => {
                Some(function(t, receiver, Args::positional(args)))
            }
            _ => None,
        }
    }
}

/// A native function or method: the row of a table.
pub struct NativeDef {
    /// Its name.
    pub name: &'static str,
    /// The function. Its first argument is the object a method is called on, or the module.
    pub code: NativeCode,
    /// The docstring.
    pub doc: &'static str,
}

/// Writes a field, or deletes it without a value.
pub type SetFieldFn = fn(&Thread, &Object, Option<&Object>) -> PyResult<()>;

/// A field of a builtin type: the row of a table.
pub struct AccessorDef {
    /// Its name.
    pub name: &'static str,
    /// Reads it.
    pub get: fn(&Thread, &Object) -> PyResult,
    /// Writes it, or deletes it without a value; `None` if it is read-only.
    pub set: Option<SetFieldFn>,
    /// The docstring.
    pub doc: &'static str,
}

/// `builtin_function_or_method`: a native function with the object it is bound to.
pub struct NativeFunction {
    /// Its row.
    pub def: &'static NativeDef,
    /// The object or module that it is called on.
    pub receiver: Object,
    /// The name of its module, or nothing.
    pub module: Slot,
}

payload!(NativeFunction, "builtin_function_or_method", traverse);

impl NativeFunction {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.receiver);
        self.module.traverse(visit);
    }

    fn clear(&self) {
        self.module.clear();
    }
}

/// `method_descriptor`: a native method as it stands in the namespace of its type.
pub struct MethodDescriptor {
    /// Its row.
    pub def: &'static NativeDef,
    /// The type.
    pub owner: Owned<Type>,
}

payload!(MethodDescriptor, "method_descriptor");

/// `classmethod_descriptor`: a native class method.
pub struct ClassMethodDescriptor {
    /// Its row.
    pub def: &'static NativeDef,
    /// The type.
    pub owner: Owned<Type>,
}

payload!(ClassMethodDescriptor, "classmethod_descriptor");

/// `getset_descriptor`: a field with its functions.
pub struct GetSet {
    /// Its row.
    pub def: &'static AccessorDef,
    /// The type.
    pub owner: Owned<Type>,
}

payload!(GetSet, "getset_descriptor");

/// `member_descriptor`: a value that lies in the object itself.
pub struct Member {
    /// Its name.
    pub name: Name,
    /// Where it lies.
    pub place: MemberPlace,
    /// The class.
    pub owner: Owned<Type>,
}

/// Where the value of a [`Member`] lies.
#[derive(Clone, Copy)]
pub enum MemberPlace {
    /// In a place of `__slots__`, by its number.
    Slot(u16),
    /// In the payload of a builtin type, which has functions for it.
    Field(&'static AccessorDef),
}

payload!(Member, "member_descriptor", traverse);

impl Member {
    fn traverse(&self, visit: Visit<'_>) {
        visit(self.owner.as_object());
    }

    fn clear(&self) {}

    /// The number of its place, if it is one of `__slots__`.
    #[inline]
    pub fn slot(&self) -> Option<u16> {
        match self.place {
            MemberPlace::Slot(index) => Some(index),
            MemberPlace::Field(_) => None,
        }
    }
}

/// `staticmethod`
pub struct StaticMethod {
    /// The function.
    pub function: Slot,
    /// Its `__dict__`.
    pub dict: Slot,
}

payload!(StaticMethod, "staticmethod", traverse);

impl StaticMethod {
    fn traverse(&self, visit: Visit<'_>) {
        self.function.traverse(visit);
        self.dict.traverse(visit);
    }

    fn clear(&self) {
        self.function.clear();
        self.dict.clear();
    }
}

/// `TypeError` unless no keywords were passed.
pub fn no_keywords(t: &Thread, name: &str, args: Args<'_>) -> PyResult<()> {
    match args.has_keywords() {
        true => Err(t.type_error(format!("{name}() takes no keyword arguments"))),
        false => Ok(()),
    }
}

/// `TypeError` unless the number of arguments lies in the range (`_PyArg_CheckPositional`).
pub fn check_count(t: &Thread, name: &str, count: usize, min: usize, max: usize) -> PyResult<()> {
    if (min..=max).contains(&count) {
        return Ok(());
    }
    let (bound, limit) = if count < min {
        ("at least ", min)
    } else {
        ("at most ", max)
    };
    let bound = if min == max { "" } else { bound };
    let plural = if limit == 1 { "" } else { "s" };
    Err(t.type_error(format!(
        "{name} expected {bound}{limit} argument{plural}, got {count}"
    )))
}

/// Calls a native function, after checking the number of its arguments where its kind says.
#[inline]
fn call_native(
    t: &Thread,
    def: &NativeDef,
    full_name: impl Fn() -> String,
    receiver: &Object,
    args: Args<'_>,
) -> PyResult {
    let keywords = matches!(def.code, NativeCode::Keywords(_) | NativeCode::VarArgs(_));
    if args.has_keywords() && !keywords {
        return Err(t.type_error(format!("{}() takes no keyword arguments", full_name())));
    }
    match (def.code, args.values()) {
        (NativeCode::NoArgs(function), []) => function(t, receiver),
        (NativeCode::NoArgs(_), values) => Err(t.type_error(format!(
            "{}() takes no arguments ({} given)",
            full_name(),
            values.len()
        ))),
        (NativeCode::One(function), [argument]) => function(t, receiver, argument),
        (NativeCode::One(_), values) => Err(t.type_error(format!(
            "{}() takes exactly one argument ({} given)",
            full_name(),
            values.len()
        ))),
        (NativeCode::Fast(function), values) => function(t, receiver, values),
        (NativeCode::Keywords(function) | NativeCode::VarArgs(function), _) => {
            function(t, receiver, args)
        }
    }
}

impl Thread {
    /// Calls a native function, or a native method of the first argument's own type, with
    /// positional arguments, if it takes so many. `None`, and nothing has happened, if it is
    /// not as simple as that.
    #[inline]
    pub fn call_native(&self, callable: &Object, args: &[Object]) -> Option<PyResult> {
        let kind = Type::of_header(callable.header()?);
        if kind.is(self.types.method_descriptor) {
            let method = callable.downcast::<MethodDescriptor>()?;
            let (receiver, rest) = args.split_first()?;
            if !self.type_of(receiver).is(&method.owner) {
                return None;
            }
            return method.def.code.call(self, receiver, rest);
        }
        if kind.is(self.types.native_function) {
            let function = callable.downcast::<NativeFunction>()?;
            return function.def.code.call(self, &function.receiver, args);
        }
        None
    }

    /// A native function bound to an object or module.
    pub fn native_function(
        &self,
        def: &'static NativeDef,
        receiver: Object,
        module: Option<Object>,
    ) -> PyResult {
        let function = NativeFunction {
            def,
            receiver,
            module: Slot::from_option(module),
        };
        Ok(heap()
            .make(self.types.native_function.core(), function)?
            .into_object())
    }

    /// Puts native methods into the namespace of a builtin type.
    pub fn add_methods(&self, kind: &'static Type, defs: &'static [NativeDef]) -> PyResult<()> {
        for def in defs {
            let method = MethodDescriptor {
                def,
                owner: kind.object(),
            };
            let method = heap().make(self.types.method_descriptor.core(), method)?;
            self.set_type_attribute(kind, def.name, method.into_object())?;
        }
        Ok(())
    }

    /// Puts native class methods into the namespace of a builtin type.
    pub fn add_class_methods(
        &self,
        kind: &'static Type,
        defs: &'static [NativeDef],
    ) -> PyResult<()> {
        for def in defs {
            let method = ClassMethodDescriptor {
                def,
                owner: kind.object(),
            };
            let method = heap().make(self.types.classmethod_descriptor.core(), method)?;
            self.set_type_attribute(kind, def.name, method.into_object())?;
        }
        Ok(())
    }

    /// Puts native static methods into the namespace of a builtin type.
    pub fn add_static_methods(
        &self,
        kind: &'static Type,
        defs: &'static [NativeDef],
    ) -> PyResult<()> {
        for def in defs {
            let function = self.native_function(def, kind.object().into_object(), None)?;
            let method = StaticMethod {
                function: Slot::new(function),
                dict: Slot::empty(),
            };
            let method = heap().make(self.types.static_method.core(), method)?;
            self.set_type_attribute(kind, def.name, method.into_object())?;
        }
        Ok(())
    }

    /// Puts fields into the namespace of a builtin type.
    pub fn add_accessors(&self, kind: &'static Type, defs: &'static [AccessorDef]) -> PyResult<()> {
        for def in defs {
            let owner = kind.object();
            let field = if is_member(self.version, &kind.name(), def.name) {
                let name = self.intern(def.name)?;
                let place = MemberPlace::Field(def);
                let member = Member { name, place, owner };
                heap().make(self.types.member.core(), member)?.into_object()
            } else {
                let field = GetSet { def, owner };
                heap().make(self.types.getset.core(), field)?.into_object()
            };
            self.set_type_attribute(kind, def.name, field)?;
        }
        Ok(())
    }

    /// Sets an attribute in the namespace of a type, past all checks.
    pub fn set_type_attribute(&self, kind: &Type, name: &str, value: Object) -> PyResult<()> {
        let name = self.intern(name)?;
        kind.put(&name, Some(value))?;
        Ok(())
    }

    /// Puts native functions into the builtins.
    pub fn add_builtins(&self, defs: &'static [NativeDef]) -> PyResult<()> {
        let module = self.str("builtins")?;
        for def in defs {
            let function = self.native_function(def, Object::none(), Some(module.clone()))?;
            self.builtins.set_name(&self.intern(def.name)?, function)?;
        }
        Ok(())
    }
}

fn native_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let Some(function) = callable.downcast::<NativeFunction>() else {
        return Err(t.type_error("a builtin function was expected"));
    };
    let module = || {
        let module = function.module.get();
        let name = module.as_ref().and_then(as_str).map(Str::to_text);
        name.filter(|name| name != "builtins")
    };
    let full_name = || match function.receiver.downcast::<Type>() {
        _ if function.receiver.is_none() || !function.module.is_empty() => match module() {
            Some(module) => format!("{module}.{}", function.def.name),
            None => function.def.name.to_owned(),
        },
        Some(class) => format!("{}.{}", class.full_name(), function.def.name),
        None => format!("{}.{}", t.type_name(&function.receiver), function.def.name),
    };
    call_native(t, function.def, full_name, &function.receiver, args)
}

/// Checks the object that a method of `owner` is called on.
fn check_receiver<'a>(
    t: &Thread,
    name: &str,
    owner: &Type,
    receiver: Option<&'a Object>,
) -> PyResult<&'a Object> {
    let Some(receiver) = receiver else {
        let message = format!("unbound method {}.{name}() needs an argument", owner.name());
        return Err(t.type_error(message));
    };
    if !t.is_instance_of(receiver, owner) {
        return Err(t.type_error(format!(
            "descriptor '{name}' for '{}' objects doesn't apply to a '{}' object",
            owner.name(),
            t.type_name(receiver)
        )));
    }
    Ok(receiver)
}

fn method_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let Some(method) = callable.downcast::<MethodDescriptor>() else {
        return Err(t.type_error("a method descriptor was expected"));
    };
    let receiver = check_receiver(t, method.def.name, &method.owner, args.plain().first())?;
    let full_name = || format!("{}.{}", method.owner.name(), method.def.name);
    let rest = args.values().get(1..).unwrap_or(&[]);
    let rest = Args::new(rest, args.names()).unwrap_or(Args::positional(rest));
    call_native(t, method.def, full_name, receiver, rest)
}

fn method_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let (Some(instance), Some(method)) = (instance, descriptor.downcast::<MethodDescriptor>())
    else {
        return Ok(descriptor.clone());
    };
    check_receiver(t, method.def.name, &method.owner, Some(instance))?;
    t.native_function(method.def, instance.clone(), None)
}

fn class_method_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    owner: &Object,
) -> PyResult {
    let Some(method) = descriptor.downcast::<ClassMethodDescriptor>() else {
        return Ok(descriptor.clone());
    };
    let class = match (owner.is_none(), instance) {
        (true, Some(instance)) => t.type_of(instance).object().into_object(),
        _ => owner.clone(),
    };
    t.native_function(method.def, class, None)
}

fn class_method_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let (Some(method), [class, rest @ ..]) =
        (callable.downcast::<ClassMethodDescriptor>(), args.values())
    else {
        return Err(t.type_error("descriptor needs a type as its first argument"));
    };
    let rest = Args::new(rest, args.names()).unwrap_or(Args::positional(rest));
    call_native(t, method.def, || method.def.name.to_owned(), class, rest)
}

fn getset_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let (Some(instance), Some(field)) = (instance, descriptor.downcast::<GetSet>()) else {
        return Ok(descriptor.clone());
    };
    check_receiver(t, field.def.name, &field.owner, Some(instance))?;
    (field.def.get)(t, instance)
}

fn getset_set(
    t: &Thread,
    descriptor: &Object,
    instance: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let Some(field) = descriptor.downcast::<GetSet>() else {
        return Ok(());
    };
    check_receiver(t, field.def.name, &field.owner, Some(instance))?;
    let name = t.intern(field.def.name)?;
    match field.def.set {
        Some(set) => set(t, instance, value),
        None => Err(t.attribute_error_with(
            format!(
                "attribute '{name}' of '{}' objects is not writable",
                field.owner.name()
            ),
            instance,
            &name,
        )),
    }
}

fn member_slot<'a>(
    t: &Thread,
    member: &Member,
    index: u16,
    instance: &'a Object,
) -> PyResult<&'a Slot> {
    let slot = instance
        .header()
        .and_then(|header| header.member_slot(index));
    slot.ok_or_else(|| t.attribute_error(instance, &member.name))
}

fn member_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let (Some(instance), Some(member)) = (instance, descriptor.downcast::<Member>()) else {
        return Ok(descriptor.clone());
    };
    check_receiver(t, &member.name.to_string(), &member.owner, Some(instance))?;
    match member.place {
        MemberPlace::Field(field) => (field.get)(t, instance),
        MemberPlace::Slot(index) => {
            let value = member_slot(t, member, index, instance)?.get();
            value.ok_or_else(|| t.attribute_error(instance, &member.name))
        }
    }
}

fn member_set(
    t: &Thread,
    descriptor: &Object,
    instance: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let Some(member) = descriptor.downcast::<Member>() else {
        return Ok(());
    };
    check_receiver(t, &member.name.to_string(), &member.owner, Some(instance))?;
    let index = match member.place {
        MemberPlace::Slot(index) => index,
        MemberPlace::Field(field) => {
            return match field.set {
                Some(set) => set(t, instance, value),
                None => Err(t.raise(
                    ErrorKind::AttributeError,
                    Details::Message("readonly attribute".into()),
                )),
            };
        }
    };
    let old = member_slot(t, member, index, instance)?.replace(value.cloned());
    match (old, value) {
        (None, None) => {
            Err(t.attribute_error_with(member.name.to_string(), instance, &member.name))
        }
        _ => Ok(()),
    }
}

fn static_method_get(
    t: &Thread,
    descriptor: &Object,
    _instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let function = descriptor
        .downcast::<StaticMethod>()
        .and_then(|method| method.function.get());
    function.ok_or_else(|| t.runtime_error("uninitialized staticmethod object"))
}

/// Fills the slots of the types in this file.
pub(crate) fn install(t: &Thread) {
    let types = t.types;
    types.native_function.declare::<NativeFunction>();
    types.native_function.slots.call.set(Some(native_call));
    types.method_descriptor.declare::<MethodDescriptor>();
    types
        .method_descriptor
        .set_flags(crate::Flags::METHOD_DESCRIPTOR);
    types.method_descriptor.slots.call.set(Some(method_call));
    types
        .method_descriptor
        .slots
        .descriptor_get
        .set(Some(method_get));
    types
        .classmethod_descriptor
        .declare::<ClassMethodDescriptor>();
    types
        .classmethod_descriptor
        .slots
        .call
        .set(Some(class_method_call));
    types
        .classmethod_descriptor
        .slots
        .descriptor_get
        .set(Some(class_method_get));
    types.getset.declare::<GetSet>();
    types.getset.slots.descriptor_get.set(Some(getset_get));
    types.getset.slots.descriptor_set.set(Some(getset_set));
    types.member.declare::<Member>();
    types.member.slots.descriptor_get.set(Some(member_get));
    types.member.slots.descriptor_set.set(Some(member_set));
    types.static_method.declare::<StaticMethod>();
    types
        .static_method
        .slots
        .descriptor_get
        .set(Some(static_method_get));
}

/// The row of a native function or of one of its descriptors.
fn def_of(t: &Thread, object: &Object) -> PyResult<&'static NativeDef> {
    let def = object
        .downcast::<NativeFunction>()
        .map(|function| function.def)
        .or_else(|| {
            object
                .downcast::<MethodDescriptor>()
                .map(|method| method.def)
        })
        .or_else(|| {
            object
                .downcast::<ClassMethodDescriptor>()
                .map(|method| method.def)
        });
    def.ok_or_else(|| t.type_error("a native function was expected"))
}

/// The type that a descriptor belongs to.
fn owner_of(t: &Thread, object: &Object) -> PyResult<Owned<Type>> {
    let owner = object
        .downcast::<MethodDescriptor>()
        .map(|method| method.owner.clone())
        .or_else(|| {
            object
                .downcast::<ClassMethodDescriptor>()
                .map(|m| m.owner.clone())
        })
        .or_else(|| object.downcast::<GetSet>().map(|field| field.owner.clone()))
        .or_else(|| {
            object
                .downcast::<Member>()
                .map(|member| member.owner.clone())
        });
    owner.ok_or_else(|| t.type_error("a descriptor was expected"))
}

/// The name of a native function, method or field.
fn name_of(t: &Thread, object: &Object) -> PyResult<String> {
    if let Some(field) = object.downcast::<GetSet>() {
        return Ok(field.def.name.to_owned());
    }
    if let Some(member) = object.downcast::<Member>() {
        return Ok(member.name.to_string());
    }
    Ok(def_of(t, object)?.name.to_owned())
}

/// `__qualname__` of a native function: with the type that it is bound to.
fn qualified_name(t: &Thread, object: &Object) -> PyResult<String> {
    let name = name_of(t, object)?;
    let Some(function) = object.downcast::<NativeFunction>() else {
        return Ok(format!("{}.{name}", owner_of(t, object)?.name()));
    };
    let receiver = &function.receiver;
    Ok(match receiver.downcast::<Type>() {
        _ if receiver.is_none() || t.is_exact(receiver, t.types.module) => name,
        Some(class) => format!("{}.{name}", class.full_name()),
        None => format!("{}.{name}", t.type_name(receiver)),
    })
}

/// The docstring, without the signature that CPython keeps in its first line.
fn doc_of(t: &Thread, object: &Object) -> PyResult {
    let doc = match object.downcast::<GetSet>() {
        Some(field) => field.def.doc,
        None => match object.downcast::<Member>() {
            Some(member) => match member.place {
                MemberPlace::Slot(_) => "",
                MemberPlace::Field(field) => field.doc,
            },
            None => def_of(t, object)?.doc,
        },
    };
    if doc.is_empty() {
        Ok(Object::none())
    } else {
        t.str(doc)
    }
}

static NAMED: &[AccessorDef] = &[
    AccessorDef {
        name: "__name__",
        get: |t, object| t.str(&name_of(t, object)?),
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__qualname__",
        get: |t, object| t.str(&qualified_name(t, object)?),
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__doc__",
        get: doc_of,
        set: None,
        doc: "",
    },
];

static DESCRIPTOR: &[AccessorDef] = &[AccessorDef {
    name: "__objclass__",
    get: |t, object| Ok(owner_of(t, object)?.into_object()),
    set: None,
    doc: "",
}];

static FUNCTION: &[AccessorDef] = &[
    AccessorDef {
        name: "__self__",
        get: |t, object| match object.downcast::<NativeFunction>() {
            // A function of `builtins` is bound to that module.
            Some(function) if function.receiver.is_none() => Ok(t
                .modules
                .get_name(&t.intern("builtins")?)
                .unwrap_or(Object::none())),
            Some(function) => Ok(function.receiver.clone()),
            None => Ok(Object::none()),
        },
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__module__",
        get: |_, object| {
            let module = object
                .downcast::<NativeFunction>()
                .and_then(|f| f.module.get());
            Ok(module.unwrap_or(Object::none()))
        },
        set: None,
        doc: "",
    },
];

fn function_repr(t: &Thread, object: &Object) -> PyResult {
    let name = name_of(t, object)?;
    let Some(function) = object.downcast::<NativeFunction>() else {
        return t.str(&name);
    };
    let receiver = &function.receiver;
    if receiver.is_none() || t.is_exact(receiver, t.types.module) {
        return t.str(&format!("<built-in function {name}>"));
    }
    let kind = t.type_name(receiver);
    let address = receiver.identity();
    t.str(&format!(
        "<built-in method {name} of {kind} object at {address:#x}>"
    ))
}

fn descriptor_repr(t: &Thread, object: &Object) -> PyResult {
    let (name, owner) = (name_of(t, object)?, owner_of(t, object)?.name());
    let what = match t.type_of(object) {
        kind if kind.is(t.types.getset) => "attribute",
        kind if kind.is(t.types.member) => "member",
        _ => "method",
    };
    t.str(&format!("<{what} '{name}' of '{owner}' objects>"))
}

/// Bound to the same object, native methods are equal.
fn function_compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (
        a.downcast::<NativeFunction>(),
        b.downcast::<NativeFunction>(),
    ) else {
        return Ok(Object::not_implemented());
    };
    let equal = std::ptr::eq(a.def, b.def) && a.receiver.is(&b.receiver);
    Ok(match op {
        CompareOp::Eq => Object::bool(equal),
        CompareOp::Ne => Object::bool(!equal),
        _ => Object::not_implemented(),
    })
}

fn function_hash(_: &Thread, object: &Object) -> PyResult<i64> {
    let Some(function) = object.downcast::<NativeFunction>() else {
        return Ok(0);
    };
    let code = std::ptr::from_ref(function.def).addr() as u64;
    Ok(
        match (function.receiver.identity() ^ code).rotate_right(4) as i64 {
            -1 => -2,
            hash => hash,
        },
    )
}

/// Finishes the types in this file.
pub(crate) fn ready(t: &Thread) -> PyResult<()> {
    let types = t.types;
    types.native_function.slots.repr.set(Some(function_repr));
    types
        .native_function
        .slots
        .compare
        .set(Some(function_compare));
    types.native_function.slots.hash.set(Some(function_hash));
    t.add_accessors(types.native_function, NAMED)?;
    t.add_accessors(types.native_function, FUNCTION)?;
    let descriptors = [
        types.method_descriptor,
        types.classmethod_descriptor,
        types.getset,
        types.member,
    ];
    for kind in descriptors {
        kind.slots.repr.set(Some(descriptor_repr));
        t.add_accessors(kind, NAMED)?;
        t.add_accessors(kind, DESCRIPTOR)?;
    }
    for kind in [
        types.native_function,
        types.method_descriptor,
        types.classmethod_descriptor,
        types.getset,
        types.member,
        types.static_method,
    ] {
        t.ready(kind)?;
    }
    Ok(())
}
