//! `super`, with and without arguments.

use frames::Cell as PyCell;
use objects::{Object, Owned, Slot, Visit, heap, payload};
use types::{AccessorDef, Args, Flags, Name, PyResult, Thread, Type, Version, no_keywords};

/// `super`: attribute lookup that begins behind a class.
struct Super {
    /// The class behind which lookup begins.
    class: Slot,
    /// The object or class that attributes are bound to.
    object: Slot,
    /// The type of that object, or that class: whose order of resolution counts.
    start: Slot,
}

payload!(Super, "super", traverse);

impl Super {
    fn traverse(&self, visit: Visit<'_>) {
        for slot in [&self.class, &self.object, &self.start] {
            slot.traverse(visit);
        }
    }

    fn clear(&self) {
        for slot in [&self.class, &self.object, &self.start] {
            slot.clear();
        }
    }
}

fn super_of<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Super> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a super object was expected"))
}

fn as_type(slot: &Slot) -> Option<Owned<Type>> {
    slot.get()?.into_owned().ok()
}

/// Whose order of resolution counts (`supercheck`).
fn check(t: &Thread, class: &Type, object: &Object) -> PyResult {
    if let Some(own) = object.downcast::<Type>()
        && own.is_subtype(class)
    {
        return Ok(object.clone());
    }
    let kind = t.type_of(object);
    if kind.is_subtype(class) {
        return Ok(kind.object().into_object());
    }
    // A proxy may claim another class.
    if let Some(claimed) = t.find_attribute(object, &t.names.class)?
        && claimed
            .downcast::<Type>()
            .is_some_and(|claimed| claimed.is_subtype(class))
    {
        return Ok(claimed);
    }
    Err(t.type_error("super(type, obj): obj must be an instance or subtype of type"))
}

fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    no_keywords(t, "super", args)?;
    if args.plain().len() > 2 {
        let given = args.plain().len();
        return Err(t.type_error(match t.version {
            Version::V310 => format!("super() takes at most 2 arguments ({given} given)"),
            Version::V311 => format!("super() expected at most 2 arguments, got {given}"),
        }));
    }
    let own = super_of(t, object)?;
    let (class, bound) = match args.plain() {
        [] => {
            let (class, bound) = surroundings(t)?;
            (class, Some(bound))
        }
        [class, rest @ ..] => {
            let Ok(class) = class.clone().into_owned::<Type>() else {
                let kind = t.type_name(class);
                return Err(t.type_error(message(t, &kind)));
            };
            (
                class,
                rest.first().filter(|bound| !bound.is_none()).cloned(),
            )
        }
    };
    let start = bound
        .as_ref()
        .map(|bound| check(t, &class, bound))
        .transpose()?;
    own.class.set(class.into_object());
    drop(own.object.replace(bound));
    drop(own.start.replace(start));
    Ok(())
}

fn message(t: &Thread, kind: &str) -> String {
    let article = if t.version == Version::V310 { "" } else { "a " };
    format!("super() argument 1 must be {article}type, not {kind}")
}

/// The kind of a local variable that lives in a cell (`CO_FAST_CELL`).
const IS_CELL: u8 = 0x40;
/// The kind of a free variable (`CO_FAST_FREE`).
const IS_FREE: u8 = 0x80;

