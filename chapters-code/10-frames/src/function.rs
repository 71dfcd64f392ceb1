//! What is a function? A code object with what every call of it shares: [`Function`].

use crate::bind;
use crate::cell::Cell as PyCell;
use crate::executable::Executable;
use crate::method::BoundMethod;
use code_objects::Code;
use objects::{Object, Owned, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{
    AccessorDef, Args, Dict, Flags, PyResult, Str, Thread, Tuple, Type, Version, as_str,
    check_count,
};

/// A Python function.
pub struct Function {
    code: Slot,
    executable: Cell<*const Executable>,
    /// The global names.
    pub globals: Owned<Dict>,
    /// The names behind them.
    pub builtins: Owned<Dict>,
    /// `__name__`
    pub name: Slot,
    /// `__qualname__`
    pub qualname: Slot,
    /// `__defaults__`: a tuple, or nothing.
    pub defaults: Slot,
    /// `__kwdefaults__`: a dictionary, or nothing.
    pub keyword_defaults: Slot,
    /// `__closure__`: a tuple of cells, or nothing.
    pub closure: Slot,
    /// `__doc__`
    pub doc: Slot,
    /// `__module__`
    pub module: Slot,
    /// `__dict__`, once it was asked for.
    pub dict: Slot,
    /// `__annotations__`: a dictionary, or the tuple that the compiler made, or nothing.
    pub annotations: Slot,
    /// Identifies code and defaults; zero: none was given out since they changed.
    pub version: Cell<u32>,
}

payload!(Function, "function", traverse);

/// Where `__name__` and `__builtins__` lie in a module's namespace as a rule.
const NAME_PLACE: usize = 0;
const BUILTINS_PLACE: usize = 6;

impl Function {
    /// A function whose module is what `__name__` of the globals says.
    pub fn new(
        t: &Thread,
        code: Owned<Code>,
        globals: Owned<Dict>,
        qualname: Option<Object>,
    ) -> PyResult<Owned<Function>> {
        let builtins = builtins_of(t, &globals);
        let doc = match code.consts.first() {
            Some(doc) if as_str(doc).is_some() => doc.clone(),
            _ => Object::none(),
        };
        let name = code.name.clone().into_object();
        let qualname = qualname.unwrap_or_else(|| qualified_name(&code));
        let module = Slot::from_option(globals.get_name_near(&t.names.name, NAME_PLACE));
        let executable = Executable::known(&code).map_or(std::ptr::null(), std::ptr::from_ref);
        let function = || Function {
            executable: Cell::new(executable),
            builtins,
            name: Slot::new(name),
            qualname: Slot::new(qualname),
            defaults: Slot::empty(),
            keyword_defaults: Slot::empty(),
            closure: Slot::empty(),
            doc: Slot::new(doc),
            module,
            dict: Slot::empty(),
            annotations: Slot::empty(),
            version: Cell::new(0),
            code: Slot::new(code.into_object()),
            globals,
        };
        // SAFETY: there is nothing behind the payload.
        Ok(unsafe { heap().make_in_place(t.types.function.core(), 0, function, |_| ())? })
    }

    /// The code object.
    pub fn code(&self) -> Owned<Code> {
        let code = self.code.get().and_then(|code| code.into_owned().ok());
        // The slot is set when the function is made, and only ever to code objects; the
        // collector does not clear it.
        code.expect("a function has a code object")
    }

    /// The executable form of the code; it lives as long as any frame that runs it.
    #[inline(always)]
    pub fn executable(&self, t: &Thread) -> PyResult<*const Executable> {
        let executable = self.executable.get();
        if executable.is_null() {
            self.find_executable(t)
        } else {
            Ok(executable)
        }
    }

    /// The executable form, if it was asked for before.
    #[inline(always)]
    pub fn known_executable(&self) -> Option<&Executable> {
        // SAFETY: null, or the form of this function's code, which lives as long as it.
        unsafe { self.executable.get().as_ref() }
    }

    #[cold]
    fn find_executable(&self, t: &Thread) -> PyResult<*const Executable> {
        let executable: *const Executable = Executable::of(t, &self.code())?;
        self.executable.set(executable);
        Ok(executable)
    }

    fn set_code(&self, t: &Thread, code: Owned<Code>) -> PyResult<()> {
        let free = self
            .closure
            .get()
            .and_then(|cells| cells.downcast().map(Tuple::len))
            .unwrap_or(0);
        if code.freevars.len() != free {
            let name = self
                .name
                .get()
                .and_then(|name| as_str(&name).map(Str::to_text));
            return Err(t.value_error(format!(
                "{}() requires a code object with {free} free vars, not {}",
                name.unwrap_or_default(),
                code.freevars.len()
            )));
        }
        self.version.set(0);
        self.executable.set(std::ptr::null());
        // A running frame borrows the code that it executes.
        self.code().header().make_immortal();
        self.code.set(code.into_object());
        Ok(())
    }

    /// The qualified name, for messages.
    pub fn qualified_name(&self) -> String {
        self.qualname
            .get()
            .as_ref()
            .and_then(as_str)
            .map(Str::to_text)
            .unwrap_or_default()
    }

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.globals.as_object());
        visit(self.builtins.as_object());
        for slot in self.slots() {
            slot.traverse(visit);
        }
        self.code.traverse(visit);
    }

    fn slots(&self) -> [&Slot; 9] {
        [
            &self.name,
            &self.qualname,
            &self.defaults,
            &self.keyword_defaults,
            &self.closure,
            &self.doc,
            &self.module,
            &self.dict,
            &self.annotations,
        ]
    }

    fn clear(&self) {
        for slot in self.slots() {
            slot.clear();
        }
    }
}

