//! `object.name`: who answers?

mod machine;

use objects::{Object, Owned, TypeHead};
use types::{AccessorDef, Instance, NativeCode, NativeDef, PyResult, Table, Thread, Type, Version};

/// A data descriptor: it can be set, so it wins.
static ACCESSORS: &[AccessorDef] = &[AccessorDef {
    name: "data",
    get: |t, _| t.str("the data descriptor"),
    set: Some(|_, _, _| Ok(())),
    doc: "",
}];

/// A method: a descriptor that cannot be set.
static METHODS: &[NativeDef] = &[NativeDef {
    name: "method",
    code: NativeCode::NoArgs(|t, _| t.str("the method")),
    doc: "",
}];

/// A class, as `class Name(base): …` makes one.
fn class(t: &Thread, name: &str, base: &'static Type) -> PyResult<Owned<Type>> {
    let Some(head) = TypeHead::derived(base.head(), 0, true) else {
        return Err(t.type_error("the base cannot be one"));
    };
    let names = Table::default();
    let class = Type::derived(t.types, t.types.type_, name, head, base.object(), names)?;
    class.set_bases(vec![base.object()], base.mro());
    class.slots.inherit(&base.slots);
    Ok(class)
}

fn look(t: &Thread, object: &Object, name: &str) -> PyResult<()> {
    match t.get_attribute(object, &t.intern(name)?) {
        Ok(value) if t.is_exact(&value, t.types.str) => {
            println!("  {name}: {}", t.to_str(&value)?.to_text());
        }
        Ok(value) => println!("  {name}: a {}", t.type_name(&value)),
        Err(raised) => println!("  {name}: {raised:?}"),
    }
    Ok(())
}

fn main() -> PyResult<()> {
    let t = machine::start(Version::V310)?;
    let base = machine::new_type(&t, "Base", t.types.object)?;
    t.add_accessors(base, ACCESSORS)?;
    t.add_methods(base, METHODS)?;
    t.set_type_attribute(base, "plain", t.str("the class's value")?)?;
    t.ready(base)?;
    let class = class(&t, "Class", base)?;
    let object = Instance::make(&class)?;

    let names = ["data", "method", "plain", "own"];
    println!("before anything is set:");
    for name in names {
        look(&t, &object, name)?;
    }
    for name in names {
        let own = t.str("the object's own")?;
        t.set_attribute(&object, &t.intern(name)?, Some(&own))?;
    }
    println!("after all four were set:");
    for name in names {
        look(&t, &object, name)?;
    }
    Ok(())
}