/// What `super()` without arguments finds in the running frame: its `__class__` cell and
/// its first argument (`super_init_without_args`).
fn surroundings(t: &Thread) -> PyResult<(Owned<Type>, Object)> {
    let Some(code) = frames::running_code(t) else {
        return Err(t.runtime_error("super(): no current frame"));
    };
    let local = |place| frames::running_local(t, place);
    if code.argcount == 0 {
        return Err(t.runtime_error("super(): no arguments"));
    }
    let first = match local(0) {
        // In 3.11 the first argument may have become a cell, where it lies.
        Some(cell)
            if code
                .localspluskinds
                .first()
                .is_some_and(|kind| kind & IS_CELL != 0) =>
        {
            cell.downcast::<PyCell>().and_then(|cell| cell.value.get())
        }
        Some(value) => Some(value),
        None => {
            let number = code
                .cell2arg
                .iter()
                .position(|argument| *argument == Some(0));
            let cell = number.and_then(|number| local(code.nlocals as usize + number));
            cell.and_then(|cell| cell.downcast::<PyCell>().and_then(|cell| cell.value.get()))
        }
    };
    let Some(first) = first else {
        return Err(t.runtime_error("super(): arg[0] deleted"));
    };
    let is_class = |name: &Name| name.is(&t.names.class);
    // The free variables lie behind all others.
    let place = match code.version {
        Version::V311 => {
            let place = code.localsplusnames.iter().rposition(is_class);
            let is_free = |kind: &u8| kind & IS_FREE != 0;
            place.filter(|&place| code.localspluskinds.get(place).is_some_and(is_free))
        }
        Version::V310 => {
            let place = code.freevars.iter().position(is_class);
            place.map(|place| code.nlocals as usize + code.cellvars.len() + place)
        }
    };
    let Some(place) = place else {
        return Err(t.runtime_error("super(): __class__ cell not found"));
    };
    let cell = local(place);
    let class = cell
        .as_ref()
        .and_then(|cell| cell.downcast::<PyCell>()?.value.get());
    match class.map(Object::into_owned::<Type>) {
        Some(Ok(class)) => Ok((class, first)),
        Some(Err(other)) => {
            let kind = t.type_name(&other);
            Err(t.runtime_error(format!("super(): __class__ is not a type ({kind})")))
        }
        None => Err(t.runtime_error("super(): empty __class__ cell")),
    }
}

fn get_attribute(t: &Thread, object: &Object, name: &Name) -> PyResult {
    let own = super_of(t, object)?;
    if let (Some(class), Some(start), false) = (
        as_type(&own.class),
        as_type(&own.start),
        name.is(&t.names.class),
    ) && let Some(value) = start.find_behind(&class, name)
    {
        let bound = own.object.get();
        // Bound to the class itself, as in a class method, there is no instance.
        let instance = bound.as_ref().filter(|bound| !bound.is(start.as_object()));
        return t.bind(value, instance, start.as_object());
    }
    match t.find_generic_attribute(object, name)? {
        Some(value) => Ok(value),
        None => Err(t.attribute_error(object, name)),
    }
}

fn descriptor_get(t: &Thread, object: &Object, instance: Option<&Object>, _: &Object) -> PyResult {
    let own = super_of(t, object)?;
    let (Some(instance), Some(class), true) =
        (instance, as_type(&own.class), own.object.is_empty())
    else {
        return Ok(object.clone());
    };
    let kind = t.type_of(object).object().into_object();
    t.call(&kind, &[class.into_object(), instance.clone()])
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let own = super_of(t, object)?;
    let class = as_type(&own.class).map_or("NULL".to_owned(), |class| class.name());
    match as_type(&own.start) {
        Some(start) => t.str(&format!(
            "<super: <class '{class}'>, <{} object>>",
            start.name()
        )),
        None => t.str(&format!("<super: <class '{class}'>, NULL>")),
    }
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef {
        name: "__thisclass__",
        get: |t, object| Ok(super_of(t, object)?.class.get().unwrap_or(Object::none())),
        set: Some(crate::members::read_only),
        doc: "the class invoking super()",
    },
    AccessorDef {
        name: "__self__",
        get: |t, object| Ok(super_of(t, object)?.object.get().unwrap_or(Object::none())),
        set: Some(crate::members::read_only),
        doc: "the instance invoking super(); may be None",
    },
    AccessorDef {
        name: "__self_class__",
        get: |t, object| Ok(super_of(t, object)?.start.get().unwrap_or(Object::none())),
        set: Some(crate::members::read_only),
        doc: "the type of the instance invoking super(); may be None",
    },
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.super_;
    kind.declare::<Super>();
    kind.set_flags(Flags::BASE);
    kind.slots.new.set(Some(|_, class, _| {
        let empty = Super {
            class: Slot::empty(),
            object: Slot::empty(),
            start: Slot::empty(),
        };
        Ok(heap().make(class.core(), empty)?.into_object())
    }));
    kind.slots.init.set(Some(init));
    kind.slots.get_attribute.set(Some(get_attribute));
    kind.slots.descriptor_get.set(Some(descriptor_get));
    kind.slots.repr.set(Some(repr));
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)?;
    Ok(t.builtins
        .set_name(&t.intern("super")?, kind.object().into_object())?)
}