/// What `__builtins__` of the globals says: a module or its dictionary; else the
/// interpreter's own (`_PyEval_BuiltinsFromGlobals`).
fn builtins_of(t: &Thread, globals: &Dict) -> Owned<Dict> {
    let Some(builtins) = globals.get_name_near(&t.names.builtins, BUILTINS_PLACE) else {
        return t.builtins.clone();
    };
    let of_module = t
        .type_of(&builtins)
        .slots
        .dict_place
        .get()
        .and_then(|place| place(&builtins).and_then(Slot::get));
    of_module
        .unwrap_or(builtins)
        .into_owned()
        .unwrap_or_else(|_| t.builtins.clone())
}

/// `co_qualname`, which 3.10 does not have: its functions start with the plain name.
fn qualified_name(code: &Code) -> Object {
    code.qualname
        .as_ref()
        .unwrap_or(&code.name)
        .clone()
        .into_object()
}

fn function<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Function> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a function was expected"))
}

fn call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    bind::call_function(t, callable, args)
}

fn get(t: &Thread, function: &Object, instance: Option<&Object>, _: &Object) -> PyResult {
    match instance {
        Some(instance) => BoundMethod::bind(t, function.clone(), instance.clone()),
        None => Ok(function.clone()),
    }
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let name = function(t, object)?.qualified_name();
    t.str(&format!("<function {name} at {:#x}>", object.identity()))
}

fn or_none(slot: &Slot) -> Object {
    slot.get().unwrap_or(Object::none())
}

fn set_text(t: &Thread, slot: &Slot, name: &str, value: Option<&Object>) -> PyResult<()> {
    match value.filter(|value| as_str(value).is_some()) {
        Some(value) => slot.set(value.clone()),
        None => return Err(t.type_error(format!("{name} must be set to a string object"))),
    }
    Ok(())
}

/// Sets a slot to an object of a type, or empties it for `None` and for deletion.
fn set_or_none(
    t: &Thread,
    slot: &Slot,
    (name, kind): (&str, &Type),
    value: Option<&Object>,
) -> PyResult<()> {
    let value = value.filter(|value| !value.is_none());
    if value.is_some_and(|value| !t.is_instance_of(value, kind)) {
        return Err(t.type_error(format!("{name} must be set to a {} object", kind.name())));
    }
    drop(slot.replace(value.cloned()));
    Ok(())
}

