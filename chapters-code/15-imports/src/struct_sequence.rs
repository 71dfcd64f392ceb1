//! What are `sys.version_info` and its like? Tuples whose items have names.

use crate::native;
use objects::Object;
use std::cell::RefCell;
use types::{AccessorDef, Flags, PyResult, Thread, Tuple, Type};

/// A class of tuples with named items.
pub(crate) struct StructSequence {
    /// Its name, and how its objects show it.
    pub name: &'static str,
    /// The name with which its objects are shown.
    pub shown: &'static str,
    /// The items: made by [`fields`].
    pub fields: &'static [AccessorDef],
}

/// The names of the items of a [`StructSequence`], each after its number.
macro_rules! fields {
    ($($place:literal $name:literal),* $(,)?) => {
        &[$(types::AccessorDef::new($name, $crate::struct_sequence::item::<$place>)),*]
    };
}
pub(crate) use fields;

/// The item of a number.
pub(crate) fn item<const PLACE: usize>(t: &Thread, object: &Object) -> PyResult {
    let item = object
        .downcast::<Tuple>()
        .and_then(|tuple| tuple.items().get(PLACE));
    item.cloned()
        .ok_or_else(|| t.system_error("a structure lacks an item"))
}

/// The classes that were made.
#[derive(Default)]
struct Made(RefCell<Vec<(&'static StructSequence, &'static Type)>>);

impl StructSequence {
    /// The class, made when it is first asked for.
    pub(crate) fn class(&'static self, t: &Thread) -> PyResult<&'static Type> {
        let made = &t.extension::<Made>().0;
        let known = |row: &&(&'static StructSequence, _)| std::ptr::eq(row.0, self);
        if let Some((_, class)) = made.borrow().iter().find(known) {
            return Ok(class);
        }
        let class = native::class(t, "sys", self.name, t.types.tuple)?;
        class.set_flags(Flags::NO_NEW);
        class.set_flags(Flags::SEQUENCE);
        class.slots.repr.set(Some(repr));
        t.add_accessors(class, self.fields)?;
        let count = numbers::int_from_usize(t, self.fields.len())?;
        for name in ["n_fields", "n_sequence_fields"] {
            t.set_type_attribute(class, name, count.clone())?;
        }
        t.set_type_attribute(class, "n_unnamed_fields", Object::int32(0))?;
        t.ready(class)?;
        made.borrow_mut().push((self, class));
        Ok(class)
    }

    /// An object with these items.
    pub(crate) fn make(&'static self, t: &Thread, items: Vec<Object>) -> PyResult {
        Ok(Tuple::new(self.class(t)?, items)?.into_object())
    }
}

/// `name(field=value, …)`
fn repr(t: &Thread, object: &Object) -> PyResult {
    let class = t.type_of(object);
    let made = t.extension::<Made>().0.borrow();
    let found = made.iter().find(|row| row.1.is(class)).map(|row| row.0);
    drop(made);
    let (Some(sequence), Some(tuple)) = (found, object.downcast::<Tuple>()) else {
        return t.str(&t.default_repr(object));
    };
    let mut parts = Vec::new();
    for (field, item) in sequence.fields.iter().zip(tuple.items()) {
        parts.push(format!("{}={}", field.name, t.repr(item)?.to_text()));
    }
    t.str(&format!("{}({})", sequence.shown, parts.join(", ")))
}
