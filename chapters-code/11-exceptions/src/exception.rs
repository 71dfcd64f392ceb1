//! What does an exception object hold? Arguments, traceback, cause and context:
//! [`Exception`], the layout of `BaseException` and of all that derives from it.

use objects::{Object, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{Args, PyResult, Thread, Tuple, Type};

/// The layout of every exception.
pub struct Exception {
    /// `args`: a tuple.
    pub args: Slot,
    /// `__traceback__`
    pub traceback: Slot,
    /// `__context__`
    pub context: Slot,
    /// `__cause__`
    pub cause: Slot,
    /// `__suppress_context__`
    pub suppress_context: Cell<bool>,
    /// `__dict__`
    pub dict: Slot,
    /// What the type has besides: `value` of `StopIteration`, `code` of `SystemExit`,
    /// `name`, `path` and `msg` of `ImportError`, and so on, in the order of the type's
    /// table of fields.
    pub fields: [Slot; 6],
}

payload!(Exception, "BaseException", traverse);

impl Exception {
    /// A new exception of a type, with its arguments, before `__init__`.
    pub fn new(t: &Thread, class: &Type, args: &[Object]) -> PyResult {
        let args = containers::tuple_of(t, args)?;
        let exception = Exception {
            args: Slot::new(args),
            traceback: Slot::empty(),
            context: Slot::empty(),
            cause: Slot::empty(),
            suppress_context: Cell::new(false),
            dict: Slot::empty(),
            fields: Default::default(),
        };
        Ok(heap().make(class.core(), exception)?.into_object())
    }

    /// The arguments.
    pub fn arguments(&self) -> Vec<Object> {
        let args = self.args.get();
        args.as_ref()
            .and_then(|args| args.downcast::<Tuple>())
            .map_or(vec![], |args| args.items().to_vec())
    }

    fn slots(&self) -> impl Iterator<Item = &Slot> {
        [
            &self.args,
            &self.traceback,
            &self.context,
            &self.cause,
            &self.dict,
        ]
        .into_iter()
        .chain(&self.fields)
    }

    fn traverse(&self, visit: Visit<'_>) {
        for slot in self.slots() {
            slot.traverse(visit);
        }
    }

    fn clear(&self) {
        for slot in self.slots() {
            slot.clear();
        }
    }
}

/// `BaseException.__new__`: takes any arguments, keywords too, which `__init__` refuses.
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    Exception::new(t, class, args.plain())
}

fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        let name = t.type_name(object);
        return Err(t.type_error(format!("{name}() takes no keyword arguments")));
    }
    if let Some(exception) = object.downcast::<Exception>() {
        exception.args.set(containers::tuple_of(t, args.plain())?);
    }
    Ok(())
}

pub(crate) fn install_base(kind: &'static Type) {
    kind.declare::<Exception>();
    kind.slots.new.set(Some(new));
    kind.slots.init.set(Some(init));
    kind.slots.dict_place.set(Some(|object| {
        object.downcast::<Exception>().map(|e| &e.dict)
    }));
}

pub(crate) fn install(_: &Thread) -> PyResult<()> {
    Ok(())
}