/// What CPython says of a `READONLY` member, other than of a field without a setter.
fn read_only(t: &Thread, _: &Object, _: Option<&Object>) -> PyResult<()> {
    let message = types::Details::Message("readonly attribute".into());
    Err(t.raise(types::ErrorKind::AttributeError, message))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable(
        "__code__",
        |t, object| Ok(function(t, object)?.code().into_object()),
        |t, object, value| match value.cloned().map(Object::into_owned::<Code>) {
            Some(Ok(code)) => function(t, object)?.set_code(t, code),
            _ => Err(t.type_error("__code__ must be set to a code object")),
        },
    ),
    AccessorDef::settable(
        "__defaults__",
        |t, object| Ok(or_none(&function(t, object)?.defaults)),
        |t, object, value| {
            let function = function(t, object)?;
            function.version.set(0);
            set_or_none(
                t,
                &function.defaults,
                ("__defaults__", t.types.tuple),
                value,
            )
        },
    ),
    AccessorDef::settable(
        "__kwdefaults__",
        |t, object| Ok(or_none(&function(t, object)?.keyword_defaults)),
        |t, object, value| {
            let function = function(t, object)?;
            function.version.set(0);
            set_or_none(
                t,
                &function.keyword_defaults,
                ("__kwdefaults__", t.types.dict),
                value,
            )
        },
    ),
    AccessorDef::settable(
        "__name__",
        |t, object| Ok(or_none(&function(t, object)?.name)),
        |t, object, value| set_text(t, &function(t, object)?.name, "__name__", value),
    ),
    AccessorDef::settable(
        "__qualname__",
        |t, object| Ok(or_none(&function(t, object)?.qualname)),
        |t, object, value| set_text(t, &function(t, object)?.qualname, "__qualname__", value),
    ),
    AccessorDef::settable(
        "__doc__",
        |t, object| Ok(or_none(&function(t, object)?.doc)),
        |t, object, value| {
            drop(function(t, object)?.doc.replace(value.cloned()));
            Ok(())
        },
    ),
    AccessorDef::settable(
        "__module__",
        |t, object| Ok(or_none(&function(t, object)?.module)),
        |t, object, value| {
            drop(function(t, object)?.module.replace(value.cloned()));
            Ok(())
        },
    ),
    AccessorDef::settable(
        "__closure__",
        |t, object| Ok(or_none(&function(t, object)?.closure)),
        read_only,
    ),
    AccessorDef::settable(
        "__globals__",
        |t, object| Ok(function(t, object)?.globals.clone().into_object()),
        read_only,
    ),
    AccessorDef::settable(
        "__builtins__",
        |t, object| Ok(function(t, object)?.builtins.clone().into_object()),
        read_only,
    ),
    AccessorDef::settable("__annotations__", annotations, set_annotations),
    AccessorDef::settable(
        "__dict__",
        |t, object| {
            let dict = &function(t, object)?.dict;
            if dict.is_empty() {
                dict.set(containers::dict(t)?.into_object());
            }
            Ok(or_none(dict))
        },
        |t, object, value| match value {
            Some(value) if t.is_instance_of(value, t.types.dict) => {
                function(t, object)?.dict.set(value.clone());
                Ok(())
            }
            Some(value) => Err(t.type_error(format!(
                "__dict__ must be set to a dictionary, not a '{}'",
                t.type_name(value)
            ))),
            None => Err(t.type_error("cannot delete __dict__")),
        },
    ),
];

/// `__annotations__`: 3.10's compiler leaves a tuple of names and values, made into a
/// dictionary when it is first asked for.
fn annotations(t: &Thread, object: &Object) -> PyResult {
    let slot = &function(t, object)?.annotations;
    let dict = match slot.get() {
        Some(dict) if dict.downcast::<Dict>().is_some() => return Ok(dict),
        other => {
            let dict = containers::dict(t)?;
            if let Some(pairs) = other.as_ref().and_then(|pairs| pairs.downcast::<Tuple>()) {
                for pair in pairs.items().chunks_exact(2) {
                    containers::dict_set(t, &dict, pair[0].clone(), pair[1].clone())?;
                }
            }
            dict.into_object()
        }
    };
    slot.set(dict.clone());
    Ok(dict)
}

fn set_annotations(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let slot = &function(t, object)?.annotations;
    set_or_none(t, slot, ("__annotations__", t.types.dict), value)
}

/// `FunctionType(code, globals, name=None, argdefs=None, closure=None)`
fn new(t: &Thread, _class: &Type, args: Args<'_>) -> PyResult {
    const NAMES: [&str; 5] = ["code", "globals", "name", "argdefs", "closure"];
    check_count(t, "function", args.plain().len(), 0, 5)?;
    let mut values: [Option<Object>; 5] = Default::default();
    for (place, value) in values.iter_mut().zip(args.plain()) {
        *place = Some(value.clone());
    }
    for (name, value) in args.keywords() {
        let place = as_str(name).and_then(|name| NAMES.iter().position(|known| name.equals(known)));
        match place {
            Some(place) => values[place] = Some(value.clone()),
            None => {
                let name = t.to_str(name)?.to_text();
                return Err(t.type_error(format!(
                    "'{name}' is an invalid keyword argument for function()"
                )));
            }
        }
    }
    let [code, globals, name, defaults, closure] =
        values.map(|value| value.filter(|value| !value.is_none()));
    let wrong = |place: usize, kind: &str, value: &Option<Object>| {
        let given = value
            .as_ref()
            .map_or("None".to_owned(), |value| t.type_name(value));
        t.type_error(format!(
            "function() argument '{}' must be {kind}, not {given}",
            NAMES[place]
        ))
    };
    let Some(Ok(code)) = code.clone().map(Object::into_owned::<Code>) else {
        return Err(match code {
            None => t.type_error("function() missing required argument 'code' (pos 1)"),
            code => wrong(0, "code", &code),
        });
    };
    let Some(Ok(globals)) = globals.clone().map(Object::into_owned::<Dict>) else {
        return Err(match globals {
            None => t.type_error("function() missing required argument 'globals' (pos 2)"),
            globals => wrong(1, "dict", &globals),
        });
    };
    if name.as_ref().is_some_and(|name| as_str(name).is_none()) {
        return Err(t.type_error("arg 3 (name) must be None or string"));
    }
    if defaults
        .as_ref()
        .is_some_and(|defaults| defaults.downcast::<Tuple>().is_none())
    {
        return Err(t.type_error("arg 4 (defaults) must be None or tuple"));
    }
    check_closure(t, &code, closure.as_ref())?;
    let function = Function::new(t, code, globals, None)?;
    if let Some(name) = name {
        function.name.set(name.clone());
        if t.version == Version::V310 {
            function.qualname.set(name);
        }
    }
    drop(function.defaults.replace(defaults));
    drop(function.closure.replace(closure));
    Ok(function.into_object())
}

/// Do the cells fit the free variables of the code?
fn check_closure(t: &Thread, code: &Code, closure: Option<&Object>) -> PyResult<()> {
    let free = code.freevars.len();
    let Some(cells) = closure else {
        return match free {
            0 => Ok(()),
            _ => Err(t.type_error("arg 5 (closure) must be tuple")),
        };
    };
    let Some(cells) = cells.downcast::<Tuple>() else {
        return Err(t.type_error("arg 5 (closure) must be None or tuple"));
    };
    if cells.len() != free {
        return Err(t.value_error(format!(
            "{} requires closure of length {free}, not {}",
            code.name.to_text(),
            cells.len()
        )));
    }
    match cells
        .items()
        .iter()
        .find(|cell| cell.downcast::<PyCell>().is_none())
    {
        Some(other) => Err(t.type_error(format!(
            "arg 5 (closure) expected cell, found {}",
            t.type_name(other)
        ))),
        None => Ok(()),
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.function;
    kind.declare::<Function>();
    kind.set_flags(Flags::METHOD_DESCRIPTOR);
    kind.slots.call.set(Some(call));
    kind.slots.descriptor_get.set(Some(get));
    kind.slots.repr.set(Some(repr));
    kind.slots.new.set(Some(new));
    kind.slots.dict_place.set(Some(|object| {
        object.downcast::<Function>().map(|f| &f.dict)
    }));
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)
}
